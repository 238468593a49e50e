import { type DomainEvent, type InboundContract } from '@itops/contracts';
import { isRecord, newId } from '@itops/kit';
import { type Consumer, type Kafka, type Producer } from 'kafkajs';

import { eventually } from './eventually';
import { testKafka } from './test-topics';

/** A CloudEvent as a test sees it on a topic. */
export interface SeenEvent {
  readonly topic: string;
  readonly key: string | null;
  readonly partition: number;
  readonly offset: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: Record<string, unknown>;
  /** The whole envelope. */
  readonly event: Record<string, unknown>;
  readonly raw: Buffer | null;
}

/** kafkajs ends only after the fetch that is under way: with its default each test would end by five idle seconds. */
const FETCH_WAIT_MS = 500;

/** A test's own eyes and hands on Kafka, apart from the code under test. */
export class TestBus {
  private readonly seen: SeenEvent[] = [];
  private readonly producer: Producer;
  private readonly consumer: Consumer;

  private constructor(
    kafka: Kafka,
    private readonly prefix: string,
  ) {
    this.producer = kafka.producer({ allowAutoTopicCreation: false });
    this.consumer = kafka.consumer({
      groupId: `test-${newId()}`,
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: FETCH_WAIT_MS,
    });
  }

  /** The topics must exist. Reads them from their beginning. */
  static async connect(brokers: string[], prefix: string, topics: readonly string[]): Promise<TestBus> {
    const bus = new TestBus(testKafka(brokers), prefix);
    await bus.producer.connect();
    await bus.consumer.connect();
    await bus.consumer.subscribe({ topics: topics.map((topic) => prefix + topic), fromBeginning: true });
    await bus.consumer.run({
      eachMessage: ({ topic, partition, message }) => {
        bus.seen.push(bus.toSeen(topic, partition, message.offset, message.key, message.value, message.headers ?? {}));
        return Promise.resolve();
      },
    });
    return bus;
  }

  /** What a tool would send onto an inbound topic. */
  async emit(
    contract: InboundContract,
    message: { key: string; data: unknown; id?: string; source?: string },
  ): Promise<string> {
    const id = message.id ?? newId();
    await this.emitEnvelope(contract.topic.name, message.key, {
      specversion: '1.0',
      id,
      source: message.source ?? 'test',
      type: contract.type,
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      data: message.data,
    });
    return id;
  }

  /** Domain events as another service's outbox would send them, in order. */
  async emitEvents(events: readonly DomainEvent[], source = 'test'): Promise<void> {
    for (const event of events) {
      await this.emitEnvelope(event.topic, event.aggregateId, {
        specversion: '1.0',
        id: newId(),
        source,
        type: event.type,
        subject: event.aggregateId,
        time: new Date().toISOString(),
        datacontenttype: 'application/json',
        aggregateversion: event.aggregateVersion,
        correlationid: newId(),
        actor: source,
        data: event.data,
      });
    }
  }

  async emitEnvelope(topic: string, key: string, envelope: Record<string, unknown>): Promise<void> {
    await this.emitRaw(topic, {
      key,
      value: Buffer.from(JSON.stringify(envelope)),
      headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
    });
  }

  async emitRaw(
    topic: string,
    message: { key: string | null; value: Buffer | null; headers?: Record<string, string> },
  ): Promise<void> {
    await this.producer.send({ topic: this.prefix + topic, acks: -1, messages: [message] });
  }

  /** Everything seen on the topic so far. */
  all(topic: string): SeenEvent[] {
    return this.seen.filter((event) => event.topic === topic);
  }

  async waitFor(topic: string, wanted: (event: SeenEvent) => boolean, withinMs = 20_000): Promise<SeenEvent> {
    return eventually(() => {
      const found = this.all(topic).find(wanted);
      if (found === undefined) {
        throw new Error(
          `No such event on ${topic} yet; seen: ${
            this.all(topic)
              .map((event) => event.type)
              .join(', ') || 'nothing'
          }`,
        );
      }
      return found;
    }, withinMs);
  }

  async close(): Promise<void> {
    await Promise.all([this.consumer.disconnect(), this.producer.disconnect()]);
  }

  private toSeen(
    topic: string,
    partition: number,
    offset: string,
    key: Buffer | null,
    value: Buffer | null,
    headers: Record<string, unknown>,
  ): SeenEvent {
    let event: Record<string, unknown> = {};
    try {
      const parsed: unknown = JSON.parse(value?.toString('utf8') ?? '{}');
      if (isRecord(parsed)) event = parsed;
    } catch {
      // Not JSON: the test looks at `raw`.
    }
    const text = (name: string) => (typeof event[name] === 'string' ? event[name] : '');
    const data = event['data'];
    return {
      topic: topic.slice(this.prefix.length),
      key: key?.toString('utf8') ?? null,
      partition,
      offset,
      headers: Object.fromEntries(Object.entries(headers).map(([name, header]) => [name, String(header)])),
      id: text('id'),
      type: text('type'),
      subject: text('subject'),
      data: isRecord(data) ? data : {},
      event,
      raw: value,
    };
  }
}
