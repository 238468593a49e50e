import { kafkaProperties, toContainerEnvironment } from '../embedded/kafka-properties.mts';
import { KAFKA_VERSION } from '../embedded/kafka-jars.mts';
import { INITDB_FLAGS, POSTGRES_FLAGS, POSTGRES_USER } from '../embedded/postgres-settings.mts';

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

const CONTROLLER_PORT = 29093;

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
