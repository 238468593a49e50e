import { readFileSync } from 'node:fs';

import { ConfigError, outgoingSetting, z } from '@itops/platform';

const SHORTEST_KEY = 32;

export const webhookSettings = {
  OUTGOING_ALLOW: outgoingSetting.describe(
    'networks and hosts that webhooks may be sent to although they are inside, or at another port than 80 and 443: 10.1.0.0/16, hooks.internal:8443, 127.0.0.1:*',
  ),
  WEBHOOK_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(60_000)
    .default(15_000)
    .describe('how long the receiver of a webhook may take for its whole answer'),
  WEBHOOK_DAYS: z.coerce
    .number()
    .int()
    .min(7)
    .max(3_650)
    .default(30)
    .describe('for how many days deliveries of webhooks are kept once they are delivered or given up'),
  SECRETS_KEY: z
    .string()
    .optional()
    .describe(
      'secret under which the secrets of webhooks are kept, or several divided by commas: the first is used, the others still open what was kept under them',
    ),
  SECRETS_KEY_FILE: z.string().optional().describe('file with that secret; at most one of the two'),
};

type Settings = z.output<z.ZodObject<typeof webhookSettings>>;

export interface WebhooksConfig {
  readonly outgoing: Settings['OUTGOING_ALLOW'];
  readonly timeoutMs: number;
  readonly keptDays: number;
  /** None: no webhook can be made. */
  readonly secretsKeys: readonly string[];
}

/** @throws ConfigError */
export function webhooksConfig(given: Settings): WebhooksConfig {
  return {
    outgoing: given.OUTGOING_ALLOW,
    timeoutMs: given.WEBHOOK_TIMEOUT_MS,
    keptDays: given.WEBHOOK_DAYS,
    secretsKeys: secretsKeys(given.SECRETS_KEY, given.SECRETS_KEY_FILE),
  };
}

function secretsKeys(given: string | undefined, file: string | undefined): string[] {
  if (given !== undefined && file !== undefined) {
    throw new ConfigError(['SECRETS_KEY and SECRETS_KEY_FILE: set at most one of them']);
  }
  const text = given ?? (file === undefined ? '' : read(file));
  const keys = text.split(',').map((key) => key.trim());
  if (text !== '' && keys.some((key) => key.length < SHORTEST_KEY)) {
    throw new ConfigError([`SECRETS_KEY: a secret in it is too short: it has at least ${SHORTEST_KEY} characters`]);
  }
  return text === '' ? [] : keys;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([`SECRETS_KEY_FILE is '${file}', which can not be read: ${reason}`]);
  }
}
