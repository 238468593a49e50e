import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** Enough for a service to describe itself; nothing is connected. */
const DESCRIBE_ENV = {
  PORT: '0',
  LOG_LEVEL: 'silent',
  KAFKA_BROKERS: '127.0.0.1:9',
  DATABASE_URL: 'postgres://127.0.0.1:9/none',
  INTERNAL_TOKEN_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  INTERNAL_TOKEN_KEYS: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  CURSOR_KEY: 'only-to-describe-the-service-0000000',
  API_KEY: 'only-to-describe-the-service-0000000',
  CMDB_URL: 'http://127.0.0.1:9',
  INCIDENT_URL: 'http://127.0.0.1:9',
  CHANGE_URL: 'http://127.0.0.1:9',
  CAPACITY_URL: 'http://127.0.0.1:9',
};

/** What a compiled program of the project writes to standard output. */
export function compiled(file: string, args: readonly string[], input?: string): string {
  return execFileSync(process.execPath, [path.join(root, 'dist', file), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...DESCRIBE_ENV },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...(input === undefined ? {} : { input }),
  });
}
