import type { StartedTestContainer } from 'testcontainers';
import {
  brokersAnswer,
  findFreePorts,
  kafkaContainer,
  postgresAnswers,
  postgresContainer,
  postgresUrl,
  type ServerContainer,
  waitUntil,
} from '@itops/infra';
import type { ServerSource, StartedServer } from './server-source';

const PASSWORD = 'test';
const READY_WITHIN_MS = 120_000;

/** Servers in containers; testcontainers removes them even when the test run is killed. */
export function openContainerSource(): ServerSource {
  return {
    async startPostgres() {
      const [port = 0] = await findFreePorts(1);
      const url = postgresUrl(port, PASSWORD);
      return startContainer('PostgreSQL', postgresContainer(port, PASSWORD), url, () => postgresAnswers(url));
    },
    async startKafka() {
      const [port = 0] = await findFreePorts(1);
      const broker = `127.0.0.1:${port}`;
      return startContainer('Kafka', kafkaContainer(port), broker, () => brokersAnswer([broker]));
    },
    close: () => Promise.resolve(),
  };
}

async function startContainer(
  what: string,
  container: ServerContainer,
  address: string,
  answers: () => Promise<boolean>,
): Promise<StartedServer> {
  // Loaded only where an engine answers: it is large.
  const { GenericContainer, getContainerRuntimeClient, Wait } = await import('testcontainers');
  const usable = (): Promise<void> => waitUntil(answers, { what, timeoutMs: READY_WITHIN_MS, everyMs: 250 });
  const running: StartedTestContainer = await new GenericContainer(container.image)
    .withEnvironment(container.env)
    .withCommand([...container.command])
    .withExposedPorts({ container: container.containerPort, host: container.hostPort })
    .withWaitStrategy(Wait.forListeningPorts())
    .start();
  await usable();
  const engine = await getContainerRuntimeClient();
  const handle = engine.container.getById(running.getId());
  return {
    address,
    async kill() {
      await handle.kill({ signal: 'SIGKILL' });
      await handle.wait();
    },
    async restart() {
      await handle.start();
      await usable();
    },
    async stop() {
      await running.stop();
    },
  };
}
