import type { StartedTestContainer } from 'testcontainers';
import {
  brokersAnswer,
  findFreePorts,
  type GuardedContainer,
  guardedKafkaContainer,
  guardedPostgresContainer,
  kafkaContainer,
  postgresAnswers,
  postgresContainer,
  postgresUrl,
  scramUserCommand,
  waitUntil,
} from '@itops/infra';
import type { ServerSource, StartedServer } from './server-source';

const PASSWORD = 'test';
/** Octal 644: the server's user in the container is another than ours. */
const READABLE = 0o644;
const UNGUARDED = { ports: [], files: [] };
const READY_WITHIN_MS = 120_000;

/** Servers in containers; testcontainers removes them even when the test run is killed. */
export function openContainerSource(): ServerSource {
  return {
    async startPostgres(guard) {
      const [port = 0] = await findFreePorts(1);
      const url = postgresUrl(port, PASSWORD);
      const container = guard
        ? guardedPostgresContainer(port, PASSWORD, guard)
        : { ...postgresContainer(port, PASSWORD), ...UNGUARDED };
      return (await startContainer('PostgreSQL', container, url, () => postgresAnswers(url))).server;
    },
    async startKafka(guard) {
      const [port = 0] = await findFreePorts(1);
      const broker = `127.0.0.1:${port}`;
      const container = guard ? guardedKafkaContainer(port, guard) : { ...kafkaContainer(port), ...UNGUARDED };
      const { server, run } = await startContainer('Kafka', container, broker, () => brokersAnswer([broker]));
      return { ...server, setScramUser: (user) => run(scramUserCommand(port, user)) };
    },
    close: () => Promise.resolve(),
  };
}

async function startContainer(
  what: string,
  container: GuardedContainer,
  address: string,
  answers: () => Promise<boolean>,
): Promise<{ server: StartedServer; run: (command: string[]) => Promise<void> }> {
  // Loaded only where an engine answers: it is large.
  const { GenericContainer, getContainerRuntimeClient, Wait } = await import('testcontainers');
  const usable = (): Promise<void> => waitUntil(answers, { what, timeoutMs: READY_WITHIN_MS, everyMs: 250 });
  const running: StartedTestContainer = await new GenericContainer(container.image)
    .withEnvironment(container.env)
    .withCommand([...container.command])
    .withExposedPorts(
      ...[{ container: container.containerPort, host: container.hostPort }, ...container.ports.map(samePort)],
    )
    .withCopyContentToContainer(container.files.map((file) => ({ ...file, mode: READABLE })))
    .withWaitStrategy(Wait.forListeningPorts())
    .start();
  await usable();
  const engine = await getContainerRuntimeClient();
  const handle = engine.container.getById(running.getId());
  const server: StartedServer = {
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
  return {
    server,
    async run(command) {
      const { exitCode, output } = await running.exec(command);
      if (exitCode !== 0) throw new Error(`${command.join(' ')} failed in the container: ${output}`);
    },
  };
}

function samePort(port: number): { container: number; host: number } {
  return { container: port, host: port };
}
