import path from 'node:path';
import { keepForTeardown } from './jest-servers';
import { startTestServers } from './test-servers';

/** One PostgreSQL and one Kafka for the whole run; the workers find them in the environment. */
export default async function setUp(): Promise<void> {
  const servers = await startTestServers({ root: path.resolve(__dirname, '../../../..') });
  process.env['TEST_DATABASE_URL'] = servers.databaseUrl;
  process.env['TEST_KAFKA_BROKERS'] = servers.brokers.join(',');
  keepForTeardown(servers);
}
