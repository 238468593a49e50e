import kafkajs from 'kafkajs';
import { CONSUMERS, INBOUND_CONSUMERS } from '../checkers/consumption.mts';
import type { Service } from './tables.mts';

/** How far every consumer is, as the broker knows it. */
export interface Progress {
  /** Records that consumers have settled, all groups together. */
  readonly settled: number;
  /** Records that they have not. */
  readonly lag: number;
  /** Records in all topics that are consumed. */
  readonly logged: number;
  /** Where records wait: group, topic, partition and how many. */
  readonly behind: readonly string[];
}

const GROUPS: readonly (readonly [group: string, topics: readonly string[]])[] = [
  ...Object.entries(CONSUMERS),
  ...Object.entries(INBOUND_CONSUMERS).map(([group, topic]) => [group, [topic]] as const),
];

/** Of these services' consumers. Asks the broker past the proxy. @throws when it does not answer */
export async function readProgress(broker: string, prefix: string, services: readonly Service[]): Promise<Progress> {
  const admin = new kafkajs.Kafka({
    clientId: 'chaos-progress',
    brokers: [broker],
    logLevel: kafkajs.logLevel.NOTHING,
    connectionTimeout: 1_000,
    requestTimeout: 5_000,
    retry: { retries: 0 },
  }).admin();
  await admin.connect();
  try {
    const ends = new Map<string, number[]>();
    let settled = 0;
    let lag = 0;
    const behind: string[] = [];
    for (const [group, topics] of GROUPS.filter(([name]) => services.some((one) => name.startsWith(`${one}.`)))) {
      const names = topics.map((topic) => prefix + topic);
      for (const topic of names) {
        if (ends.has(topic)) continue;
        const offsets: number[] = [];
        for (const { partition, high } of await admin.fetchTopicOffsets(topic)) offsets[partition] = Number(high);
        ends.set(topic, offsets);
      }
      for (const { topic, partitions } of await admin.fetchOffsets({ groupId: prefix + group, topics: names })) {
        const done = new Map(partitions.map(({ partition, offset }) => [partition, Math.max(0, Number(offset))]));
        for (const [partition, high] of (ends.get(topic) ?? []).entries()) {
          const at = done.get(partition) ?? 0;
          settled += at;
          lag += high - at;
          if (high > at) behind.push(`${group} ${topic}/${partition} by ${high - at}`);
        }
      }
    }
    const logged = [...ends.values()].flat().reduce((sum, high) => sum + high, 0);
    return { settled, lag, logged, behind };
  } finally {
    await admin.disconnect();
  }
}
