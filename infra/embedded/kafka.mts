import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DetachedProcess } from './detached-process.mts';
import { fetchKafkaJars, javaCommand, KAFKA_VERSION, kafkaClassPath, missingForKafka } from './kafka-jars.mts';
import { guardedProperties, scramArguments, tokenKeysFlag, toPropertiesFile } from './kafka-properties.mts';
import { kafkaAnswers } from './kafka-readiness.mts';
import type { KafkaSettings, ManagedServer, ProcessExit, ScramUser, ServerProvider } from './managed-server.mts';
import { mustRun } from './run-command.mts';
import { StartFailure } from './start-failure.mts';
import { waitUntil } from './wait-until.mts';

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;
// Small and quick to start: one node for one machine.
const JVM_FLAGS = ['-Xms256m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'];

const TOKEN_KEYS = 'token-keys.json';

/** A real broker (KRaft, one node) as a Java process of this machine. */
export const embeddedKafka: ServerProvider<KafkaSettings> = {
  title: `Apache Kafka ${KAFKA_VERSION} (Java)`,
  obstacle: missingForKafka,
  prepare: fetchKafkaJars,
  async start(settings) {
    const server = new EmbeddedKafka(settings);
    await server.restart();
    return server;
  },
  async removeData({ folder }) {
    await rm(folder, { recursive: true, force: true });
  },
};

class EmbeddedKafka implements ManagedServer {
  readonly #settings: KafkaSettings;
  #process: DetachedProcess | undefined;

  constructor(settings: KafkaSettings) {
    this.#settings = settings;
  }

  get pid(): number | undefined {
    return this.#process?.running ? this.#process.pid : undefined;
  }

  get exited(): Promise<ProcessExit> {
    return this.#process?.exited ?? Promise.resolve({ code: null, signal: null });
  }

  get #tokenKeysUrl(): string {
    return pathToFileURL(join(this.#settings.folder, TOKEN_KEYS)).href;
  }

  async restart(): Promise<void> {
    this.#settings.signal?.throwIfAborted();
    const { folder, logFile, port, root } = this.#settings;
    const propertiesFile = await this.#format();
    const broker = await DetachedProcess.start({
      command: javaCommand(),
      args: [
        ...JVM_FLAGS,
        ...(this.#settings.guard?.tokenKeys === undefined ? [] : [tokenKeysFlag(this.#tokenKeysUrl)]),
        `-Dlog4j2.configurationFile=${join(root, 'infra', 'embedded', 'log4j2.properties')}`,
        ...['-cp', kafkaClassPath(root), 'kafka.Kafka', propertiesFile],
      ],
      cwd: folder,
      logFile,
    });
    this.#process = broker;
    this.#settings.onSpawn?.({ pid: broker.pid, marker: propertiesFile });
    try {
      await waitUntil(() => kafkaAnswers(port), {
        what: 'Kafka',
        timeoutMs: READY_WITHIN_MS,
        exited: broker.exited,
        ...(this.#settings.signal === undefined ? {} : { signal: this.#settings.signal }),
      });
    } catch (error) {
      await broker.end('SIGTERM', STOP_WITHIN_MS);
      throw StartFailure.of(error, logFile, this.#settings.signal);
    }
  }

  async stop(): Promise<void> {
    await this.#process?.end('SIGTERM', STOP_WITHIN_MS);
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    this.#process?.signal(signal);
    await this.#process?.exited;
  }

  /** Writes the properties (ports may have changed) and formats the data folder when it is new. */
  async #format(): Promise<string> {
    const { controllerPort, folder, guard, port, properties, root } = this.#settings;
    const dataFolder = join(folder, 'data');
    const propertiesFile = join(folder, 'server.properties');
    const listeners = `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`;
    const placed = {
      listeners,
      'advertised.listeners': listeners,
      'controller.quorum.bootstrap.servers': `127.0.0.1:${controllerPort}`,
      'log.dirs': dataFolder,
      ...properties,
    };
    await mkdir(folder, { recursive: true });
    await writeFile(
      propertiesFile,
      toPropertiesFile(guardedProperties(placed, guard, '127.0.0.1', this.#tokenKeysUrl)),
      // Keys and passwords of a guarded broker stand in it.
      { mode: 0o600 },
    );
    if (guard?.tokenKeys !== undefined) await writeFile(join(folder, TOKEN_KEYS), guard.tokenKeys);
    if (!existsSync(join(dataFolder, 'meta.properties'))) {
      await mustRun('Formatting the data folder of Kafka', javaCommand(), [
        ...JVM_FLAGS,
        ...['-cp', kafkaClassPath(root), 'kafka.tools.StorageTool', 'format'],
        ...['--standalone', '-t', newClusterId(), '-c', propertiesFile],
        ...scramArguments(guard?.scramUsers ?? []),
      ]);
    }
    return propertiesFile;
  }
}

/** 22 characters; one that begins with a dash would be taken for an option. */
function newClusterId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newClusterId() : id;
}

/** Adds a user, or gives one a new password, while the broker runs. */
export async function setScramUser(root: string, port: number, user: ScramUser): Promise<void> {
  await mustRun('Adding a user to Kafka', javaCommand(), [
    ...[...JVM_FLAGS, '-cp', kafkaClassPath(root), 'kafka.admin.ConfigCommand'],
    ...['--bootstrap-server', `127.0.0.1:${port}`, '--alter', '--entity-type', 'users', '--entity-name', user.name],
    ...['--add-config', `${user.mechanism}=[password=${user.password}]`],
  ]);
}
