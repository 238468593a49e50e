import { createHash, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { ConfigError, type Environment, keepingConfig, parseConfig, readPrivateKey, z } from '@itops/platform';

import { limitsConfig, type LimitsConfig, limitSettings } from './entrance/limits/limits.config';
import { type OidcConfig, oidcConfig, oidcProblems, oidcSettings } from './entrance/oidc/oidc.config';
import { type WebhooksConfig, webhooksConfig, webhookSettings } from './webhooks/webhooks.config';

const address = z.url({ protocol: /^https?$/, error: 'must be a URL such as http://127.0.0.1:8081' });
/** As the subjects of tokens are. */
const HOLDER = /^user:[\x21-\x7e]{1,255}$/;
const milliseconds = z.coerce.number().int().min(100).max(120_000);

const settings = keepingConfig.extend({
  PORT: keepingConfig.shape.PORT.default(8080),
  API_KEY: z.string().optional().describe("the administrator's key; this or API_KEY_FILE"),
  API_KEY_FILE: z.string().optional().describe("file with the administrator's key; this or API_KEY"),
  API_KEY_HOLDERS: z
    .string()
    .optional()
    .transform((text) => text?.split(',').map((one) => one.trim()) ?? [])
    .refine((holders) => holders.every((holder) => HOLDER.test(holder)), {
      error: "must be subjects of people, divided by commas, such as 'user:7f3a, user:9c01'",
    })
    .describe(
      "who holds the administrator's key: all of them; without it anybody might, and what it has made is approved by nobody",
    ),
  INTERNAL_TOKEN_KEY: z
    .string()
    .optional()
    .describe('Ed25519 private key in PEM, by which services believe the gateway; this or INTERNAL_TOKEN_KEY_FILE'),
  INTERNAL_TOKEN_KEY_FILE: z.string().optional().describe('file with that key; this or INTERNAL_TOKEN_KEY'),
  CMDB_URL: address.describe('where cmdb-svc listens'),
  INCIDENT_URL: address.describe('where incident-svc listens'),
  CHANGE_URL: address.describe('where change-svc listens'),
  CAPACITY_URL: address.describe('where capacity-svc listens'),
  TRUSTED_PROXIES: z
    .string()
    .optional()
    .transform((text) => text?.split(',').map((one) => one.trim()))
    .describe(
      'addresses or networks, separated by commas, of proxies whose X-Forwarded-For says who calls; default: none',
    ),
  UPSTREAM_TIMEOUT_MS: milliseconds.default(15_000).describe('how long a service may take to begin its answer'),
  STREAM_EVENTS: z.coerce
    .number()
    .int()
    .min(10)
    .max(1_000_000)
    .default(10_000)
    .describe('recent events kept in memory for /v1/stream; a listener that is further behind is dropped'),
  ...oidcSettings,
  ...limitSettings,
  ...webhookSettings,
  STREAM_LISTENERS: z.coerce.number().int().min(1).max(100_000).default(5_000).describe('most streams open at once'),
  STREAM_MINUTES: z.coerce
    .number()
    .positive()
    .max(1_440)
    .default(60)
    .describe('so long a stream stays open before its client has to connect again, and show again who it is'),
  STREAM_HEARTBEAT_MS: milliseconds.default(15_000).describe('how often a silent stream gives a sign of life'),
});

const SHORTEST_KEY = 32;

type Settings = z.output<typeof settings>;
type Secret = 'API_KEY' | 'INTERNAL_TOKEN_KEY';

type Grouped = keyof typeof oidcSettings | keyof typeof limitSettings | keyof typeof webhookSettings;

export type GatewayConfig = Omit<Settings, Secret | `${Secret}_FILE` | Grouped> & {
  /** SHA-256 of the administrator's key; the key itself is not kept. */
  readonly apiKeyDigest: Buffer;
  /** Signs the gateway's word on who calls. */
  readonly internalTokenKey: KeyObject;
  /** Whose tokens are believed; undefined where none are. */
  readonly oidc: OidcConfig | undefined;
  readonly limits: LimitsConfig;
  readonly webhooks: WebhooksConfig;
};

/** @throws ConfigError */
export function readGatewayConfig(env: Environment): GatewayConfig {
  const { API_KEY, API_KEY_FILE, INTERNAL_TOKEN_KEY, INTERNAL_TOKEN_KEY_FILE, ...rest } = parseConfig(settings, env);
  const problems = oidcProblems(env);
  if (problems.length > 0) throw new ConfigError(problems);
  const key = readSecret('API_KEY', API_KEY, API_KEY_FILE);
  if (key.length < SHORTEST_KEY) {
    const name = API_KEY === undefined ? 'the key in API_KEY_FILE' : 'API_KEY';
    throw new ConfigError([`${name} is too short: a key has at least ${SHORTEST_KEY} characters`]);
  }
  return {
    ...rest,
    oidc: oidcConfig(rest),
    limits: limitsConfig(rest),
    webhooks: webhooksConfig(rest),
    apiKeyDigest: createHash('sha256').update(key).digest(),
    internalTokenKey: readSigningKey(INTERNAL_TOKEN_KEY, INTERNAL_TOKEN_KEY_FILE),
  };
}

function readSigningKey(given: string | undefined, file: string | undefined): KeyObject {
  const pem = readSecret('INTERNAL_TOKEN_KEY', given, file);
  try {
    return readPrivateKey(pem);
  } catch (error) {
    const name = given === undefined ? `INTERNAL_TOKEN_KEY_FILE is '${file ?? ''}', but it` : 'INTERNAL_TOKEN_KEY';
    throw new ConfigError([
      `${name} is no Ed25519 private key in PEM: make one by 'openssl genpkey -algorithm ed25519' (${reasonOf(error)})`,
    ]);
  }
}

function readSecret(name: Secret, given: string | undefined, file: string | undefined): string {
  if ((given === undefined) === (file === undefined)) {
    throw new ConfigError([`${name} and ${name}_FILE: set exactly one of them`]);
  }
  if (given !== undefined) return given;
  try {
    return readFileSync(file ?? '', 'utf8').trim();
  } catch (error) {
    throw new ConfigError([`${name}_FILE is '${file ?? ''}', which can not be read: ${reasonOf(error)}`]);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
