export type { BreakableServer } from './server-source';
export { createTestDatabase, type TestDatabase } from './test-database';
export { startOwnTestServers, startTestServers, type TestServers } from './test-servers';
