import { type KafkaMessage } from 'kafkajs';

import { type HeaderValue, type IncomingRecord } from '../../record';

/** `topic` is the name without the platform's prefix. */
export function toIncoming(topic: string, partition: number, message: KafkaMessage): IncomingRecord {
  const headers: Record<string, HeaderValue | HeaderValue[]> = {};
  for (const [name, value] of Object.entries(message.headers ?? {})) {
    // kafkajs gives null for a header without a value.
    if (value !== undefined && value !== null) headers[name] = value;
  }
  const timestamp = Number(message.timestamp);
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key,
    value: message.value,
    headers,
    timestamp: Number.isFinite(timestamp) && timestamp >= 0 ? timestamp : 0,
  };
}
