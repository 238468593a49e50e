import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';

import { createOpsClient, type OpsClient } from '@itops/client';
import { findFreePorts, SERVICE_FLAGS } from '@itops/infra';
import {
  ApiClient,
  createTestDatabase,
  EventSourceUnderTest,
  eventually,
  newPrefix,
  TEST_IDENTITY_KEYS,
  type TestDatabase,
} from '@itops/testing';

const ROOT = path.resolve(__dirname, '../../..');
const API_KEY = 'e2e-api-key-of-more-than-32-characters';

/** Each service, and the variable under which the gateway learns its address. */
const SERVICES = {
  'cmdb-svc': 'CMDB_URL',
  'incident-svc': 'INCIDENT_URL',
  'change-svc': 'CHANGE_URL',
  'capacity-svc': 'CAPACITY_URL',
} as const;

export type ProcessName = keyof typeof SERVICES | 'gateway';

interface Running {
  readonly env: Record<string, string>;
  readonly port: number;
  child: ChildProcess;
}

/** The five processes as they run in production, on servers of the caller's, with topics and databases of their own. */
export class PlatformProcesses {
  /** For requests as no good client sends them. */
  readonly api: ApiClient;
  /** Goes on asking while a part of the platform is away, for more than a minute. */
  readonly client: OpsClient;
  private readonly running = new Map<ProcessName, Running>();
  private readonly databases: TestDatabase[] = [];
  private readonly databaseUrls = new Map<ProcessName, string>();

  private constructor(
    gatewayPort: number,
    private readonly logFolder: string,
  ) {
    const baseUrl = `http://127.0.0.1:${gatewayPort}`;
    this.api = new ApiClient(baseUrl, { authorization: `Bearer ${API_KEY}` });
    this.client = createOpsClient({ baseUrl, key: API_KEY, attempts: 20 });
  }

  /** @param env further settings of every process */
  static async start(
    servers: { databaseUrl: string; brokers: readonly string[] },
    env: Readonly<Record<string, string>> = {},
  ): Promise<PlatformProcesses> {
    const services = Object.entries(SERVICES);
    const [gatewayPort = 0, ...ports] = await findFreePorts(1 + services.length);
    const logFolder = path.join(ROOT, '.itops', 'test-logs');
    mkdirSync(logFolder, { recursive: true });
    const platform = new PlatformProcesses(gatewayPort, logFolder);
    const shared = {
      HOST: '127.0.0.1',
      KAFKA_BROKERS: servers.brokers.join(','),
      KAFKA_PREFIX: newPrefix(),
      ...TEST_IDENTITY_KEYS,
      LOG_LEVEL: 'info',
      ...env,
    };
    const urls: Record<string, string> = {};
    const databaseOf = async (name: ProcessName): Promise<string> => {
      const database = await createTestDatabase(name, servers.databaseUrl);
      platform.databases.push(database);
      platform.databaseUrls.set(name, database.url);
      return database.url;
    };
    for (const [index, [name, urlVariable]] of services.entries()) {
      const port = ports[index] ?? 0;
      urls[urlVariable] = `http://127.0.0.1:${port}`;
      if (!isProcessName(name)) continue;
      platform.launch(name, port, { ...shared, PORT: String(port), DATABASE_URL: await databaseOf(name) });
    }
    const own = { PORT: String(gatewayPort), DATABASE_URL: await databaseOf('gateway'), API_KEY };
    platform.launch('gateway', gatewayPort, { ...shared, ...urls, ...own });
    try {
      await Promise.all([...platform.running.keys()].map((name) => platform.ready(name)));
    } catch (error) {
      // Else they would go on for ever, with nobody who knows of them.
      await platform.stop();
      throw error;
    }
    return platform;
  }

  urlOf(name: ProcessName): string {
    return `http://127.0.0.1:${this.of(name).port}`;
  }

  databaseUrlOf(name: ProcessName): string {
    return this.databaseUrls.get(name) ?? '';
  }

  /** What stands before its topics on the broker. */
  get prefix(): string {
    return this.of('gateway').env['KAFKA_PREFIX'] ?? '';
  }

  /** Follows the gateway's stream of all events, from `lastId` on. */
  listen(lastId?: string): Promise<EventSourceUnderTest> {
    return EventSourceUnderTest.open(`http://127.0.0.1:${this.of('gateway').port}/v1/stream`, {
      authorization: `Bearer ${API_KEY}`,
      ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
    });
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(name: ProcessName): Promise<void> {
    const { child } = this.of(name);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** Starts it again on the same port and database. */
  async restart(name: ProcessName): Promise<void> {
    const { env, port } = this.of(name);
    this.launch(name, port, env);
    await this.ready(name);
  }

  async stop(): Promise<void> {
    await Promise.all(
      [...this.running.values()].map(async ({ child }) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await gone;
      }),
    );
    await Promise.all(this.databases.map((database) => database.drop()));
  }

  private of(name: ProcessName): Running {
    const running = this.running.get(name);
    if (running === undefined) throw new Error(`${name} was never started`);
    return running;
  }

  private launch(name: ProcessName, port: number, env: Record<string, string>): void {
    const main = path.join(ROOT, 'dist', 'apps', name, 'src', 'main.js');
    const log = createWriteStream(path.join(this.logFolder, `${name}.log`), { flags: 'a' });
    const child = spawn(process.execPath, [...SERVICE_FLAGS, main], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
    });
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    this.running.set(name, { env, port, child });
  }

  private async ready(name: ProcessName): Promise<void> {
    const { port, child } = this.of(name);
    await eventually(async () => {
      if (child.exitCode !== null)
        throw new Error(`${name} ended with ${child.exitCode}; see .itops/test-logs/${name}.log`);
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
      if (answer.status !== 200) throw new Error(`${name} is not ready: ${await answer.text()}`);
    }, 90_000);
  }
}

function isProcessName(name: string): name is ProcessName {
  return name === 'gateway' || Object.hasOwn(SERVICES, name);
}
