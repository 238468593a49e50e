import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { baseConfig, ConfigError, type Environment, parseConfig, z } from '@itops/platform';

const address = z.url({ protocol: /^https?$/, error: 'must be a URL such as http://127.0.0.1:8081' });
const milliseconds = z.coerce.number().int().min(100).max(120_000);

const settings = baseConfig.extend({
  PORT: baseConfig.shape.PORT.default(8080),
  API_KEY: z.string().optional().describe("the administrator's key; this or API_KEY_FILE"),
  API_KEY_FILE: z.string().optional().describe("file with the administrator's key; this or API_KEY"),
  INTERNAL_KEY: z.string().min(32).describe('secret that the gateway shows to a service; the same for all'),
  CMDB_URL: address.describe('where cmdb-svc listens'),
  INCIDENT_URL: address.describe('where incident-svc listens'),
  CHANGE_URL: address.describe('where change-svc listens'),
  CAPACITY_URL: address.describe('where capacity-svc listens'),
  UPSTREAM_TIMEOUT_MS: milliseconds.default(15_000).describe('how long a service may take to begin its answer'),
  STREAM_EVENTS: z.coerce
    .number()
    .int()
    .min(10)
    .max(1_000_000)
    .default(10_000)
    .describe('recent events kept in memory for /v1/stream; a listener that is further behind is dropped'),
  STREAM_HEARTBEAT_MS: milliseconds.default(15_000).describe('how often a silent stream gives a sign of life'),
});

const SHORTEST_KEY = 32;

export type GatewayConfig = Omit<z.output<typeof settings>, 'API_KEY' | 'API_KEY_FILE'> & {
  /** SHA-256 of the administrator's key; the key itself is not kept. */
  readonly apiKeyDigest: Buffer;
};

/** @throws ConfigError */
export function readGatewayConfig(env: Environment): GatewayConfig {
  const { API_KEY: key, API_KEY_FILE: file, ...rest } = parseConfig(settings, env);
  return { ...rest, apiKeyDigest: createHash('sha256').update(readKey(key, file)).digest() };
}

function readKey(given: string | undefined, file: string | undefined): string {
  if ((given === undefined) === (file === undefined)) {
    throw new ConfigError(['API_KEY and API_KEY_FILE: set exactly one of them']);
  }
  const key = given ?? readKeyFile(file ?? '');
  if (key.length < SHORTEST_KEY) {
    const name = given === undefined ? 'the key in API_KEY_FILE' : 'API_KEY';
    throw new ConfigError([`${name} is too short: a key has at least ${SHORTEST_KEY} characters`]);
  }
  return key;
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([`API_KEY_FILE is '${file}', which can not be read: ${reason}`]);
  }
}
