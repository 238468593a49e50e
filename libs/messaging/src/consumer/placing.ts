import { type AggregateRef, type DecodeFailure, type ReceivedEvent } from '../envelope/received-event';
import { aggregateOf, type Delivery, placeOf } from './delivery';

/** How far an aggregate has come in this consumer. */
export interface SequenceState {
  /** The version up to which everything is applied; 0 for none. */
  readonly applied: number;
  /** The lowest version that is parked, after which everything has to wait. */
  readonly parkedFrom: number | null;
  /** Versions above `applied` that were discarded: they count as applied when their turn comes. */
  readonly discarded: readonly number[];
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

/** One step of a sequence: from the version that stands in `applied` to the one after the event (and what is discarded behind it). */
export interface Move {
  readonly type: string;
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export interface ToApply {
  readonly verdict: 'apply';
  readonly delivery: Delivery;
  readonly event: ReceivedEvent;
  /** Null for what has no sequence. */
  readonly move: Move | null;
}

export interface ToHold {
  readonly verdict: 'hold';
  readonly delivery: Delivery;
  readonly aggregate: AggregateRef;
}

export interface ToPark {
  readonly verdict: 'park';
  readonly delivery: Delivery;
  readonly letter: Letter;
}

/** It is known already. */
export interface ToDrop {
  readonly verdict: 'drop';
  readonly delivery: Delivery;
}

export type Placed = ToApply | ToHold | ToPark | ToDrop;

export const BEHIND_PARKED = 'behind-parked';

export function sequenceKey({ type, id }: Pick<AggregateRef, 'type' | 'id'>): string {
  return `${type}/${id}`;
}

/**
 * Says of each delivery, in order, what is to happen: only the version after the last applied one is applied, what is
 * lower or equal is dropped, what is higher is held, and what is not understood is parked with all that follows it in its
 * sequence. Pure.
 */
export function arrange(deliveries: readonly Delivery[], states: ReadonlyMap<string, SequenceState>): Placed[] {
  const sequences = new Map<string, Sequence>();
  const sequenceOf = (aggregate: AggregateRef): Sequence => {
    const key = sequenceKey(aggregate);
    let sequence = sequences.get(key);
    if (sequence === undefined) sequences.set(key, (sequence = new Sequence(aggregate, states.get(key))));
    return sequence;
  };
  return deliveries.map((delivery): Placed => {
    const aggregate = aggregateOf(delivery);
    const sequence = aggregate === null ? undefined : sequenceOf(aggregate);
    const { decoded } = delivery;
    if (decoded.ok) return sequence?.place(delivery, decoded.event) ?? apply(delivery, decoded.event, null);
    if (aggregate !== null && sequence?.park(aggregate.version) === false) return { verdict: 'drop', delivery };
    return { verdict: 'park', delivery, letter: notUnderstood(delivery, decoded.failure) };
  });
}

/** Applies whatever is an event, as often as it comes: a consumer without a memory. */
export function arrangeBlindly(deliveries: readonly Delivery[]): Placed[] {
  return deliveries.map((delivery): Placed => {
    const { decoded } = delivery;
    return decoded.ok
      ? apply(delivery, decoded.event, null)
      : { verdict: 'park', delivery, letter: notUnderstood(delivery, decoded.failure) };
  });
}

/** Messages that can't be handled, and the sequences that wait behind them. Grows while a batch is tried. */
export class Condemned {
  private readonly burials = new Map<string, Burial>();
  private readonly parkedFrom = new Map<string, number>();

  has({ delivery }: Pick<Placed, 'delivery'>): boolean {
    return this.burials.has(placeOf(delivery.record));
  }

  add({ delivery }: Pick<Placed, 'delivery'>, burial: Burial): void {
    this.burials.set(placeOf(delivery.record), burial);
    const aggregate = aggregateOf(delivery);
    if (aggregate === null) return;
    const key = sequenceKey(aggregate);
    this.parkedFrom.set(key, Math.min(this.parkedFrom.get(key) ?? aggregate.version, aggregate.version));
  }

  /** With the condemned and all that follows them in their sequences parked, each version once. Pure. */
  parkIn(placed: readonly Placed[]): readonly Placed[] {
    if (this.burials.size === 0) return placed;
    const parked = new Set<string>();
    return placed.map((one) => {
      const letter = one.verdict === 'park' ? one.letter : this.letterFor(one);
      if (letter === undefined) return one;
      const { delivery } = one;
      if (letter.aggregate !== null) {
        const version = `${sequenceKey(letter.aggregate)}/${letter.aggregate.version}`;
        if (parked.has(version)) return { verdict: 'drop', delivery };
        parked.add(version);
      }
      return { verdict: 'park', delivery, letter };
    });
  }

