import { z } from 'zod';

import { publicKeysSetting } from '../auth/internal-keys';
import { auditSettings } from './audit-config';
import { brokerProblems, brokerSettings } from './broker-config';
import { databaseProblems, databaseSettings } from './database-config';
import { type Environment } from './fields';
import { relayProblems, relaySettings } from './relay-config';

const port = z.coerce.number().int().min(0).max(65_535);

/** Settings that every service has. A service adds its own with `.extend({...})`. */
export const baseConfig = z.object({
  HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  PORT: port.describe('port to listen on; 0 takes a free one'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('least severe log line that is written'),
  ...brokerSettings,
});

/** Whoever keeps something in a database of its own and publishes what becomes of it. */
export const keepingConfig = baseConfig.extend({
  ...databaseSettings,
  ...relaySettings,
  ...auditSettings,
  DEAD_LETTER_DAYS: z.coerce
    .number()
    .int()
    // Longer than a tool's message can come again.
    .min(16)
    .max(3_650)
    .default(90)
    .describe('for how many days settled dead letters and finished tasks over them are kept'),
  CURSOR_KEY: z
    .string()
    .min(32)
    .describe("secret by which lists know their own cursors again; the same for all of the platform's processes"),
});

/** A service with a database, behind the gateway. */
export const serviceConfig = keepingConfig.extend({
  INTERNAL_TOKEN_KEYS: publicKeysSetting.describe(
    'public keys of the gateway: the base64 of their DER form, separated by commas',
  ),
});

export type BaseConfig = z.output<typeof baseConfig>;
export type ServiceConfig = z.output<typeof serviceConfig>;

export { type Environment };

/** Names every bad value at once, so that one restart mends them all. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** What settings have to fulfil together, for a schema that has the setting `of`. */
const RULES = [
  { of: 'KAFKA_BROKERS', problems: brokerProblems },
  { of: 'DATABASE_URL', problems: databaseProblems },
  { of: 'RELAY', problems: relayProblems },
];

/** Reads the settings from the environment once. A variable that is empty is one that is not set. @throws ConfigError */
export function parseConfig<Schema extends z.ZodObject>(schema: Schema, env: Environment): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  const problems = [
    ...(result.error?.issues ?? []).map((issue) => {
      const name = issue.path.map(String).join('.');
      const value = given[name];
      const shown = value === undefined ? 'is not set' : `is '${isSecret(name) ? '***' : value}'`;
      const meaning = meaningOf(schema, name);
      return `${name} ${shown}: ${issue.message}${meaning === undefined ? '' : ` (${meaning})`}`;
    }),
    ...RULES.filter(({ of }) => of in schema.shape).flatMap(({ problems }) => problems(given)),
  ];
  if (result.success && problems.length === 0) return result.data;
  throw new ConfigError(problems);
}

function meaningOf(schema: z.ZodObject, name: string): string | undefined {
  const field: unknown = schema.shape[name];
  return field instanceof z.ZodType ? field.description : undefined;
}

function isSecret(name: string): boolean {
  return /KEY|PASSWORD|SECRET|TOKEN|_URL$/.test(name) && !name.endsWith('_FILE');
}

export { z };
