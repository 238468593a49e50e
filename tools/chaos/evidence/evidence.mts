import type { Operation } from '../ledger/operation.mts';

/** One sending of a domain event, in the log's order within its partition. */
export interface LoggedEvent {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly id: string;
  readonly type: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly version: number;
  /** The text by which the operation that caused it is known, where its kind of event carries one. */
  readonly mark: string | null;
}

/** The whole state that the newest event of an aggregate tells. */
export interface FoldedState {
  readonly type: string;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
  /** Whether any of its events was of a type that ends in `backed-out`. */
  readonly backedOut: boolean;
}

export interface AppliedRow {
  readonly consumer: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly version: number;
}

export interface ParkedRow extends Omit<AppliedRow, 'aggregateType' | 'aggregateId' | 'version'> {
  readonly topic: string;
  readonly aggregateType: string | null;
  readonly aggregateId: string | null;
  readonly version: number | null;
  readonly reason: string;
}

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A service's audit log, and the hash chain that it becomes; counts of rows. */
export interface Trail {
  readonly written: number;
  readonly unsealed: number;
  readonly sealed: number;
  /** Rows of the log that the chain names. */
  readonly named: number;
  /** Whose number or link does not follow from the row before. */
  readonly broken: number;
  /** Whether its last row is the one where its sealer goes on. */
  readonly endsWhereItGoesOn: boolean;
}

/** The databases, read when nothing was on its way any more. */
export interface Tables {
  /** The services whose databases were read: what belongs to others is not judged. */
  readonly services: readonly string[];
  /** Rows that wait in each service's outbox. */
  readonly outbox: Readonly<Record<string, number>>;
  readonly held: Readonly<Record<string, number>>;
  readonly trails: Readonly<Record<string, Trail>>;
  readonly applied: readonly AppliedRow[];
  readonly parked: readonly ParkedRow[];
  /** How many inbound messages each consumer has received. */
  readonly received: Readonly<Record<string, number>>;
  /** Version of each stored aggregate: `type/id` → version. */
  readonly versions: ReadonlyMap<string, number>;
  /** How often each operation's trace is in the tables, by the operation's text. */
  readonly traces: ReadonlyMap<string, number>;
  /** Occurrences of each alert by its deduplication key. */
  readonly occurrences: ReadonlyMap<string, number>;
  /** The copies that services keep of each other, by their names. */
  readonly readModels: Readonly<Record<string, readonly Row[]>>;
}

/** All that the checkers look at. */
export interface Evidence {
  readonly operations: readonly Operation[];
  readonly log: readonly LoggedEvent[];
  /** `type/id` → state. */
  readonly folded: ReadonlyMap<string, FoldedState>;
  /** Distinct messages that were sent onto each inbound topic. */
  readonly inbound: Readonly<Record<string, number>>;
  readonly tables: Tables;
}

export type ViolationKind = 'lost' | 'doubled' | 'reordered' | 'lied' | 'diverged' | 'stuck' | 'parked';

export interface Violation {
  readonly checker: string;
  readonly kind: ViolationKind;
  /** What it is about; with checker and kind it names the violation. */
  readonly subject: string;
  readonly detail: string;
}

export type Checker = (evidence: Evidence) => Violation[];
