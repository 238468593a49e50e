import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createOpsClient, type OpsClient } from '../../libs/client/src/index.mts';

const KEY_FILE = join(dirname(dirname(import.meta.dirname)), '.itops', 'api-key');

/** Where the platform is, by GATEWAY_URL (or GATEWAY_PORT), with API_KEY or the key that `npm start` wrote. */
export function connect(env: NodeJS.ProcessEnv = process.env): OpsClient {
  return createOpsClient({ baseUrl: gatewayUrl(env), key: apiKey(env) });
}

function gatewayUrl(env: NodeJS.ProcessEnv): string {
  return env['GATEWAY_URL'] || `http://127.0.0.1:${env['GATEWAY_PORT'] || '8080'}`;
}

function apiKey(env: NodeJS.ProcessEnv): string {
  if (env['API_KEY']) return env['API_KEY'];
  if (existsSync(KEY_FILE)) return readFileSync(KEY_FILE, 'utf8').trim();
  throw new Error(`No API key: set API_KEY, or run "npm start" once, which writes ${KEY_FILE}`);
}
