import { join } from 'node:path';
import { embeddedKafka } from '../../infra/embedded/kafka.mts';
import { findFreePorts } from '../../infra/embedded/ports.mts';
import { postgresUrl } from '../../infra/embedded/postgres-settings.mts';
import { embeddedPostgres } from '../../infra/embedded/postgres.mts';
import { Children } from '../chaos/stage/children.mts';
import { Platform } from '../chaos/stage/platform.mts';

const PASSWORD = 'fuzz';
/** What a limit refuses says nothing about the operation behind it. */
const UNLIMITED = '100000,1000000';

const SETTINGS = {
  RATE_LIMIT_READ: UNLIMITED,
  RATE_LIMIT_WRITE: UNLIMITED,
  RATE_LIMIT_REPORT: UNLIMITED,
  RATE_LIMIT_STREAM: UNLIMITED,
  RATE_LIMIT_ADMIN: UNLIMITED,
  RATE_LIMIT_STRANGERS: UNLIMITED,
  // On a machine that is busy with other things a service may be slow without anything being wrong.
  UPSTREAM_TIMEOUT_MS: '90000',
  // A stream ends soon, so that it is an answer like others.
  STREAM_MINUTES: '0.005',
  STREAM_HEARTBEAT_MS: '100',
  SECRETS_KEY: 'only-to-fuzz-the-platform-0000000000',
} as const;

export interface Stage {
  readonly url: string;
  readonly key: string;
  /** What of the platform has ended meanwhile, by name. */
  ended(): string[];
  /** Keeps the processes' logs in the folder that is given. */
  stop(logsTo?: string): Promise<void>;
}

/** The whole platform as processes, with servers of its own, on free ports. */
export async function startStage(root: string, dist: string): Promise<Stage> {
  const children = await Children.open(root);
  const [postgresPort = 0, kafkaPort = 0, controllerPort = 0] = await findFreePorts(3);
  await embeddedKafka.prepare(root);
  const [postgres, kafka] = await Promise.all([
    embeddedPostgres.start({
      ...{ root, port: postgresPort, password: PASSWORD },
      folder: join(children.folder, 'postgres'),
      logFile: join(children.folder, 'postgres.log'),
      onSpawn: ({ pid, marker }) => children.add('postgres', pid, marker),
    }),
    embeddedKafka.start({
      ...{ root, port: kafkaPort, controllerPort },
      folder: join(children.folder, 'kafka'),
      logFile: join(children.folder, 'kafka.log'),
      onSpawn: ({ pid, marker }) => children.add('kafka', pid, marker),
    }),
  ]);
  const databaseUrl = postgresUrl(postgresPort, PASSWORD);
  const platform = await Platform.start({
    ...{ root, dist, logs: children.folder, prefix: 'fuzz.', env: SETTINGS },
    ...{ databaseUrl, proxiedDatabaseUrl: databaseUrl, proxiedBroker: `127.0.0.1:${kafkaPort}` },
    only: ['cmdb-svc', 'cmdb-relay', 'incident-svc', 'change-svc', 'capacity-svc', 'gateway'],
    onSpawn: (name, pid, script) => children.add(name, pid, script),
  });
  return {
    url: platform.process('gateway').url,
    key: platform.gatewayHeaders.authorization.replace('Bearer ', ''),
    ended: () => platform.all.filter(({ isRunning }) => !isRunning).map(({ name }) => name),
    async stop(logsTo) {
      await platform.stop();
      await Promise.all([postgres.kill('SIGKILL'), kafka.kill('SIGKILL')]);
      await children.close(logsTo);
    },
  };
}
