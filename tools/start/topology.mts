import { join } from 'node:path';

/** A process of the platform: which port, which variable changes it, what it is told. */
export interface ServiceSpec {
  readonly name: string;
  readonly portVariable: string;
  readonly defaultPort: number;
  /** Its own database. */
  readonly database: string;
  /** Under which variable the gateway learns its address. */
  readonly urlVariable?: string;
}

function service(noun: string, defaultPort: number): ServiceSpec {
  const variable = noun.toUpperCase();
  return {
    name: `${noun}-svc`,
    portVariable: `${variable}_PORT`,
    defaultPort,
    database: `itops_${noun}`,
    urlVariable: `${variable}_URL`,
  };
}

export const SERVICES: readonly ServiceSpec[] = [
  service('cmdb', 8081),
  service('incident', 8082),
  service('change', 8083),
  service('capacity', 8084),
];

export const GATEWAY: ServiceSpec = {
  name: 'gateway',
  portVariable: 'GATEWAY_PORT',
  defaultPort: 8080,
  database: 'itops_gateway',
};

export const SERVER_PORTS = {
  postgres: { component: 'PostgreSQL', portVariable: 'POSTGRES_PORT', defaultPort: 15432 },
  kafka: { component: 'Kafka', portVariable: 'KAFKA_PORT', defaultPort: 19092 },
  kafkaController: { component: "Kafka's controller", portVariable: 'KAFKA_CONTROLLER_PORT', defaultPort: 19093 },
} as const;

/** Where the platform keeps its files; all in one folder that git ignores. */
export function places(root: string, home = join(root, '.itops')) {
  return {
    root,
    home,
    logs: join(home, 'logs'),
    lock: join(home, 'start.lock'),
    processes: join(home, 'processes.json'),
    apiKey: join(home, 'api-key'),
    internalTokenKey: join(home, 'internal-token-key.pem'),
    cursorKey: join(home, 'cursor-key'),
    secretsKey: join(home, 'secrets-key'),
    auditKey: join(home, 'audit-key.pem'),
    auditPublicKey: join(home, 'audit-key.pub.pem'),
    auditCheckpoints: join(home, 'audit-checkpoints.ndjson'),
    postgresPassword: join(home, 'postgres-password'),
    sampleBegun: join(home, 'sample-begun'),
    sampleDone: join(home, 'sample-done'),
    postgres: join(home, 'postgres'),
    kafka: join(home, 'kafka'),
    logOf: (name: string) => join(home, 'logs', `${name}.log`),
  };
}

export type Places = ReturnType<typeof places>;

export function portOf(spec: { portVariable: string; defaultPort: number }, env = process.env): number {
  const text = env[spec.portVariable];
  if (text === undefined || text === '') return spec.defaultPort;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UserError(`${spec.portVariable} is "${text}"; a port is a whole number from 1 to 65535.`);
  }
  return port;
}

/** Something that the user can put right; shown as it is, without a stack. */
export class UserError extends Error {}

export interface SharedSettings {
  readonly brokers: string;
  /** The public half of the key by which the gateway vouches for callers. */
  readonly internalTokenKeys: string;
  /** By what lists know their cursors again. */
  readonly cursorKey: string;
  readonly databaseUrl: (database: string) => string;
}

/** Exactly what the platform decides for a service; the user's other variables pass through. */
export function serviceEnvironment(spec: ServiceSpec, shared: SharedSettings, at: Places): NodeJS.ProcessEnv {
  return {
    ...inherited(),
    HOST: '127.0.0.1',
    PORT: String(portOf(spec)),
    KAFKA_BROKERS: shared.brokers,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    DATABASE_URL: shared.databaseUrl(spec.database),
    CURSOR_KEY: shared.cursorKey,
    AUDIT_SIGNING_KEY_FILE: process.env['AUDIT_SIGNING_KEY_FILE'] ?? at.auditKey,
    AUDIT_CHECKPOINT_FILE: process.env['AUDIT_CHECKPOINT_FILE'] ?? at.auditCheckpoints,
    ...(spec === GATEWAY ? gatewayVariables(at) : { INTERNAL_TOKEN_KEYS: shared.internalTokenKeys }),
  };
}

export function urlOf(spec: ServiceSpec): string {
  return `http://127.0.0.1:${portOf(spec)}`;
}

function gatewayVariables(at: Places): NodeJS.ProcessEnv {
  const urls = SERVICES.flatMap((spec) => (spec.urlVariable ? [[spec.urlVariable, urlOf(spec)] as const] : []));
  return {
    ...{ API_KEY_FILE: at.apiKey, INTERNAL_TOKEN_KEY_FILE: at.internalTokenKey, SECRETS_KEY_FILE: at.secretsKey },
    ...Object.fromEntries(urls),
  };
}

function inherited(): NodeJS.ProcessEnv {
  const ours = /^(npm_.*|DATABASE_URL|API_KEY.*|SECRETS_KEY.*|NODE_CHANNEL_.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
