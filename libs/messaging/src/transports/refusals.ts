import { type Refusal } from '../port';

/** By the names of Kafka's protocol. */
const BY_NAME: ReadonlyMap<string, Refusal> = new Map([
  ['MESSAGE_TOO_LARGE', 'too-large'],
  ['RECORD_LIST_TOO_LARGE', 'too-large'],
  ['UNKNOWN_TOPIC_OR_PARTITION', 'no-such-topic'],
  ['INVALID_TOPIC_EXCEPTION', 'no-such-topic'],
  ['TOPIC_AUTHORIZATION_FAILED', 'not-permitted'],
  ['CLUSTER_AUTHORIZATION_FAILED', 'not-permitted'],
  ['TRANSACTIONAL_ID_AUTHORIZATION_FAILED', 'not-permitted'],
]);

/** What a broker means by an error of this name. */
export function refusalNamed(name: unknown): Refusal {
  return (typeof name === 'string' ? BY_NAME.get(name) : undefined) ?? 'not-now';
}
