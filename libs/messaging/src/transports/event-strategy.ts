import { Injectable } from '@nestjs/common';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';

import { EVENT_TRANSPORT_ID } from '../consumer/consume-events';

/** Nest's transport strategy for @ConsumeEvents: one consumer group for each consumer name. */
@Injectable()
export class EventStrategy extends Server implements CustomTransportStrategy {
  override readonly transportId = EVENT_TRANSPORT_ID;

  listen(callback: () => void): void {
    callback();
  }

  close(): void {}

  on(): never {
    throw new Error('This transport has no client events');
  }

  unwrap(): never {
    throw new Error('This transport has no server of its own');
  }
}
