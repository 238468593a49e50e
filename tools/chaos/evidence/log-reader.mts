import kafkajs from 'kafkajs';
import { CONSUMERS, INBOUND_CONSUMERS } from '../checkers/consumption.mts';
import { markOf, parseCloudEvent } from './cloud-event.mts';
import type { FoldedState, LoggedEvent } from './evidence.mts';

const DOMAIN_TOPICS = [...new Set([...Object.values(CONSUMERS).flat(), 'itops.alert.v1'])];
const INBOUND_TOPICS = [...new Set(Object.values(INBOUND_CONSUMERS))];
const TOPICS = [...DOMAIN_TOPICS, ...INBOUND_TOPICS];
const READ_WITHIN_MS = 120_000;

/** Reads the broker's log by itself, past the platform's own client settings and past the proxy. */
export class LogReader {
  readonly events: LoggedEvent[] = [];
  readonly folded = new Map<string, FoldedState>();
  readonly #inbound = new Map<string, Set<string>>();
  readonly #next = new Map<string, number>();
  readonly #kafka: kafkajs.Kafka;
  readonly #prefix: string;
  #readings = 0;

  constructor(broker: string, prefix: string) {
    this.#prefix = prefix;
    this.#kafka = new kafkajs.Kafka({
      clientId: 'chaos-ledger',
      brokers: [broker],
      logLevel: kafkajs.logLevel.NOTHING,
    });
  }

  /** Distinct messages on each inbound topic. */
  get inbound(): Record<string, number> {
    return Object.fromEntries([...this.#inbound].map(([topic, ids]) => [topic, ids.size]));
  }

  /** Reads what has come since the last time, all that is there now. */
  async readOn(): Promise<void> {
    const ends = await this.#ends();
    const consumer = this.#kafka.consumer({ groupId: `${this.#prefix}chaos-${process.pid}-${++this.#readings}` });
    await consumer.connect();
    try {
      await consumer.subscribe({ topics: TOPICS.map((topic) => this.#prefix + topic), fromBeginning: true });
      await new Promise<void>((resolve, reject) => {
        const patience = setTimeout(() => reject(new Error('The log was not read in time')), READ_WITHIN_MS);
        const done = (): void => {
          const isMissing = [...ends].some(([place, end]) => (this.#next.get(place) ?? 0) < end);
          if (isMissing) return;
          clearTimeout(patience);
          resolve();
        };
        consumer
          .run({
            autoCommit: false,
            eachBatch: ({ batch }) => {
              for (const message of batch.messages) this.#take(batch.topic, batch.partition, message);
              done();
              return Promise.resolve();
            },
          })
          .then(() => {
            for (const [place, offset] of this.#next) {
              const { topic, partition } = parsePlace(place);
              consumer.seek({ topic, partition, offset: String(offset) });
            }
            done();
          }, reject);
      });
    } finally {
      await consumer.disconnect();
    }
  }

  async #ends(): Promise<Map<string, number>> {
    const admin = this.#kafka.admin();
    await admin.connect();
    try {
      const ends = new Map<string, number>();
      for (const topic of TOPICS) {
        for (const { partition, high } of await admin.fetchTopicOffsets(this.#prefix + topic)) {
          ends.set(placeOf(this.#prefix + topic, partition), Number(high));
        }
      }
      return ends;
    } finally {
      await admin.disconnect();
    }
  }

  #take(fullTopic: string, partition: number, message: kafkajs.KafkaMessage): void {
    const place = placeOf(fullTopic, partition);
    const offset = Number(message.offset);
    if (offset < (this.#next.get(place) ?? 0)) return;
    this.#next.set(place, offset + 1);
    const event = parseCloudEvent(message.value);
    if (event === null) return;
    const topic = fullTopic.slice(this.#prefix.length);
    const { id, type, subject, aggregateType, version, data, source } = event;
    if (aggregateType === null || version === null) {
      const ids = this.#inbound.get(topic) ?? new Set<string>();
      this.#inbound.set(topic, ids.add(`${source} ${id}`));
      return;
    }
    const mark = markOf(event);
    this.events.push({ topic, partition, offset, id, type, aggregateType, aggregateId: subject, version, mark });
    const key = `${aggregateType}/${subject}`;
    const known = this.folded.get(key);
    const backedOut = known?.backedOut === true || type.endsWith('.backed-out.v1');
    if (known === undefined || known.version < version) this.folded.set(key, { type, version, data, backedOut });
  }
}

function placeOf(topic: string, partition: number): string {
  return `${topic}/${partition}`;
}

function parsePlace(place: string): { topic: string; partition: number } {
  const at = place.lastIndexOf('/');
  return { topic: place.slice(0, at), partition: Number(place.slice(at + 1)) };
}
