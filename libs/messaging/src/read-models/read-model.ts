import { type ConsumedEvent } from '../consumer/event-batch';
import { type Tx } from '../transactions/tx';

/** All that a projection gets of the database: it changes its own tables, and can neither publish nor audit. */
export type ProjectionDatabase = Pick<Tx, 'query'>;

export interface ModelTable {
  /** Columns that follow from when something was projected, not from what; they are not compared. */
  readonly ignored?: readonly string[];
}

/**
 * What a service keeps of other services' facts, in tables that can be made again from the log. What else its consumer
 * does (publish, move the service's own aggregates) is its reaction and no part of this.
 */
export interface ReadModel<Facts = unknown> {
  readonly name: string;
  /** The name of the consumer that feeds it. */
  readonly consumer: string;
  /** Topics that keep everything. */
  readonly topics: readonly string[];
  /** In the order in which the projection writes to them. They refer to each other only, and nothing else to them. */
  readonly tables: Readonly<Record<string, ModelTable>>;
  /** Sequences that the projection takes numbers from. */
  readonly sequences: readonly string[];
  /**
   * Takes these events over into the tables, which it names without a schema: in a rebuild they are others. What comes
   * out depends on nothing but the events. In a living consumer it goes first: who reads the tables before he writes to
   * them in one transaction keeps a swap from happening.
   * @returns what the reaction needs to know.
   */
  project(database: ProjectionDatabase, events: readonly ConsumedEvent[]): Promise<Facts>;
}

/** Tables of the backbone, which a copy of the model has beside the model's own. */
const LEDGER_TABLES = new Set(['applied', 'held_message', 'dead_letter']);

const NAME = /^[a-z][a-z-]{0,30}$/;
const TABLE = /^[a-z][a-z0-9_]{0,62}$/;

/** @throws Error for a declaration that can't be rebuilt. */
export function defineReadModel<Facts>(
  model: Omit<ReadModel<Facts>, 'sequences'> & { readonly sequences?: readonly string[] },
): ReadModel<Facts> {
  const sequences = model.sequences ?? [];
  const relations = [...Object.keys(model.tables), ...sequences];
  const wrong = [
    ...(NAME.test(model.name) ? [] : [`'${model.name}' is no name for a read model`]),
    ...(Object.keys(model.tables).length > 0 ? [] : ['it has no tables']),
    ...relations.filter((name) => !TABLE.test(name)).map((name) => `'${name}' is no plain name`),
    ...relations.filter((name) => LEDGER_TABLES.has(name)).map((name) => `'${name}' is the backbone's`),
  ];
  if (wrong.length > 0) throw new Error(`Read model ${model.name}: ${wrong.join('; ')}`);
  return { ...model, sequences };
}
