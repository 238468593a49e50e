import { openContainerSource } from './container-source';
import { openEmbeddedSource } from './embedded-source';
import { dockerAnswers, type KafkaGuard, type PostgresGuard } from '@itops/infra';
import type { BreakableServer, ServerSource, StartedKafka, StartedServer } from './server-source';

/** A real PostgreSQL and a real Kafka for tests, wherever they come from. */
export interface TestServers {
  /** Of the maintenance database; each test makes its own beside it with createTestDatabase. */
  readonly databaseUrl: string;
  readonly brokers: string[];
  /** Absent where the server was given, and so is not ours to break. */
  readonly kafka?: BreakableServer;
  readonly postgres?: BreakableServer;
  stop(): Promise<void>;
}

/** Each server as the environment gives it; else in a container where an engine answers; else embedded. */
export function startTestServers(options: { root: string }): Promise<TestServers> {
  return start(options.root, {
    databaseUrl: process.env['TEST_DATABASE_URL'] || process.env['DATABASE_URL'],
    brokers: process.env['TEST_KAFKA_BROKERS'] || process.env['KAFKA_BROKERS'],
  });
}

/** Servers of the caller's own whatever the environment gives: to be killed without harm to other tests. */
export async function startOwnTestServers(options: {
  root: string;
}): Promise<TestServers & { kafka: BreakableServer; postgres: BreakableServer }> {
  const servers = await start(options.root, { databaseUrl: undefined, brokers: undefined });
  const { kafka, postgres } = servers;
  if (!kafka || !postgres) throw new Error('own servers are always breakable');
  return { ...servers, kafka, postgres };
}

/** A broker of the caller's own, and nothing else. */
export function startKafkaAlone(root: string, guard: KafkaGuard): Promise<StartedKafka> {
  return startAlone(root, (source) => source.startKafka(guard));
}

/** A database server of the caller's own, and nothing else. */
export function startPostgresAlone(root: string, guard?: PostgresGuard): Promise<StartedServer> {
  return startAlone(root, (source) => source.startPostgres(guard));
}

async function startAlone<Server extends StartedServer>(
  root: string,
  begin: (source: ServerSource) => Promise<Server>,
): Promise<Server> {
  const source = await openSource(root);
  try {
    const server = await begin(source);
    return {
      ...server,
      stop: async () => {
        await server.stop();
        await source.close();
      },
    };
  } catch (error) {
    await source.close();
    throw error;
  }
}

async function start(
  root: string,
  given: { databaseUrl: string | undefined; brokers: string | undefined },
): Promise<TestServers> {
  const source = given.databaseUrl && given.brokers ? undefined : await openSource(root);
  const started: StartedServer[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((server) => server.stop()));
    await source?.close();
  };
  const own = async (wanted: Promise<StartedServer> | undefined): Promise<StartedServer | undefined> => {
    const server = await wanted;
    if (server) started.push(server);
    return server;
  };
  const [postgres, kafka] = await Promise.allSettled([
    own(given.databaseUrl ? undefined : source?.startPostgres()),
    own(given.brokers ? undefined : source?.startKafka()),
  ]);
  if (postgres.status === 'rejected' || kafka.status === 'rejected') {
    await stop();
    throw postgres.status === 'rejected' ? postgres.reason : kafka.status === 'rejected' && kafka.reason;
  }
  return {
    databaseUrl: postgres.value?.address ?? given.databaseUrl ?? '',
    brokers: (kafka.value?.address ?? given.brokers ?? '').split(',').map((broker) => broker.trim()),
    ...(postgres.value ? { postgres: postgres.value } : {}),
    ...(kafka.value ? { kafka: kafka.value } : {}),
    stop,
  };
}

async function openSource(root: string): Promise<ServerSource> {
  return (await dockerAnswers()) ? openContainerSource() : openEmbeddedSource(root);
}
