import { join } from 'node:path';
import pg from 'pg';
import { findFreePorts } from '../../../infra/embedded/ports.mts';
import { type DatabaseUrls, type Service, SERVICES } from '../evidence/tables.mts';
import { IDENTITY_KEYS, vouchedFor } from './identity.mts';
import { PlatformProcess } from './platform-process.mts';

const API_KEY = 'chaos-api-key-of-more-than-32-characters';

interface Program {
  readonly service: Service;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const SEPARATE = { RELAY: 'separate' };

/**
 * Each process and what it is. incident-svc runs twice: what one of them loses, the other takes over. The relay of
 * cmdb-svc is a process of its own.
 */
const PROGRAMS = {
  'cmdb-svc': { service: 'cmdb-svc', env: SEPARATE },
  'cmdb-relay': { service: 'cmdb-svc', args: ['relay'], env: SEPARATE },
  'incident-svc': { service: 'incident-svc' },
  'incident-svc-2': { service: 'incident-svc' },
  'change-svc': { service: 'change-svc' },
  'capacity-svc': { service: 'capacity-svc' },
} as const satisfies Record<string, Program>;

export type ProcessName = keyof typeof PROGRAMS | 'gateway';

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
  readonly serviceHeaders = vouchedFor('chaos');
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
    const owners = [...SERVICES, 'gateway'] as const;
    const names = new Map(owners.map((owner) => [owner, `${settings.prefix}${owner}`.replaceAll(/\W/g, '_')]));
    await onServer(
      settings.databaseUrl,
      [...names.values()].map((name) => `create database "${name}"`),
    );
    const urlIn = (server: string, owner: Service | 'gateway'): string => withDatabase(server, names.get(owner) ?? '');
    const all: readonly ProcessName[] = [...typedKeys(PROGRAMS), 'gateway'];
    const wanted = settings.only ?? all;
    const ports = await findFreePorts(wanted.length);
    const urls = new Map(wanted.map((name, at) => [name, `http://127.0.0.1:${ports[at] ?? 0}`]));
    const upstreams = Object.fromEntries(
      SERVICES.map((service) => [GATEWAY_VARIABLES[service], urls.get(service) ?? 'http://127.0.0.1:9']),
    );
    const processes = new Map(
      wanted.map((name, at) => {
        const program: Program | undefined = name === 'gateway' ? undefined : PROGRAMS[name];
        const script = join(settings.root, settings.dist, 'apps', program?.service ?? 'gateway', 'src', 'main.js');
        return [
          name,
          new PlatformProcess({
            name,
            script,
            args: program?.args ?? [],
            url: urls.get(name) ?? '',
            logFile: join(settings.logs, `${name}.log`),
            onSpawn: (pid) => settings.onSpawn(name, pid, script),
            env: {
              HOST: '127.0.0.1',
              PORT: String(ports[at] ?? 0),
              KAFKA_BROKERS: settings.proxiedBroker,
              KAFKA_PREFIX: settings.prefix,
              ...IDENTITY_KEYS,
              LOG_LEVEL: 'info',
              DATABASE_URL: urlIn(settings.proxiedDatabaseUrl, program?.service ?? 'gateway'),
              ...(program === undefined ? { ...upstreams, API_KEY } : {}),
              ...program?.env,
              ...settings.env,
            },
          }),
        ] as const;
      }),
    );
    const running = new Set(wanted.flatMap((name) => (name === 'gateway' ? [] : [PROGRAMS[name].service])));
    const databases: DatabaseUrls = new Map(
      [...running].map((service) => [service, urlIn(settings.databaseUrl, service)]),
    );
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

  /** At once: how they end when asked to is for others to test. */
  async stop(): Promise<void> {
    await Promise.all(this.all.map((one) => one.kill()));
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
