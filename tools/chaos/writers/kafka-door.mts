import kafkajs from 'kafkajs';
import type { Attempt } from '../ledger/ledger.mts';

/** A tool that emits onto Kafka: CloudEvents in structured mode, acks=all. */
export class KafkaDoor {
  readonly #kafka: kafkajs.Kafka;
  readonly #prefix: string;
  #producer: kafkajs.Producer | undefined;

  constructor(broker: string, prefix: string) {
    this.#prefix = prefix;
    this.#kafka = new kafkajs.Kafka({
      clientId: 'chaos-tool',
      brokers: [broker],
      logLevel: kafkajs.logLevel.NOTHING,
      connectionTimeout: 1_000,
      requestTimeout: 5_000,
      retry: { retries: 1, initialRetryTime: 100 },
    });
  }

  /** @throws when the broker did not acknowledge; the message may be there nevertheless */
  async emit(topic: string, type: string, key: string, id: string, data: unknown): Promise<Attempt> {
    try {
      const producer = await this.#connected();
      await producer.send({
        topic: this.#prefix + topic,
        acks: -1,
        timeout: 5_000,
        messages: [
          {
            key,
            headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
            value: JSON.stringify({
              ...{ specversion: '1.0', id, source: 'chaos', type, datacontenttype: 'application/json' },
              time: new Date().toISOString(),
              data,
            }),
          },
        ],
      });
      return { outcome: 'acknowledged', status: null, version: null };
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }

  async #connected(): Promise<kafkajs.Producer> {
    if (this.#producer !== undefined) return this.#producer;
    const producer = this.#kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    this.#producer = producer;
    return producer;
  }
}
