import { CompressionTypes, type Kafka, type Message, Partitioners } from 'kafkajs';

import { type Refusal } from '../../port';
import { type OutgoingRecord, type RecordHeaders } from '../../record';
import { type Compression } from '../offered';
import { type SendingClient, type SendingClients } from '../serial-sender';
import { refusalNamed } from '../refusals';
import { valuesOf } from '../sends';

const ACK_TIMEOUT_MS = 10_000;

const TYPES: Readonly<Record<Compression, CompressionTypes>> = {
  none: CompressionTypes.None,
  gzip: CompressionTypes.GZIP,
  snappy: CompressionTypes.Snappy,
  lz4: CompressionTypes.LZ4,
  zstd: CompressionTypes.ZSTD,
};

/** Idempotent producers of kafkajs. Each finds the brokers and their versions anew (kafkajs#1656). */
export class KafkajsProducers implements SendingClients {
  constructor(
    private readonly kafka: Kafka,
    private readonly compression: Compression,
  ) {}

  async connect(): Promise<SendingClient> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 },
    });
    await producer.connect();
    return {
      send: async (records) => {
        await producer.sendBatch({
          acks: -1,
          timeout: ACK_TIMEOUT_MS,
          compression: TYPES[this.compression],
          topicMessages: byTopic(records),
        });
      },
      close: () => producer.disconnect(),
    };
  }

  refusalOf(error: unknown): Refusal | undefined {
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
      if (cause.name === 'KafkaJSProtocolError') return refusalNamed('type' in cause ? cause.type : undefined);
    }
    return undefined;
  }
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

function mutable(headers: RecordHeaders): Record<string, string | Buffer | (string | Buffer)[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'string' || Buffer.isBuffer(value) ? value : [...valuesOf(value)],
    ]),
  );
}
