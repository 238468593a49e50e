import { type KafkaMessage } from 'kafkajs';

import { type HeaderValue, type IncomingRecord, type RecordHeaders, recordTime } from '../../record';

/** `topic` is the name without the platform's prefix. */
export function toIncoming(topic: string, partition: number, message: KafkaMessage): IncomingRecord {
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key,
    value: message.value,
    headers: headersOf(message),
    timestamp: recordTime(Number(message.timestamp)),
  };
}

/**
 * kafkajs gives null for a header without a value, and gathers repetitions in a plain object, where one that is named
 * like an inherited member (`constructor`) comes as a list that begins with that member.
 */
function headersOf({ headers = {} }: KafkaMessage): RecordHeaders {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const values = (Array.isArray(value) ? value : [value]).filter(isHeaderValue);
      const [only] = values;
      return only === undefined ? [] : [[name, values.length === 1 ? only : values]];
    }),
  );
}

function isHeaderValue(value: unknown): value is HeaderValue {
  return typeof value === 'string' || Buffer.isBuffer(value);
}
