import { join } from 'node:path';
import {
  chooseProvider,
  type KafkaSettings,
  type ManagedServer,
  type OnSpawn,
  type PostgresSettings,
  type ServerProvider,
} from '../../infra/embedded/managed-server.mts';
import { brokersAnswer } from '../../infra/embedded/kafka-readiness.mts';
import { postgresUrl } from '../../infra/embedded/postgres-settings.mts';
import { findFreePorts } from '../../infra/embedded/ports.mts';
import { ProcessLedger } from '../../infra/embedded/process-ledger.mts';
import { KAFKA_PROVIDERS, POSTGRES_PROVIDERS } from '../../infra/embedded/server-providers.mts';
import { waitUntil } from '../../infra/embedded/wait-until.mts';
import { createDatabases, withDatabase } from './databases.mts';
import { requireFreePorts } from './port-check.mts';
import { removeAllData } from './reset.mts';
import { keptPublicKey, keptSecret, keptSigningKey } from './secrets.mts';
import { ServiceProcess } from './service-process.mts';
import { supervise, type Supervised } from './supervision.mts';
import { GATEWAY, type Places, portOf, SERVER_PORTS, type ServiceSpec, SERVICES } from './topology.mts';
import { serviceEnvironment, UserError } from './topology.mts';

/** In this order everything is stopped: nobody loses what he still needs. */
const STOPPING_ORDER = ['gateway', 'services', 'kafka', 'postgres'] as const;
type Stage = (typeof STOPPING_ORDER)[number];

interface HowToRun {
  /** Where another than the service's own. */
  readonly port?: number;
  readonly args?: readonly string[];
}

/** All processes of the platform: how each is started, watched and stopped. */
export class Platform {
  readonly #at: Places;
  readonly #say: (line: string) => void;
  readonly #stopping = new AbortController();
  readonly #ledger: ProcessLedger;
  readonly #running: (Supervised & { stage: Stage; watched: Promise<void> })[] = [];
  /** Starts in progress; stopping waits for them, so that none appears behind its back. */
  readonly #starting = new Set<Promise<unknown>>();
  readonly #kafka: ServerProvider<KafkaSettings> | undefined;
  readonly #postgres: ServerProvider<PostgresSettings> | undefined;
  #stopped: Promise<void> | undefined;

  private constructor(
    at: Places,
    say: (line: string) => void,
    kafka: ServerProvider<KafkaSettings> | undefined,
    postgres: ServerProvider<PostgresSettings> | undefined,
  ) {
    this.#at = at;
    this.#say = say;
    this.#kafka = kafka;
    this.#postgres = postgres;
    this.#ledger = new ProcessLedger(at.processes);
  }

  /** Decides how each server is run; a server that the environment gives is not ours to start. */
  static async plan(at: Places, say: (line: string) => void): Promise<Platform> {
    const kafka = givenBrokers() ? undefined : await chooseProvider('Kafka', KAFKA_PROVIDERS, at.root);
    const postgres = givenDatabase() ? undefined : await chooseProvider('PostgreSQL', POSTGRES_PROVIDERS, at.root);
    return new Platform(at, say, kafka, postgres);
  }

  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  get brokers(): string {
    return givenBrokers() ?? `127.0.0.1:${portOf(SERVER_PORTS.kafka)}`;
  }

  get titles(): { kafka: string; postgres: string } {
    return {
      kafka: this.#kafka?.title ?? 'Kafka given by KAFKA_BROKERS',
      postgres: this.#postgres?.title ?? 'PostgreSQL given by DATABASE_URL',
    };
  }

  /** What an earlier start that was killed has left running. */
  endLeftovers(): Promise<string[]> {
    return this.#ledger.endLeftovers();
  }

