import path from 'node:path';
import kafkajs from 'kafkajs';
import pg from 'pg';
import { createTestDatabase } from './test-database';
import { startOwnTestServers } from './test-servers';

const root = path.resolve(__dirname, '../../../..');

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function kafka(brokers: string[]): kafkajs.Kafka {
  return new kafkajs.Kafka({ clientId: 'servers-spec', brokers, logLevel: kafkajs.logLevel.NOTHING });
}

async function send(brokers: string[], topic: string, value: string): Promise<void> {
  const producer = kafka(brokers).producer({ idempotent: true });
  await producer.connect();
  try {
    await producer.send({ topic, acks: -1, messages: [{ key: 'k', value }] });
  } finally {
    await producer.disconnect();
  }
}

async function receive(brokers: string[], topic: string, count: number): Promise<string[]> {
  const consumer = kafka(brokers).consumer({ groupId: `servers-spec-${topic}` });
  const values: string[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  try {
    await new Promise<void>((resolve, reject) => {
      consumer
        .run({
          eachMessage: ({ message }) => {
            values.push(message.value?.toString() ?? '');
            if (values.length === count) resolve();
            return Promise.resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
  return values;
}

describe('the servers of the whole run', () => {
  it('give each caller a database of its own', async () => {
    const [first, second] = await Promise.all([createTestDatabase('Same Name'), createTestDatabase('Same Name')]);
    await query(first.url, 'CREATE TABLE only_here (id int)');
    expect(await query(second.url, "SELECT to_regclass('only_here') AS found")).toEqual([{ found: null }]);
    const open = new pg.Client({ connectionString: first.url });
    open.on('error', () => undefined);
    await open.connect();
    await Promise.all([first.drop(), second.drop()]);
    await expect(query(first.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
    await open.end().catch(() => undefined);
  });

  it('keep the settings that durability rests on', async () => {
    const url = process.env['TEST_DATABASE_URL'] ?? '';
    expect(await query(url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(url, 'SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('include a broker that carries messages and makes no topic by accident', async () => {
    const brokers = (process.env['TEST_KAFKA_BROKERS'] ?? '').split(',');
    const topic = `servers-spec-${Date.now()}`;
    const admin = kafka(brokers).admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic, numPartitions: 1 }] });
    await send(brokers, topic, 'hello');
    expect(await receive(brokers, topic, 1)).toEqual(['hello']);
    expect(await admin.listTopics()).not.toContain(`${topic}-unknown`);
    await expect(admin.fetchTopicMetadata({ topics: [`${topic}-unknown`] })).rejects.toThrow();
    await admin.deleteTopics({ topics: [topic] });
    await admin.disconnect();
  });
});

describe('servers of a test’s own', () => {
  it('keep what they acknowledged over a SIGKILL, on the same addresses', async () => {
    const servers = await startOwnTestServers({ root });
    try {
      const admin = kafka(servers.brokers).admin();
      await admin.connect();
      await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }] });
      await admin.disconnect();
      await send(servers.brokers, 'kept', 'before');
      await query(servers.databaseUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');

      await Promise.all([servers.kafka.kill(), servers.postgres.kill()]);
      await expect(query(servers.databaseUrl, 'SELECT 1')).rejects.toThrow();
      await Promise.all([servers.kafka.restart(), servers.postgres.restart()]);

      expect(await query(servers.databaseUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
      await send(servers.brokers, 'kept', 'after');
      expect(await receive(servers.brokers, 'kept', 2)).toEqual(['before', 'after']);
    } finally {
      await servers.stop();
    }
  });
});
