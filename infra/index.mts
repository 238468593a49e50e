/** What tests need of the servers that the platform starts for itself. */
export { dockerAnswers } from './docker/docker-engine.mts';
export {
  type GuardedContainer,
  guardedKafkaContainer,
  guardedPostgresContainer,
  kafkaContainer,
  postgresContainer,
  scramUserCommand,
  type ServerContainer,
} from './docker/server-containers.mts';
export { brokersAnswer } from './embedded/kafka-readiness.mts';
export { embeddedKafka, setScramUser } from './embedded/kafka.mts';
export type {
  GuardedListener,
  KafkaGuard,
  ManagedServer,
  PostgresGuard,
  ScramUser,
} from './embedded/managed-server.mts';
export { findFreePorts } from './embedded/ports.mts';
export { postgresAnswers } from './embedded/postgres-readiness.mts';
export { postgresUrl } from './embedded/postgres-settings.mts';
export { embeddedPostgres } from './embedded/postgres.mts';
export { ProcessLedger } from './embedded/process-ledger.mts';
export { SERVICE_FLAGS } from './service-flags.mts';
export { waitUntil } from './embedded/wait-until.mts';
