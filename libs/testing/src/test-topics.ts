import { createRequire } from 'node:module';

import { allTopics } from '@itops/contracts';
import { newId, stopIdleTimer } from '@itops/kit';
import { Kafka, logLevel } from 'kafkajs';

import { eventually } from './eventually';
import { markOf } from './servers/spec-mark.mts';

export function testBrokers(): string[] {
  const brokers = process.env['TEST_KAFKA_BROKERS'];
  if (brokers === undefined)
    throw new Error(
      'TEST_KAFKA_BROKERS is not set; start the tests with Jest, whose global set-up starts the servers.',
    );
  return brokers.split(',');
}

/** Of topics that go when the spec file has ended. */
export function newPrefix(): string {
  return `t${markOf(expect.getState().testPath ?? '')}-${newId().slice(-12)}.`;
}

export function testKafka(brokers: string[]): Kafka {
  stopIdleTimer(createRequire(__filename)('kafkajs/src/network/requestQueue'));
  return new Kafka({ brokers, clientId: 'test', logLevel: logLevel.NOTHING });
}

/** All declared topics by one request: a service that finds none asks for each by itself, at three times the cost. */
export async function createTopics(prefix: string): Promise<void> {
  const admin = testKafka(testBrokers()).admin();
  await admin.connect();
  try {
    const topics = allTopics.map(({ name, partitions, retentionMs, cleanup }) => ({
      topic: prefix + name,
      numPartitions: partitions,
      replicationFactor: 1,
      configEntries: [
        { name: 'retention.ms', value: String(retentionMs) },
        { name: 'cleanup.policy', value: cleanup },
        { name: 'min.insync.replicas', value: '1' },
      ],
    }));
    // Asked right after their making, a broker may not know topics yet.
    await eventually(() => admin.createTopics({ waitForLeaders: true, topics }));
  } finally {
    await admin.disconnect();
  }
}
