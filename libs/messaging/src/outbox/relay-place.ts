import { type Provider } from '@nestjs/common';

import { InboxRetention } from '../inbox/inbox-retention';
import { ExternalRelay } from './external-relay';
import { OutboxChannel } from './outbox-channel';
import { InServiceSignal, NoSignal, OutboxSignal, SeparateSignal } from './outbox-signal';
import { Relay, RELAY_OPTIONS, type RelayOptions } from './relay';
import { RelayedElsewhere } from './relayed-elsewhere';

/**
 * Who publishes a service's outbox: the service's own process; a process of its own, which
 * `MessagingModule.forRelay` makes; or a connector that reads the database's log.
 */
export type RelayPlace = 'in-service' | 'separate' | 'external';

/** What the service's process needs for each. */
export function outboxOfService(place: RelayPlace, options: RelayOptions): Provider[] {
  return [InboxRetention, ...PROVIDERS[place](options)];
}

/** What the relay's own process needs. */
export function outboxOfRelay(options: RelayOptions): Provider[] {
  return [{ provide: RELAY_OPTIONS, useValue: options }, OutboxChannel, Relay];
}

const PROVIDERS: Readonly<Record<RelayPlace, (options: RelayOptions) => Provider[]>> = {
  'in-service': (options) => [...outboxOfRelay(options), { provide: OutboxSignal, useClass: InServiceSignal }],
  separate: () => [OutboxChannel, RelayedElsewhere, { provide: OutboxSignal, useClass: SeparateSignal }],
  external: () => [ExternalRelay, { provide: OutboxSignal, useClass: NoSignal }],
};
