import { alertReported, ciUpdated, domainTopics, inboundTopics } from '@itops/contracts';
import { SystemClock } from '@itops/kit';
import { type DataSource } from 'typeorm';

import { type Delivery } from '../../src/consumer/delivery';
import { type Next, NOTHING, type Outcome } from '../../src/consumer/link';
import { OutboxSignal } from '../../src/outbox/outbox-signal';
import { Transactions } from '../../src/transactions/transactions';

const plain = { correlationId: 'c', causationId: null, traceparent: null, tracestate: null, actor: 'spec' };
let offset = 0;

function recordOn(topic: string) {
  const place = { topic, partition: 0, offset: String(offset++) };
  return { ...place, key: null, value: null, headers: {}, timestamp: 0 };
}

/** A version of an aggregate, decoded and valid. */
export function versionOf(id: string, version: number, held = false): Delivery {
  const event = {
    ...plain,
    id: `${id}-${version}`,
    type: ciUpdated.type,
    source: 'cmdb-svc',
    subject: id,
    time: new Date(0),
    data: {},
    aggregate: { type: 'ci', id, version },
  };
  return { held, record: recordOn(domainTopics.ci.name), decoded: { ok: true, event } };
}

/** What a tool has sent, decoded and valid. */
export function reported(id: string): Delivery {
  const event = {
    ...plain,
    id,
    type: alertReported.type,
    source: 'prometheus',
    subject: null,
    time: new Date(0),
    data: {},
    aggregate: null,
  };
  return { held: false, record: recordOn(inboundTopics.alerts.name), decoded: { ok: true, event } };
}

/** Keeps what it gets. */
export function collecting<Batch>(outcome: Partial<Outcome> = {}): { seen: Batch[]; next: Next<Batch> } {
  const seen: Batch[] = [];
  const next: Next<Batch> = (batch) => {
    seen.push(batch);
    return Promise.resolve({ ...NOTHING, ...outcome });
  };
  return { seen, next };
}

export function idOf({ decoded }: Delivery): string | null {
  return decoded.ok ? decoded.event.id : decoded.failure.eventId;
}

class NobodyListens extends OutboxSignal {
  written(): void {
    // No relay runs here.
  }
}

export function transactionsOf(database: DataSource): Transactions {
  return new Transactions(database, new SystemClock(), new NobodyListens(), 'spec-svc');
}
