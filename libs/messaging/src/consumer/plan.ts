import { type AggregateRef } from '../envelope/received-event';
import { messageId } from '../inbox/inbox';
import { type Delivery, placeOf } from './delivery';
import { type ReceivedEvent } from '../envelope/received-event';

/** What is known of an aggregate's sequence before the batch. */
export interface SequenceState {
  /** The version up to which everything is applied; 0 for none. */
  readonly applied: number;
  /** The lowest version that is parked, after which everything has to wait. */
  readonly parkedFrom: number | null;
}

/** Why a record is put into dead_letter. */
export interface Burial {
  readonly reasonKind: string;
  readonly reason: string;
  readonly fingerprint: string;
  /** How often it was tried. */
  readonly attempts: number;
}

export interface Letter extends Burial {
  readonly delivery: Delivery;
  readonly eventId: string | null;
  readonly type: string | null;
  readonly aggregate: AggregateRef | null;
  /** What could not be understood is also sent to the topic's dead-letter topic. */
  readonly copied: boolean;
}

export interface Advance {
  readonly type: string;
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export interface Plan {
  readonly apply: readonly { readonly delivery: Delivery; readonly event: ReceivedEvent }[];
  readonly hold: readonly { readonly delivery: Delivery; readonly aggregate: AggregateRef }[];
  readonly letters: readonly Letter[];
  readonly duplicates: number;
  /** How far each aggregate's sequence moves. */
  readonly advances: readonly Advance[];
}

export interface PlanInput {
  readonly deliveries: readonly Delivery[];
  readonly states: ReadonlyMap<string, SequenceState>;
  /** Inbox ids that were not received before this transaction. */
  readonly fresh: ReadonlySet<string>;
  /** Places of messages that can't be handled, and why. */
  readonly condemned: ReadonlyMap<string, Burial>;
}

export const BEHIND_PARKED = 'behind-parked';

export function sequenceKey({ type, id }: Pick<AggregateRef, 'type' | 'id'>): string {
  return `${type}/${id}`;
}

/**
 * Decides what happens with each delivery, in order: applies only the version after the last applied one, drops what
 * is lower or equal, holds what is higher, and parks what can't be handled with everything behind it. Pure.
 */
export function makePlan({ deliveries, states, fresh, condemned }: PlanInput): Plan {
  const apply: Plan['apply'][number][] = [];
  const hold: Plan['hold'][number][] = [];
  const letters: Letter[] = [];
  let duplicates = 0;
  const unseen = new Set(fresh);
  const sequences = new Map<string, Sequence>();
  const sequenceOf = (aggregate: AggregateRef): Sequence => {
    const key = sequenceKey(aggregate);
    let sequence = sequences.get(key);
    if (sequence === undefined) sequences.set(key, (sequence = new Sequence(aggregate, states.get(key))));
    return sequence;
  };

  for (const delivery of deliveries) {
    const { decoded } = delivery;
    if (!decoded.ok) {
      const { kind, reason, eventId, type, aggregate } = decoded.failure;
      const fingerprint = `${kind} ${type ?? ''} on ${delivery.record.topic}`.slice(0, 255);
      const sequence = aggregate === null ? undefined : sequenceOf(aggregate);
      if (aggregate !== null && sequence?.isBuried(aggregate.version) === true) duplicates++;
      else
        letters.push({
          delivery,
          eventId,
          type,
          aggregate,
          copied: true,
          reasonKind: kind,
          reason,
          fingerprint,
          attempts: 1,
        });
      if (aggregate !== null) sequence?.park(aggregate.version);
      continue;
    }
    const { event } = decoded;
    const { aggregate } = event;
    const burial = condemned.get(placeOf(delivery.record));
    const bury = (why: Burial) =>
      letters.push({ ...why, delivery, eventId: event.id, type: event.type, aggregate, copied: false });
    if (aggregate === null) {
      if (!unseen.delete(messageId(event.source, event.id))) duplicates++;
      else if (burial !== undefined) bury(burial);
      else apply.push({ delivery, event });
      continue;
    }
    const sequence = sequenceOf(aggregate);
    switch (sequence.place(aggregate.version)) {
      case 'old':
        duplicates++;
        break;
      case 'behind-parked':
        bury(behind(sequence));
        sequence.park(aggregate.version);
        break;
      case 'early':
        hold.push({ delivery, aggregate });
        break;
      case 'next':
        if (burial === undefined) {
          apply.push({ delivery, event });
          sequence.advance();
        } else {
          bury(burial);
          sequence.park(aggregate.version);
        }
    }
  }
  const advances = [...sequences.values()].flatMap((sequence) => sequence.moved());
  return { apply, hold, letters, duplicates, advances };
}

function behind(sequence: Sequence): Burial {
  const reason = `version ${sequence.parkedFrom} of this ${sequence.aggregate.type} is parked`;
  return { reasonKind: BEHIND_PARKED, reason, fingerprint: BEHIND_PARKED, attempts: 0 };
}

/** One aggregate's sequence while the batch is gone through. */
class Sequence {
  private readonly from: number;
  private applied: number;
  parkedFrom: number | null;
  private readonly buried = new Set<number>();

  constructor(
    readonly aggregate: AggregateRef,
    state: SequenceState | undefined,
  ) {
    this.from = state?.applied ?? 0;
    this.applied = this.from;
    this.parkedFrom = state?.parkedFrom ?? null;
  }

  place(version: number): 'old' | 'next' | 'early' | 'behind-parked' {
    if (version <= this.applied || this.isBuried(version)) return 'old';
    if (this.parkedFrom !== null && version >= this.parkedFrom) return 'behind-parked';
    return version === this.applied + 1 ? 'next' : 'early';
  }

  isBuried(version: number): boolean {
    return this.buried.has(version);
  }

  advance(): void {
    this.applied++;
  }

  /** What was applied already can't hold anything up. */
  park(version: number): void {
    if (version <= this.applied) return;
    this.buried.add(version);
    this.parkedFrom = Math.min(this.parkedFrom ?? version, version);
  }

  moved(): Advance[] {
    const { type, id } = this.aggregate;
    return this.applied > this.from ? [{ type, id, from: this.from, to: this.applied }] : [];
  }
}
