import { randomUUID } from 'node:crypto';

import { Kafka, logLevel } from 'kafkajs';

import { type Target } from './settings.mts';

export interface WatchedEvent {
  readonly type: string;
  readonly data: Record<string, unknown>;
  /** When this process saw it, epoch milliseconds. */
  readonly seenAt: number;
}

/** Reads a topic from now on and hands over each event as it arrives. */
export async function watch(
  target: Target,
  topic: string,
  onEvent: (event: WatchedEvent) => void,
): Promise<{ close(): Promise<void> }> {
  const kafka = new Kafka({ brokers: target.brokers, clientId: 'bench', logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}`, maxWaitTimeInMs: 5 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: false });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.FETCH, () => resolve()));
  await consumer.run({
    autoCommit: false,
    eachBatch: ({ batch }) => {
      const seenAt = Date.now();
      for (const message of batch.messages) {
        const event: unknown = JSON.parse(message.value?.toString('utf8') ?? 'null');
        if (isEvent(event)) onEvent({ type: event.type, data: event.data, seenAt });
      }
      return Promise.resolve();
    },
  });
  await joined;
  return { close: () => consumer.disconnect() };
}

function isEvent(value: unknown): value is { type: string; data: Record<string, unknown> } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'data' in value &&
    typeof value.data === 'object'
  );
}

/** Polls until `done`; fails after `withinSeconds` with what was missing. */
export async function until(what: () => string, done: () => boolean, withinSeconds: number): Promise<void> {
  const end = Date.now() + withinSeconds * 1000;
  while (!done()) {
    if (Date.now() > end) throw new Error(`Not there after ${withinSeconds} s: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
