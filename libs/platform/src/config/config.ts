import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

/** Settings that every service has. A service adds its own with `.extend({...})`. */
export const baseConfig = z.object({
  HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  PORT: port.describe('port to listen on; 0 takes a free one'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('least severe log line that is written'),
  KAFKA_BROKERS: z
    .string()
    .transform((text) => text.split(',').map((broker) => broker.trim()))
    .pipe(z.array(z.string().regex(/^[^\s:]+:\d+$/, 'must be host:port, several divided by commas')))
    .describe('Kafka bootstrap servers, host:port divided by commas'),
  KAFKA_PREFIX: z
    .string()
    .regex(/^[a-z0-9.-]{0,40}$/, 'must be at most 40 of a-z, 0-9, point and minus')
    .default('')
    .describe('stands before every topic and consumer group, so that several platforms can share a cluster'),
});

/** A service with a database, behind the gateway. */
export const serviceConfig = baseConfig.extend({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be a URL such as postgres://user:password@host:5432/database')
    .describe('PostgreSQL database of this service alone'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10).describe('most connections to the database'),
  INTERNAL_KEY: z.string().min(32).describe('secret that the gateway shows to a service; the same for all'),
});

export type BaseConfig = z.output<typeof baseConfig>;
export type ServiceConfig = z.output<typeof serviceConfig>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Names every bad value at once, so that one restart mends them all. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads the settings from the environment once. @throws ConfigError */
export function parseConfig<Schema extends z.ZodObject>(schema: Schema, env: Environment): z.output<Schema> {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map((issue) => {
      const name = issue.path.map(String).join('.');
      const given = env[name];
      const shown = given === undefined ? 'is not set' : `is '${isSecret(name) ? '***' : given}'`;
      const meaning = meaningOf(schema, name);
      return `${name} ${shown}: ${issue.message}${meaning === undefined ? '' : ` (${meaning})`}`;
    }),
  );
}

function meaningOf(schema: z.ZodObject, name: string): string | undefined {
  const field: unknown = schema.shape[name];
  return field instanceof z.ZodType ? field.description : undefined;
}

function isSecret(name: string): boolean {
  return /KEY|PASSWORD|SECRET|TOKEN|_URL$/.test(name);
}

export { z };