  async removeAllData(): Promise<void> {
    const ours = [
      ...(this.#kafka ? [{ removeData: this.#kafka.removeData, folder: this.#at.kafka }] : []),
      ...(this.#postgres ? [{ removeData: this.#postgres.removeData, folder: this.#at.postgres }] : []),
    ];
    await removeAllData(this.#at, ours, this.#postgres === undefined);
  }

  requireFreePorts(): Promise<void> {
    return requireFreePorts([
      ...[...SERVICES, GATEWAY].map((spec) => ({ ...spec, component: spec.name })),
      ...(this.#postgres ? [SERVER_PORTS.postgres] : []),
      ...(this.#kafka ? [SERVER_PORTS.kafka, SERVER_PORTS.kafkaController] : []),
    ]);
  }

  async prepareKafka(): Promise<void> {
    await this.#kafka?.prepare(this.#at.root, this.signal);
  }

  async startKafka(): Promise<void> {
    const provider = this.#kafka;
    if (!provider) {
      // A guarded one is asked by the services, which have the settings for it; they are not ready before it is there.
      if (process.env['KAFKA_TLS'] === 'on' || process.env['KAFKA_SASL_MECHANISM']) return;
      const brokers = this.brokers.split(',').map((broker) => broker.trim());
      await waitUntil(() => brokersAnswer(brokers), {
        ...{ what: `Kafka at ${this.brokers} (KAFKA_BROKERS)`, timeoutMs: 20_000, signal: this.signal },
      });
      return;
    }
    await this.#launch('kafka', 'kafka', (onSpawn) =>
      provider.start({
        ...{ root: this.#at.root, folder: this.#at.kafka, logFile: this.#at.logOf('kafka') },
        ...{ port: portOf(SERVER_PORTS.kafka), controllerPort: portOf(SERVER_PORTS.kafkaController) },
        ...{ onSpawn, signal: this.signal },
      }),
    );
  }

  async startPostgres(): Promise<void> {
    const provider = this.#postgres;
    if (!provider) return;
    await provider.prepare(this.#at.root, this.signal);
    await this.#launch('postgres', 'postgres', (onSpawn) =>
      provider.start({
        ...{ root: this.#at.root, folder: this.#at.postgres, logFile: this.#at.logOf('postgres') },
        ...{ port: portOf(SERVER_PORTS.postgres), password: keptSecret(this.#at.postgresPassword) },
        ...{ onSpawn, signal: this.signal },
      }),
    );
  }

  createDatabases(): Promise<void> {
    const names = [...SERVICES, GATEWAY].map(({ database }) => database);
    return createDatabases(this.#databaseServerUrl(), names);
  }

  async startService(spec: ServiceSpec): Promise<void> {
    await this.#startProcess(spec.name, spec, {});
  }

  /** With RELAY=separate: the process that publishes what the service writes. */
  async startRelay(spec: ServiceSpec): Promise<void> {
    const [port = 0] = await findFreePorts(1);
    await this.#startProcess(`${spec.name}-relay`, spec, { port, args: ['relay'] });
  }

  async #startProcess(name: string, spec: ServiceSpec, { port = portOf(spec), args = [] }: HowToRun): Promise<void> {
    const shared = {
      brokers: this.brokers,
      internalTokenKeys: keptSigningKey(this.#at.internalTokenKey),
      cursorKey: keptSecret(this.#at.cursorKey),
      databaseUrl: (database: string) => withDatabase(this.#databaseServerUrl(), database),
    };
    keptSecret(this.#at.secretsKey);
    keptPublicKey(this.#at.auditPublicKey, keptSigningKey(this.#at.auditKey));
    await this.#launch(name, spec === GATEWAY ? 'gateway' : 'services', async (onSpawn) => {
      const service = new ServiceProcess({
        ...{ name, args, url: `http://127.0.0.1:${port}`, logFile: this.#at.logOf(name), cwd: this.#at.root },
        script: join(this.#at.root, 'dist', 'apps', spec.name, 'src', 'main.js'),
        env: { ...serviceEnvironment(spec, shared, this.#at), PORT: String(port) },
        ...{ onSpawn, signal: this.signal },
      });
      try {
        await service.restart();
        return service;
      } catch (error) {
        await service.stop();
        throw error;
      }
    });
  }

  recordProcess(name: string): OnSpawn {
    return ({ pid, marker }) => this.#ledger.record({ name, pid, marker });
  }

  /** Gateway, services, Kafka, PostgreSQL. Called again, it is the same stop and not a second one. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  async #stopAll(): Promise<void> {
    this.#stopping.abort(new UserError('interrupted'));
    await Promise.allSettled(this.#starting);
    for (const stage of STOPPING_ORDER) {
      const members = this.#running.filter((member) => member.stage === stage);
      if (members.length === 0) continue;
      const started = Date.now();
      const seconds = (): string => ((Date.now() - started) / 1000).toFixed(1);
      const orderly: string[] = [];
      await Promise.all(
        members.map(async (member) => {
          if (await stopForGood(member)) orderly.push(member.name);
          else this.#say(`  killed ${member.name} after ${seconds()} s: it did not stop by itself`);
        }),
      );
      if (orderly.length > 0) this.#say(`  stopped ${orderly.join(', ')} [${seconds()} s]`);
    }
    this.#ledger.forgetAll();
  }

  async #launch(name: string, stage: Stage, start: (onSpawn: OnSpawn) => Promise<ManagedServer>): Promise<void> {
    this.signal.throwIfAborted();
    const starting = start(this.recordProcess(name)).then((server) => {
      const supervised = { name, server, logFile: this.#at.logOf(name) };
      const watched = supervise(supervised, this.signal, this.#say);
      this.#running.push({ ...supervised, stage, watched });
    });
    this.#starting.add(starting);
    try {
      await starting;
    } finally {
      this.#starting.delete(starting);
    }
  }

  #databaseServerUrl(): string {
    return givenDatabase() ?? postgresUrl(portOf(SERVER_PORTS.postgres), keptSecret(this.#at.postgresPassword));
  }
}

/**
 * Its supervisor may be starting it again just now; that start is seen out and ended as well. Answers whether it ended by
 * itself when it was asked to.
 */
async function stopForGood({ server, watched }: { server: ManagedServer; watched: Promise<void> }): Promise<boolean> {
  await server.stop();
  await watched;
  await server.stop();
  return (await server.exited).signal !== 'SIGKILL';
}

function givenDatabase(): string | undefined {
  return process.env['DATABASE_URL'] || undefined;
}

function givenBrokers(): string | undefined {
  return process.env['KAFKA_BROKERS'] || undefined;
}
