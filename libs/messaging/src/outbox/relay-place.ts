import { type Provider } from '@nestjs/common';

import { InboxRetention } from '../inbox/inbox-retention';
import { ExternalRelay, OUTBOX_SLOT } from './external-relay';
import { OutboxChannel } from './outbox-channel';
import { InServiceSignal, NoSignal, OutboxSignal, SeparateSignal } from './outbox-signal';
import { Relay, RELAY_OPTIONS, type RelayOptions } from './relay';
import { RelayedElsewhere } from './relayed-elsewhere';

/**
 * Who publishes a service's outbox: the service's own process; a process of its own, which
 * `MessagingModule.forRelay` makes; or a connector that reads the database's log.
 */
export type RelayPlace = 'in-service' | 'separate' | 'external';

/** What the service's process needs for each. @throws Error when the connector's slot is not named */
export function outboxOfService(place: RelayPlace, options: RelayOptions, slot?: string): Provider[] {
  return [InboxRetention, ...PROVIDERS[place](options, slot)];
}

/** What the relay's own process needs. */
export function outboxOfRelay(options: RelayOptions): Provider[] {
  return [{ provide: RELAY_OPTIONS, useValue: options }, OutboxChannel, Relay];
}

const PROVIDERS: Readonly<Record<RelayPlace, (options: RelayOptions, slot?: string) => Provider[]>> = {
  'in-service': (options) => [...outboxOfRelay(options), { provide: OutboxSignal, useClass: InServiceSignal }],
  separate: () => [OutboxChannel, RelayedElsewhere, { provide: OutboxSignal, useClass: SeparateSignal }],
  external: (_, slot) => {
    if (slot === undefined) throw new Error("Name the connector's replication slot: without it no row may be deleted");
    const named = { provide: OUTBOX_SLOT, useValue: slot };
    return [named, ExternalRelay, { provide: OutboxSignal, useClass: NoSignal }];
  },
};
