import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { DetachedProcess } from '../embedded/detached-process.mts';
import { KAFKA_VERSION } from '../embedded/kafka-jars.mts';
import { kafkaAnswers } from '../embedded/kafka-readiness.mts';
import type {
  DataPlace,
  KafkaSettings,
  ManagedServer,
  OnSpawn,
  PostgresSettings,
  ProcessExit,
  ServerProvider,
} from '../embedded/managed-server.mts';
import { postgresAnswers } from '../embedded/postgres-readiness.mts';
import { postgresUrl } from '../embedded/postgres-settings.mts';
import { mustRun, runCommand } from '../embedded/run-command.mts';
import { StartFailure } from '../embedded/start-failure.mts';
import { waitUntil } from '../embedded/wait-until.mts';
import { dockerAnswers } from './docker-engine.mts';
import { kafkaContainer, postgresContainer, type ServerContainer } from './server-containers.mts';

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_S = 20;

interface ContainerRun extends DataPlace {
  readonly what: string;
  readonly container: ServerContainer;
  readonly logFile: string;
  readonly ready: () => Promise<boolean>;
  readonly onSpawn: OnSpawn | undefined;
  readonly signal: AbortSignal | undefined;
}

export const dockerKafka: ServerProvider<KafkaSettings> = dockerProvider(
  `Apache Kafka ${KAFKA_VERSION} (Docker)`,
  kafkaContainer(0).image,
  ({ folder, logFile, onSpawn, port, signal }) => ({
    ...{ what: 'Kafka', folder, logFile, onSpawn, signal, container: kafkaContainer(port) },
    ready: () => kafkaAnswers(port),
  }),
);

export const dockerPostgres: ServerProvider<PostgresSettings> = dockerProvider(
  'PostgreSQL 18 (Docker)',
  postgresContainer(0, '').image,
  ({ folder, logFile, onSpawn, password, port, signal }) => ({
    ...{ what: 'PostgreSQL', folder, logFile, onSpawn, signal, container: postgresContainer(port, password) },
    ready: () => postgresAnswers(postgresUrl(port, password)),
  }),
);

function dockerProvider<Settings>(
  title: string,
  image: string,
  toRun: (settings: Settings) => ContainerRun,
): ServerProvider<Settings> {
  return {
    title,
    async obstacle() {
      return (await dockerAnswers()) ? undefined : 'Docker (with its engine running)';
    },
    async prepare(_root, signal) {
      if ((await runCommand('docker', ['image', 'inspect', image])).code === 0) return;
      await mustRun(`Pulling ${image}`, 'docker', ['pull', '--quiet', image], signal === undefined ? {} : { signal });
    },
    async start(settings) {
      const server = new DockerServer(toRun(settings));
      await server.restart();
      return server;
    },
    async removeData(place) {
      const name = nameFor(place);
      await runCommand('docker', ['rm', '--force', name]);
      await runCommand('docker', ['volume', 'rm', '--force', name]);
    },
  };
}

/** The container runs in the foreground of a `docker run`, which so carries its log and tells of its end. */
class DockerServer implements ManagedServer {
  readonly pid = undefined;
  readonly #run: ContainerRun;
  readonly #name: string;
  #process: DetachedProcess | undefined;

  constructor(run: ContainerRun) {
    this.#run = run;
    this.#name = nameFor(run);
  }

  get exited(): Promise<ProcessExit> {
    return this.#process?.exited ?? Promise.resolve({ code: null, signal: null });
  }

  async restart(): Promise<void> {
    const { container, logFile, onSpawn, ready, signal, what } = this.#run;
    signal?.throwIfAborted();
    await runCommand('docker', ['rm', '--force', this.#name]);
    const running = await DetachedProcess.start({
      command: 'docker',
      args: [
        ...['run', '--rm', '--name', this.#name, '--stop-timeout', String(STOP_WITHIN_S)],
        ...['--publish', `127.0.0.1:${container.hostPort}:${container.containerPort}`],
        ...['--volume', `${this.#name}:${container.dataPath}`],
        // Values from the environment of the command: a password has no place in a list of processes.
        ...Object.keys(container.env).flatMap((name) => ['--env', name]),
        ...[container.image, ...container.command],
      ],
      env: { ...process.env, ...container.env },
      logFile,
    });
    this.#process = running;
    onSpawn?.({ pid: running.pid, marker: this.#name });
    try {
      await waitUntil(ready, {
        what,
        timeoutMs: READY_WITHIN_MS,
        everyMs: 250,
        exited: running.exited,
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (error) {
      await this.stop();
      throw StartFailure.of(error, logFile, signal);
    }
  }

  async stop(): Promise<void> {
    if (!this.#process?.running) return;
    await runCommand('docker', ['stop', '--time', String(STOP_WITHIN_S), this.#name]);
    await this.#process.end('SIGTERM', STOP_WITHIN_S * 1000);
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    await runCommand('docker', ['kill', '--signal', signal, this.#name]);
    await this.#process?.exited;
  }
}

/** One name for a server's container and volume: the same for the same folder, so that data is found again. */
function nameFor({ folder }: DataPlace): string {
  return `itops-${basename(folder)}-${createHash('sha256').update(folder).digest('hex').slice(0, 10)}`;
}
