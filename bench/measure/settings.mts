import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** Which platform is measured: the one that `npm start` runs, unless the environment names another. */
export interface Target {
  readonly gatewayUrl: string;
  readonly apiKey: string;
  readonly brokers: string[];
}

export function target(env: NodeJS.ProcessEnv = process.env): Target {
  const keyFile = path.join(root, '.itops', 'api-key');
  const apiKey = env['API_KEY'] ?? (existsSync(keyFile) ? readFileSync(keyFile, 'utf8').trim() : undefined);
  if (apiKey === undefined) {
    throw new Error(
      `There is no API_KEY in the environment and no ${path.relative(root, keyFile)}. Run 'npm start' first.`,
    );
  }
  return {
    gatewayUrl: env['GATEWAY_URL'] ?? `http://127.0.0.1:${env['GATEWAY_PORT'] ?? '8080'}`,
    apiKey,
    brokers: (env['KAFKA_BROKERS'] ?? `127.0.0.1:${env['KAFKA_PORT'] ?? '19092'}`).split(','),
  };
}

export function seconds(name: string, fallback: number): number {
  const given = Number(process.env[name] ?? fallback);
  if (!Number.isFinite(given) || given <= 0) throw new Error(`${name} must be a positive number of seconds`);
  return given;
}
