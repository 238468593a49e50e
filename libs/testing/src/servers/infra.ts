/* eslint-disable @nx/enforce-module-boundaries -- infra is no Nx project: Node runs its files as they are, before anything is built. The one door to it. */
export { dockerAnswers } from '../../../../infra/docker/docker-engine.mts';
export {
  kafkaContainer,
  postgresContainer,
  type ServerContainer,
} from '../../../../infra/docker/server-containers.mts';
export { brokersAnswer } from '../../../../infra/embedded/kafka-readiness.mts';
export { embeddedKafka } from '../../../../infra/embedded/kafka.mts';
export type { ManagedServer } from '../../../../infra/embedded/managed-server.mts';
export { findFreePorts } from '../../../../infra/embedded/ports.mts';
export { postgresAnswers } from '../../../../infra/embedded/postgres-readiness.mts';
export { postgresUrl } from '../../../../infra/embedded/postgres-settings.mts';
export { embeddedPostgres } from '../../../../infra/embedded/postgres.mts';
export { ProcessLedger } from '../../../../infra/embedded/process-ledger.mts';
export { waitUntil } from '../../../../infra/embedded/wait-until.mts';