  private letterFor({ verdict, delivery }: Placed): Letter | undefined {
    if (verdict === 'drop') return undefined;
    const own = this.burials.get(placeOf(delivery.record));
    if (own !== undefined) return letterOf(delivery, own);
    const aggregate = aggregateOf(delivery);
    const parkedFrom = aggregate === null ? undefined : this.parkedFrom.get(sequenceKey(aggregate));
    return aggregate !== null && parkedFrom !== undefined && parkedFrom < aggregate.version
      ? letterOf(delivery, behind(aggregate, parkedFrom))
      : undefined;
  }
}

/** How far each sequence moves, all steps of it in one. */
export function movesOf(placed: readonly ToApply[]): Move[] {
  const moves = new Map<string, Move>();
  for (const { move } of placed) {
    if (move === null) continue;
    const key = sequenceKey(move);
    moves.set(key, { ...move, from: moves.get(key)?.from ?? move.from });
  }
  return [...moves.values()];
}

function apply(delivery: Delivery, event: ReceivedEvent, move: Move | null): ToApply {
  return { verdict: 'apply', delivery, event, move };
}

function letterOf(delivery: Delivery, why: Burial): Letter {
  const { decoded } = delivery;
  const { eventId, type } = decoded.ok ? { eventId: decoded.event.id, type: decoded.event.type } : decoded.failure;
  return { ...why, delivery, eventId, type, aggregate: aggregateOf(delivery), copied: !decoded.ok };
}

function notUnderstood(delivery: Delivery, { kind, reason, type }: DecodeFailure): Letter {
  const cause = kind === 'not-a-cloudevent' ? [`(${causeIn(reason)})`] : [];
  const words = [kind, ...cause, ...(type === null ? [] : [type]), 'on', delivery.record.topic];
  return letterOf(delivery, { reasonKind: kind, reason, fingerprint: words.join(' ').slice(0, 255), attempts: 1 });
}

const LONGEST_CAUSE = 80;

/** A reason without what only this message has, so that messages of one defect are one group. */
function causeIn(reason: string): string {
  return reason
    .replace(/^.* (can't be read)/, 'its media type $1')
    .replace(/["'].*["']/s, '…')
    .replaceAll(/(position|line|column) \d+/g, '$1 …')
    .slice(0, LONGEST_CAUSE);
}

function behind({ type }: AggregateRef, parkedFrom: number): Burial {
  const reason = `version ${parkedFrom} of this ${type} is parked`;
  return { reasonKind: BEHIND_PARKED, reason, fingerprint: BEHIND_PARKED, attempts: 0 };
}

/** One aggregate's sequence while a batch is gone through. */
class Sequence {
  /** The version in `applied` before the next step. */
  private written: number;
  private applied: number;
  private parkedFrom: number | null;
  private readonly discarded: ReadonlySet<number>;
  private readonly parked = new Set<number>();

  constructor(
    private readonly aggregate: AggregateRef,
    state: SequenceState | undefined,
  ) {
    this.written = state?.applied ?? 0;
    this.parkedFrom = state?.parkedFrom ?? null;
    this.discarded = new Set(state?.discarded);
    this.applied = this.afterDiscarded(this.written);
  }

  place(delivery: Delivery, event: ReceivedEvent): Placed {
    const { type, id } = this.aggregate;
    const { version } = event.aggregate ?? this.aggregate;
    if (this.isSettled(version)) return { verdict: 'drop', delivery };
    if (this.parkedFrom !== null && version >= this.parkedFrom) {
      const letter = letterOf(delivery, behind(this.aggregate, this.parkedFrom));
      this.park(version);
      return { verdict: 'park', delivery, letter };
    }
    if (version > this.applied + 1) return { verdict: 'hold', delivery, aggregate: { type, id, version } };
    const from = this.written;
    this.written = this.applied = this.afterDiscarded(version);
    return apply(delivery, event, { type, id, from, to: this.written });
  }

  /** False when this version is parked, discarded or applied already. */
  park(version: number): boolean {
    if (this.isSettled(version)) return false;
    this.parked.add(version);
    this.parkedFrom = Math.min(this.parkedFrom ?? version, version);
    return true;
  }

  private isSettled(version: number): boolean {
    return version <= this.applied || this.parked.has(version) || this.discarded.has(version);
  }

  private afterDiscarded(version: number): number {
    let reached = version;
    while (this.discarded.has(reached + 1)) reached++;
    return reached;
  }
}
