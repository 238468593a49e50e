import { join } from 'node:path';
import pg from 'pg';
import { findFreePorts } from '../../../infra/embedded/ports.mts';
import type { DatabaseUrls } from '../evidence/tables.mts';
import { PlatformProcess } from './platform-process.mts';

const API_KEY = 'chaos-api-key-of-more-than-32-characters';
const INTERNAL_KEY = 'chaos-internal-key-of-32-characters!!!!';

const DATABASES = ['cmdb-svc', 'incident-svc', 'change-svc', 'capacity-svc'] as const;
type Service = (typeof DATABASES)[number];

/** Each process and what it is a replica of. incident-svc runs twice: what one of them loses, the other takes over. */
const PROCESSES = {
  'cmdb-svc': 'cmdb-svc',
  'incident-svc': 'incident-svc',
  'incident-svc-2': 'incident-svc',
  'change-svc': 'change-svc',
  'capacity-svc': 'capacity-svc',
} as const satisfies Record<string, Service>;

export type ProcessName = keyof typeof PROCESSES | 'gateway';

const GATEWAY_VARIABLES: Readonly<Record<Service, string>> = {
  'cmdb-svc': 'CMDB_URL',
  'incident-svc': 'INCIDENT_URL',
  'change-svc': 'CHANGE_URL',
  'capacity-svc': 'CAPACITY_URL',
};

export interface PlatformSettings {
  readonly root: string;
  /** Below the root: where the compiled sources with fault points are. */
  readonly dist: string;
  readonly logs: string;
  /** Of the maintenance database: for making databases, and as the services get it. */
  readonly databaseUrl: string;
  readonly proxiedDatabaseUrl: string;
  readonly proxiedBroker: string;
  readonly prefix: string;
  /** For how long a relay holds a part of the outbox, milliseconds. */
  readonly leaseMs: number;
  /** For every process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Which to run, when not all. */
  readonly only?: readonly ProcessName[];
  readonly onSpawn: (name: string, pid: number, script: string) => void;
}

/** The processes of the platform with fault points, as they run in production otherwise. */
export class Platform {
  /** How a caller goes in. */
  readonly gatewayHeaders = { authorization: `Bearer ${API_KEY}` };
  readonly serviceHeaders = { 'x-itops-internal-key': INTERNAL_KEY, 'x-itops-actor': 'chaos' };
  readonly databases: DatabaseUrls;
  readonly #processes: ReadonlyMap<ProcessName, PlatformProcess>;
  readonly #names: readonly string[];
  readonly #databaseUrl: string;

  private constructor(
    databases: DatabaseUrls,
    processes: ReadonlyMap<ProcessName, PlatformProcess>,
    names: readonly string[],
    databaseUrl: string,
  ) {
    this.databases = databases;
    this.#processes = processes;
    this.#names = names;
    this.#databaseUrl = databaseUrl;
  }

  /** Starts all and waits until they are ready. */
  static async start(settings: PlatformSettings): Promise<Platform> {
    const names = new Map(DATABASES.map((service) => [service, `${settings.prefix}${service}`.replaceAll(/\W/g, '_')]));
    await onServer(
      settings.databaseUrl,
      [...names.values()].map((name) => `create database "${name}"`),
    );
    const urlIn = (server: string, service: Service): string => withDatabase(server, names.get(service) ?? '');
    const all: readonly ProcessName[] = [...typedKeys(PROCESSES), 'gateway'];
    const wanted = settings.only ?? all;
    const ports = await findFreePorts(wanted.length);
    const urls = new Map(wanted.map((name, at) => [name, `http://127.0.0.1:${ports[at] ?? 0}`]));
    const upstreams = Object.fromEntries(
      DATABASES.map((service) => [GATEWAY_VARIABLES[service], urls.get(service) ?? 'http://127.0.0.1:9']),
    );
    const processes = new Map(
      wanted.map((name, at) => {
        const service = name === 'gateway' ? name : PROCESSES[name];
        const script = join(settings.root, settings.dist, 'apps', service, 'src', 'main.js');
        return [
          name,
          new PlatformProcess({
            name,
            script,
            args: [],
            url: urls.get(name) ?? '',
            logFile: join(settings.logs, `${name}.log`),
            onSpawn: (pid) => settings.onSpawn(name, pid, script),
            env: {
              HOST: '127.0.0.1',
              PORT: String(ports[at] ?? 0),
              KAFKA_BROKERS: settings.proxiedBroker,
              KAFKA_PREFIX: settings.prefix,
              INTERNAL_KEY,
              RELAY_LEASE_MS: String(settings.leaseMs),
              LOG_LEVEL: 'info',
              NODE_COMPILE_CACHE: join(settings.root, '.itops', 'chaos-compile-cache'),
              ...(service === 'gateway'
                ? { ...upstreams, API_KEY }
                : { DATABASE_URL: urlIn(settings.proxiedDatabaseUrl, service) }),
              ...settings.env,
            },
          }),
        ] as const;
      }),
    );
    const databases: DatabaseUrls = {
      'cmdb-svc': urlIn(settings.databaseUrl, 'cmdb-svc'),
      'incident-svc': urlIn(settings.databaseUrl, 'incident-svc'),
      'change-svc': urlIn(settings.databaseUrl, 'change-svc'),
      'capacity-svc': urlIn(settings.databaseUrl, 'capacity-svc'),
    };
    const platform = new Platform(databases, processes, [...names.values()], settings.databaseUrl);
    try {
      await Promise.all(platform.all.map((one) => one.start()));
      await Promise.all(platform.all.map((one) => one.untilReady()));
    } catch (error) {
      await platform.stop();
      throw error;
    }
    return platform;
  }

  get all(): PlatformProcess[] {
    return [...this.#processes.values()];
  }

  process(name: ProcessName): PlatformProcess {
    const found = this.#processes.get(name);
    if (found === undefined) throw new Error(`${name} is not part of this run`);
    return found;
  }

  /** Starts again what has ended, as an orchestrator does. */
  async reviveAll(): Promise<void> {
    for (const one of this.all) {
      one.resume();
      if (!one.isRunning) await one.start();
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((one) => one.stop()));
  }

  async dropDatabases(): Promise<void> {
    await onServer(
      this.#databaseUrl,
      this.#names.map((name) => `drop database if exists "${name}" with (force)`),
    );
  }
}

async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

function typedKeys<Name extends string>(record: Readonly<Record<Name, unknown>>): Name[] {
  const isName = (name: string): name is Name => Object.hasOwn(record, name);
  return Object.keys(record).filter(isName);
}
