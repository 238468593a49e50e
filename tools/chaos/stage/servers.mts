import { join } from 'node:path';
import { embeddedKafka } from '../../../infra/embedded/kafka.mts';
import type { ManagedServer } from '../../../infra/embedded/managed-server.mts';
import { findFreePorts } from '../../../infra/embedded/ports.mts';
import { postgresUrl } from '../../../infra/embedded/postgres-settings.mts';
import { embeddedPostgres } from '../../../infra/embedded/postgres.mts';
import { PostgresFrontend } from '../proxies/postgres-frontend.mts';
import { TcpProxy } from '../proxies/tcp-proxy.mts';
import type { Children } from './children.mts';
import { SmallDisk } from './small-disk.mts';

const PASSWORD = 'chaos';
const KAFKA_DISK_MEGABYTES = 1_024;

/** A server, and the way to it that can be broken. */
export interface Reachable {
  readonly server: ManagedServer;
  readonly proxy: TcpProxy;
}

export interface Servers {
  readonly postgres: Reachable;
  readonly kafka: Reachable;
  /** Of the maintenance database, for the rig itself: past the proxy. */
  readonly databaseUrl: string;
  /** For the platform. */
  readonly proxiedDatabaseUrl: string;
  readonly broker: string;
  readonly proxiedBroker: string;
  /** What the broker's log is on, or why it is not on one of its own. */
  readonly kafkaDisk: SmallDisk | string;
  stop(): Promise<void>;
}

/** A PostgreSQL and a Kafka of the rig's own, each behind a proxy that the platform goes through. */
export async function startServers(root: string, children: Children): Promise<Servers> {
  const [postgresPort = 0, kafkaPort = 0, controllerPort = 0, kafkaInner = 0] = await findFreePorts(4);
  const postgresProxy = await TcpProxy.start({ target: postgresPort, listen: () => new PostgresFrontend() });
  const kafkaProxy = await TcpProxy.start({ target: kafkaInner });
  const kafkaFolder = join(children.folder, 'kafka');
  const kafkaDisk = await SmallDisk.mount(join(kafkaFolder, 'data'), KAFKA_DISK_MEGABYTES);
  await embeddedKafka.prepare(root);
  const release = async (): Promise<void> => {
    await Promise.all([postgresProxy.close(), kafkaProxy.close()]);
    if (kafkaDisk instanceof SmallDisk) await kafkaDisk.unmount();
  };
  const [postgres, kafka] = await bothOrNeither(
    embeddedPostgres.start({
      ...{ root, port: postgresPort, password: PASSWORD },
      folder: join(children.folder, 'postgres'),
      logFile: join(children.folder, 'postgres.log'),
      onSpawn: ({ pid, marker }) => children.add('postgres', pid, marker),
    }),
    embeddedKafka.start({
      ...{ root, port: kafkaPort, controllerPort, folder: kafkaFolder },
      properties: proxiedListener(kafkaPort, controllerPort, kafkaInner, kafkaProxy.port),
      logFile: join(children.folder, 'kafka.log'),
      onSpawn: ({ pid, marker }) => children.add('kafka', pid, marker),
    }),
    release,
  );
  return {
    postgres: { server: postgres, proxy: postgresProxy },
    kafka: { server: kafka, proxy: kafkaProxy },
    databaseUrl: postgresUrl(postgresPort, PASSWORD),
    proxiedDatabaseUrl: postgresUrl(postgresProxy.port, PASSWORD),
    broker: `127.0.0.1:${kafkaPort}`,
    proxiedBroker: `127.0.0.1:${kafkaProxy.port}`,
    kafkaDisk,
    async stop() {
      await Promise.all([postgres.stop(), kafka.kill('SIGKILL')]);
      await release();
    },
  };
}

/** Where one does not start, the other is stopped before it is told. */
async function bothOrNeither(
  one: Promise<ManagedServer>,
  other: Promise<ManagedServer>,
  release: () => Promise<void>,
): Promise<readonly [ManagedServer, ManagedServer]> {
  try {
    return await Promise.all([one, other]);
  } catch (error) {
    for (const started of await Promise.allSettled([one, other])) {
      if (started.status === 'fulfilled') await started.value.kill('SIGKILL');
    }
    await release();
    throw error;
  }
}

/** A client asks the broker where it is: on the second listener the answer is the proxy's port. */
function proxiedListener(port: number, controller: number, inner: number, proxy: number): Record<string, string> {
  const direct = `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}`;
  return {
    listeners: `${direct},PROXIED://127.0.0.1:${inner}`,
    'advertised.listeners': `${direct},PROXIED://127.0.0.1:${proxy}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,PROXIED:PLAINTEXT',
    // Room on the small disk is given back only when somebody writes; nothing is to expire meanwhile.
    'log.segment.bytes': String(16 * 1024 * 1024),
    'log.index.size.max.bytes': String(256 * 1024),
  };
}
