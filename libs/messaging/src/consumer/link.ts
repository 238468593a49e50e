import { type ReceivedEvent } from '../envelope/received-event';
import { type IncomingRecord } from '../record';

/** Records as they enter the chain. */
export interface Incoming {
  readonly records: readonly IncomingRecord[];
  /** Whether they come from held_message instead of the log. */
  readonly held: boolean;
}

/** What became of a batch, once that is committed. */
export interface Outcome {
  readonly applied: readonly ReceivedEvent[];
  readonly duplicates: number;
  readonly held: number;
  readonly parked: number;
  readonly deadLettered: number;
  /** Whether messages of the batch's aggregates are held, which may be free to go now. */
  readonly someHeld: boolean;
}

/** Settles a batch: afterwards each of its messages is applied, known, held or parked, and that is committed. */
export type Next<Batch> = (batch: Batch) => Promise<Outcome>;

/**
 * One station on the way of a batch. It may narrow the batch, turn it into what the next station takes, call the next
 * one several times, and add to what became of it. What it throws stops the batch: nothing of it is lost, it comes again.
 */
export type Link<In, Out = In> = (batch: In, next: Next<Out>) => Promise<Outcome>;

/** A chain under construction: it begins with `In`, and what it has made of that so far is `Here`. */
export interface Way<In, Here> {
  through<Out>(link: Link<Here, Out>): Way<In, Out>;
  into(last: Next<Here>): Next<In>;
}

export function way<In>(): Way<In, In> {
  return extended<In, In>((next) => next);
}

function extended<In, Here>(before: (next: Next<Here>) => Next<In>): Way<In, Here> {
  return {
    through: <Out>(link: Link<Here, Out>) => extended<In, Out>((next) => before((batch) => link(batch, next))),
    into: before,
  };
}

export const NOTHING: Outcome = { applied: [], duplicates: 0, held: 0, parked: 0, deadLettered: 0, someHeld: false };

export function together(one: Outcome, other: Outcome): Outcome {
  return {
    applied: [...one.applied, ...other.applied],
    duplicates: one.duplicates + other.duplicates,
    held: one.held + other.held,
    parked: one.parked + other.parked,
    deadLettered: one.deadLettered + other.deadLettered,
    someHeld: one.someHeld || other.someHeld,
  };
}
