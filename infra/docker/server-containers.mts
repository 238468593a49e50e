import {
  guardedProperties,
  kafkaProperties,
  scramArguments,
  toContainerEnvironment,
  tokenKeysFlag,
  toPropertiesFile,
} from '../embedded/kafka-properties.mts';
import type { KafkaGuard, PostgresGuard, ScramUser } from '../embedded/managed-server.mts';
import { KAFKA_VERSION } from '../embedded/kafka-jars.mts';
import { guardFiles, INITDB_FLAGS, POSTGRES_FLAGS, POSTGRES_USER, tlsFlags } from '../embedded/postgres-settings.mts';

/** What a container of one server is made of; `docker run` and testcontainers both start it from this. */
export interface ServerContainer {
  readonly image: string;
  readonly env: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly containerPort: number;
  readonly hostPort: number;
  /** Where the image keeps its data. */
  readonly dataPath: string;
}

/** A server that needs files in its container. */
export interface GuardedContainer extends ServerContainer {
  /** Beside its first, the same inside and outside. */
  readonly ports: readonly number[];
  readonly files: readonly { readonly target: string; readonly content: string }[];
}

const GUARD_FOLDER = '/etc/itops';

const CONTROLLER_PORT = 29093;
/** Any; the data is that of one container. */
const CLUSTER_ID = 'aXRvcHMtdGVzdC1rYWZrYQ';

/** The broker's clients get its address from the broker itself, so the port must be the same inside and outside. */
export function kafkaContainer(port: number): ServerContainer {
  const dataPath = '/var/lib/kafka/data';
  return {
    image: `apache/kafka:${KAFKA_VERSION}`,
    env: toContainerEnvironment(
      kafkaProperties({
        listeners: `PLAINTEXT://0.0.0.0:${port},CONTROLLER://127.0.0.1:${CONTROLLER_PORT}`,
        'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
        'controller.quorum.voters': `1@127.0.0.1:${CONTROLLER_PORT}`,
        'log.dirs': dataPath,
      }),
    ),
    command: [],
    containerPort: port,
    hostPort: port,
    dataPath,
  };
}

/** Formats its data with the users of the guard, which the image's own start does not. */
export function guardedKafkaContainer(port: number, guard: KafkaGuard): GuardedContainer {
  const plain = kafkaContainer(port);
  const [propertiesFile, tokenKeysFile] = [`${GUARD_FOLDER}/server.properties`, `${GUARD_FOLDER}/token-keys.json`];
  const placed = {
    listeners: `PLAINTEXT://0.0.0.0:${port},CONTROLLER://127.0.0.1:${CONTROLLER_PORT}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.quorum.voters': `1@127.0.0.1:${CONTROLLER_PORT}`,
    'log.dirs': plain.dataPath,
  };
  const format = ['/opt/kafka/bin/kafka-storage.sh', 'format', '--ignore-formatted'];
  const formatted = [...format, '-t', CLUSTER_ID, '-c', propertiesFile, ...scramArguments(guard.scramUsers)];
  return {
    ...plain,
    env: { KAFKA_OPTS: tokenKeysFlag(`file://${tokenKeysFile}`) },
    command: [
      ...['bash', '-c'],
      `${formatted.map((word) => `'${word}'`).join(' ')} && exec /opt/kafka/bin/kafka-server-start.sh ${propertiesFile}`,
    ],
    ports: guard.listeners.map((listener) => listener.port),
    files: [
      {
        target: propertiesFile,
        content: toPropertiesFile(guardedProperties(placed, guard, '0.0.0.0', `file://${tokenKeysFile}`)),
      },
      { target: tokenKeysFile, content: guard.tokenKeys ?? '{"keys":[]}' },
    ],
  };
}

/** Words that add a user, or give one a new password, when run in the container. */
export function scramUserCommand(port: number, { mechanism, name, password }: ScramUser): string[] {
  return [
    ...['/opt/kafka/bin/kafka-configs.sh', '--bootstrap-server', `127.0.0.1:${port}`, '--alter'],
    ...['--entity-type', 'users', '--entity-name', name, '--add-config', `${mechanism}=[password=${password}]`],
  ];
}

/** The server wants its key to be its own; clients come from outside of the container, so from any address. */
export function guardedPostgresContainer(port: number, password: string, guard: PostgresGuard): GuardedContainer {
  const plain = postgresContainer(port, password);
  const anywhere = guard.accessRules.map((rule) => rule.replace('127.0.0.1/32', 'all'));
  const files = guardFiles({ ...guard, accessRules: ['local all all trust', ...anywhere] });
  const own = '/var/lib/itops';
  const flags = tlsFlags(own).join(' ');
  return {
    ...plain,
    command: [
      ...['bash', '-c'],
      `install -d -o postgres ${own} && install -o postgres -m 600 ${GUARD_FOLDER}/* ${own}/ && ` +
        `exec docker-entrypoint.sh ${plain.command.join(' ')} ${flags} -c hba_file=${own}/pg_hba.conf`,
    ],
    ports: [],
    files: Object.entries(files).map(([name, content]) => ({ target: `${GUARD_FOLDER}/${name}`, content })),
  };
}

export function postgresContainer(port: number, password: string): ServerContainer {
  return {
    image: 'postgres:18',
    env: {
      POSTGRES_USER,
      POSTGRES_PASSWORD: password,
      POSTGRES_INITDB_ARGS: INITDB_FLAGS.join(' '),
    },
    command: ['postgres', ...POSTGRES_FLAGS],
    containerPort: 5432,
    hostPort: port,
    // From version 18 on the image keeps its data one level higher than before.
    dataPath: '/var/lib/postgresql',
  };
}
