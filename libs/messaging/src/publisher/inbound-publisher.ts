import { type InboundContract } from '@itops/contracts';
import { type Cause, Clock, newId, Unavailable } from '@itops/kit';
import { Inject, Injectable } from '@nestjs/common';

import { encode, structuredHeaders } from '../envelope/encode';
import { EventTransport } from '../port';
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
    try {
      await inSendSpan(topics, [], async () => {
        const traced = withActiveTrace(cause);
        const records = sent.map(({ id, key, data }) => {
          const event = { id, type: contract.type, source: this.service, time, data, cause: traced, aggregate: null };
          return { topic, key, value: encode(event), headers: structuredHeaders };
        });
        await this.transport.publishBatch(records, { timeoutMs: TIMEOUT_MS });
      });
    } catch (error) {
      throw new Unavailable('The event backbone did not acknowledge in time. Send it again with the same id.', {
        cause: error,
      });
    }
    return sent.map(({ id }) => ({ eventId: id }));
  }
}
