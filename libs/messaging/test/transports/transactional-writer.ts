import { newId } from '@itops/kit';
import { CompressionTypes, Kafka, logLevel, type Producer } from 'kafkajs';

/** Another system's producer, which writes in transactions. */
export class TransactionalWriter {
  private constructor(
    private readonly producer: Producer,
    private readonly topic: string,
  ) {}

  /** `topic` as the broker knows it. */
  static async connect(brokers: string[], topic: string): Promise<TransactionalWriter> {
    const kafka = new Kafka({ brokers, clientId: 'transactional-writer', logLevel: logLevel.NOTHING });
    const producer = kafka.producer({ transactionalId: newId(), idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    return new TransactionalWriter(producer, topic);
  }

  /** Each value is a send of its own, so that a transaction has several batches. */
  async write(values: readonly string[], end: 'commit' | 'abort'): Promise<void> {
    const transaction = await this.producer.transaction();
    for (const value of values) {
      await transaction.send({
        topic: this.topic,
        acks: -1,
        compression: CompressionTypes.None,
        messages: [{ key: 'k', value }],
      });
    }
    await (end === 'commit' ? transaction.commit() : transaction.abort());
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }
}
