import { type InboundContract } from '@itops/contracts';
import { type BusinessError, type Cause, Clock, Misconfigured, newId, TooLarge, Unavailable } from '@itops/kit';
import { Inject, Injectable } from '@nestjs/common';

import { encode, structuredHeaders } from '../envelope/encode';
import { EventTransport, RecordsRefused, type Refusal } from '../port';
import { type OutgoingRecord } from '../record';
import { SERVICE_NAME } from '../service-name';
import { inSendSpan, withActiveTrace } from '../telemetry/tracing';

const TIMEOUT_MS = 5_000;

export interface InboundMessage {
  readonly key: string;
  readonly data: unknown;
  /** The sender's own id, by which a repetition is recognised; a new one without. */
  readonly id?: string;
}

/** For the doors of tools: what a tool reported goes straight to the broker. */
@Injectable()
export class InboundPublisher {
  constructor(
    private readonly transport: EventTransport,
    private readonly clock: Clock,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {}

  /**
   * Resolves only after the broker has acknowledged all of it (acks=all).
   * @throws Unavailable when it did not within 5 s; the messages may have arrived nevertheless, so repeat with the same ids.
   * @throws TooLarge, Misconfigured when the broker refuses them, now and as they are
   */
  async publish(
    contract: InboundContract,
    messages: readonly InboundMessage[],
    cause: Cause,
  ): Promise<{ eventId: string }[]> {
    const time = this.clock.now();
    const sent = messages.map(({ key, data, id = newId() }) => ({ id, key, data }));
    const topic = contract.topic.name;
    const topics = sent.map(() => topic);
    let records: OutgoingRecord[] = [];
    try {
      await inSendSpan(topics, [], async () => {
        const traced = withActiveTrace(cause);
        records = sent.map(({ id, key, data }) => {
          const event = { id, type: contract.type, source: this.service, time, data, cause: traced, aggregate: null };
          return { topic, key, value: encode(event), headers: structuredHeaders };
        });
        await this.transport.publishBatch(records, { timeoutMs: TIMEOUT_MS });
      });
    } catch (error) {
      throw OUTWARD[error instanceof RecordsRefused ? error.why : 'not-now'](topic, records, { cause: error });
    }
    return sent.map(({ id }) => ({ eventId: id }));
  }
}

type Outward = (topic: string, records: readonly OutgoingRecord[], options: ErrorOptions) => BusinessError;

/** What the sender is told of a failure. */
const OUTWARD: Readonly<Record<Refusal, Outward>> = {
  'not-now': (_topic, _records, options) =>
    new Unavailable('The event backbone did not acknowledge in time. Send it again with the same id.', options),
  'too-large': (_topic, records, options) => {
    const sizes = records.map(({ value }) => value?.length ?? 0);
    const largest = Math.max(...sizes);
    return new TooLarge(
      `The event backbone does not take an event of this size: the largest of ${sizes.length} is number ` +
        `${sizes.indexOf(largest) + 1}, with ${largest} bytes. Shorten or divide it; the others may have been taken.`,
      options,
    );
  },
  'no-such-topic': (topic, _records, options) =>
    new Misconfigured(
      `The event backbone has no topic '${topic}'. Those who run the platform must create it.`,
      options,
    ),
  'not-permitted': (topic, _records, options) =>
    new Misconfigured(
      `This service may not write to the topic '${topic}'. Those who run the platform must grant it in the broker.`,
      options,
    ),
};
