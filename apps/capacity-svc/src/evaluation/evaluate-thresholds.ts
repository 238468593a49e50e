import { type DomainEvent } from '@itops/contracts';
import { type Cause } from '@itops/kit';
import { type Tx } from '@itops/messaging';

import { Breach } from '../domain/breach';
import { selects } from '../domain/threshold';
import { follow, type Reading } from '../domain/watch';
import { openBreachesOf, saveBreaches } from '../persistence/breach.store';
import { type LinkedResource } from '../persistence/resource.store';
import {
  holdThresholds,
  saveWatches,
  type StoredThreshold,
  thresholdsFor,
  type Watch,
  watchesOf,
} from '../persistence/threshold.store';

/** New readings of a resource, in order of time and newer than all that were compared before. */
export interface NewReadings {
  /** Locked. */
  readonly resource: LinkedResource;
  readonly readings: readonly Reading[];
  readonly cause: Cause;
}

/** Compares new readings with the thresholds: opens and clears current breaches. */
export async function evaluateThresholds(tx: Tx, fresh: readonly NewReadings[], now: Date): Promise<void> {
  const thresholds = await thresholdsFor(tx, [...new Set(fresh.map(({ resource }) => resource.metric))]);
  const watched = fresh
    .map((one) => ({ ...one, thresholds: thresholds.filter((threshold) => selects(threshold, one.resource)) }))
    .filter((one) => one.thresholds.length > 0);
  if (watched.length === 0) return;

  const ids = watched.map(({ resource }) => resource.id);
  const beyond = new Map(
    (await watchesOf(tx, ids)).map((watch) => [
      pairKey(watch.resourceId, watch.thresholdId),
      watch.beyondSince.getTime(),
    ]),
  );
  const open = new Map(
    (await openBreachesOf(tx, ids, 'current')).map((breach) => [
      pairKey(breach.properties.resource.id, breach.properties.thresholdId),
      breach,
    ]),
  );
  const followed = watched.flatMap(({ resource, readings, cause, thresholds: own }) =>
    own.map((threshold) => {
      const key = pairKey(resource.id, threshold.id);
      const before = { beyondSince: beyond.get(key) ?? null, breached: open.has(key) };
      return { resource, threshold, cause, before, breach: open.get(key), ...follow(threshold, before, readings) };
    }),
  );
  const held = await holdOpening(tx, followed);
  const kept = followed.filter(({ threshold, turns }) => held.has(threshold.id) || !turns.some(isOpening));

  await saveWatches(
    tx,
    kept.flatMap(({ resource, threshold, before, state }): Watch[] =>
      state.beyondSince === null || state.beyondSince === before.beyondSince
        ? []
        : [{ resourceId: resource.id, thresholdId: threshold.id, beyondSince: new Date(state.beyondSince) }],
    ),
    kept
      .filter(({ before, state }) => before.beyondSince !== null && state.beyondSince === null)
      .map(({ resource, threshold }) => ({ resourceId: resource.id, thresholdId: threshold.id })),
  );

  const breaches = new Set<Breach>();
  const events = new Map<Cause, DomainEvent[]>();
  for (const { resource, threshold, cause, breach, turns } of kept) {
    let current = breach;
    for (const { kind, at, value } of turns) {
      if (kind === 'opened') {
        const opened = Breach.open(resource, threshold, new Date(at), value);
        current = opened.breach;
        add(events, cause, opened.events);
      } else if (current !== undefined) {
        add(events, cause, current.clear(new Date(at)));
      }
      if (current !== undefined) breaches.add(current);
    }
  }
  await saveBreaches(tx, [...breaches], now);
  const causes = new Map([...events].flatMap(([cause, ofCause]) => ofCause.map((event) => [event, cause])));
  await tx.publish([...causes.keys()], (event) => causes.get(event) ?? tx.cause);
  for (const [cause, ofCause] of events) await tx.audit(ofCause.map(auditEntry), cause);
}

/** How a breach's event is written into the audit log. */
export function auditEntry({ type, aggregateId, data }: DomainEvent) {
  return { action: type.split('.')[2] ?? type, resourceType: 'breach', resourceId: aggregateId, after: data };
}

function isOpening({ kind }: { kind: string }): boolean {
  return kind === 'opened';
}

/** A threshold must not be changed or removed while a breach of it is being opened, or nobody would ever clear it. */
async function holdOpening(
  tx: Tx,
  followed: readonly { threshold: StoredThreshold; turns: readonly { kind: string }[] }[],
): Promise<Set<string>> {
  const opening = followed.filter(({ turns }) => turns.some(isOpening)).map(({ threshold }) => threshold);
  return opening.length === 0 ? new Set() : holdThresholds(tx, [...new Set(opening)]);
}

function pairKey(resourceId: string, thresholdId: string): string {
  return `${resourceId}/${thresholdId}`;
}

function add(events: Map<Cause, DomainEvent[]>, cause: Cause, more: readonly DomainEvent[]): void {
  events.set(cause, [...(events.get(cause) ?? []), ...more]);
}
