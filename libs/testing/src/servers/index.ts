export type { BreakableServer, StartedServer } from './server-source';
export { createTestDatabase, type TestDatabase } from './test-database';
export { startOwnTestServers, startPostgresAlone, startTestServers, type TestServers } from './test-servers';
export { CertificateAuthority, type Issued } from './certificates';
export { type GuardedKafka, GUARDED_AUDIENCE, startGuardedKafka } from './guarded-kafka';
export { type GuardedPostgres, startGuardedPostgres } from './guarded-postgres';
