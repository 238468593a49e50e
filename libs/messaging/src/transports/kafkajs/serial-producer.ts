import { type Kafka, type Message, Partitioners, type Producer } from 'kafkajs';

import { type OutgoingRecord } from '../../record';
import { withinLimit } from '../../waiting';

/** A whole send stays below the broker's limit of one record batch, even if all of it goes to one partition. */
const MAX_SEND_BYTES = 900 * 1024;
const CLOSE_LIMIT_MS = 1_000;
const ACK_TIMEOUT_MS = 10_000;
/** Framing of a record, generously. */
const RECORD_OVERHEAD = 128;

interface Waiting {
  readonly records: readonly OutgoingRecord[];
  readonly bytes: number;
  readonly done: (error?: Error) => void;
}

/**
 * An idempotent producer with one send in flight: kafkajs#598 puts concurrent sends out of order. What is asked for
 * while a send is under way goes together in the next one. After a failed send the producer is replaced, since its
 * sequence numbers may no longer fit the broker's.
 */
export class SerialProducer {
  private producer: Producer | undefined;
  private waiting: Waiting[] = [];
  private pumping: Promise<void> | undefined;

  constructor(private readonly kafka: Kafka) {}

  async send(records: readonly OutgoingRecord[], timeoutMs: number | undefined): Promise<void> {
    if (records.length === 0) return;
    await new Promise<void>((resolve, reject) => {
      const entry: Waiting = {
        records,
        bytes: records.reduce((sum, record) => sum + bytesOf(record), 0),
        done: (error) => {
          clearTimeout(timer);
          if (error === undefined) resolve();
          else reject(error);
        },
      };
      const giveUp = () => {
        this.waiting = this.waiting.filter((other) => other !== entry);
        reject(new Error(`No acknowledgement within ${timeoutMs} ms`));
      };
      const timer = timeoutMs === undefined ? undefined : setTimeout(giveUp, timeoutMs);
      this.waiting.push(entry);
      this.pumping ??= this.pump();
    });
  }

  async close(): Promise<void> {
    if (this.pumping !== undefined) await withinLimit(this.pumping, CLOSE_LIMIT_MS);
    await this.drop();
  }

  private async pump(): Promise<void> {
    while (this.waiting.length > 0) {
      const together = this.takeTogether();
      try {
        await this.sendNow(together.flatMap(({ records }) => records));
        for (const { done } of together) done();
      } catch (error) {
        await this.fail(together, error);
      }
    }
    this.pumping = undefined;
  }

  /** One caller's bad record must not fail the others that were sent with it. */
  private async fail(together: readonly Waiting[], error: unknown): Promise<void> {
    await this.drop();
    if (together.length > 1 && isRefusal(error)) {
      for (const entry of together) {
        try {
          await this.sendNow(entry.records);
          entry.done();
        } catch (own) {
          await this.drop();
          entry.done(asError(own));
        }
      }
    } else {
      for (const { done } of together) done(asError(error));
    }
  }

  private takeTogether(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const entry of this.waiting) {
      bytes += entry.bytes;
      if (count > 0 && bytes > MAX_SEND_BYTES) break;
      count++;
    }
    return this.waiting.splice(0, count);
  }

  private async sendNow(records: readonly OutgoingRecord[]): Promise<void> {
    const producer = await this.connected();
    for (const part of inSends(records)) {
      await producer.sendBatch({ acks: -1, timeout: ACK_TIMEOUT_MS, topicMessages: byTopic(part) });
    }
  }

  private async connected(): Promise<Producer> {
    if (this.producer === undefined) {
      const producer = this.kafka.producer({
        idempotent: true,
        maxInFlightRequests: 1,
        allowAutoTopicCreation: false,
        createPartitioner: Partitioners.DefaultPartitioner,
        retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 },
      });
      await producer.connect();
      this.producer = producer;
    }
    return this.producer;
  }

  private async drop(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }
}

function* inSends(records: readonly OutgoingRecord[]): Generator<OutgoingRecord[]> {
  let part: OutgoingRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = bytesOf(record);
    if (part.length > 0 && bytes + size > MAX_SEND_BYTES) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(record);
    bytes += size;
  }
  if (part.length > 0) yield part;
}

function byTopic(records: readonly OutgoingRecord[]): { topic: string; messages: Message[] }[] {
  const topics = new Map<string, Message[]>();
  for (const { topic, key, value, headers } of records) {
    const message: Message = { key, value, headers: mutable(headers) };
    const messages = topics.get(topic);
    if (messages === undefined) topics.set(topic, [message]);
    else messages.push(message);
  }
  return [...topics].map(([topic, messages]) => ({ topic, messages }));
}

function mutable(headers: OutgoingRecord['headers']): Record<string, string | Buffer | (string | Buffer)[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'string' || Buffer.isBuffer(value) ? value : [...value],
    ]),
  );
}

function bytesOf({ key, value, headers }: OutgoingRecord): number {
  let bytes = RECORD_OVERHEAD + (key?.length ?? 0) + (value?.length ?? 0);
  for (const [name, header] of Object.entries(headers)) bytes += name.length + header.length;
  return bytes;
}

/** The broker answered and said no, in contrast to a broker that can't be reached. */
function isRefusal(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'KafkaJSProtocolError') return true;
  }
  return false;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
