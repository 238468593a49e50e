import { type FilterField } from './filters';

/** A column that a list may be sorted by; it is never null, and an index begins with it. */
export interface SortField {
  readonly column: string;
  /** The column's type, such as `timestamptz`. */
  readonly type: string;
}

/** What may be asked of a list. */
export interface ListShape {
  /** What its cursors are for; no two lists of the platform have the same. */
  readonly name: string;
  readonly filters: Readonly<Record<string, FilterField>>;
  /** Filters that must be given. */
  readonly required?: readonly string[];
  /** None for a list with an order of its own, which then takes no `sort`. */
  readonly sorts: Readonly<Record<string, SortField>>;
  /** As `sort` would say it; empty where there are none. */
  readonly defaultSort: string;
  /** Items come whole: `fields` is not taken. */
  readonly whole?: true;
}

/** A list that is read from one database. */
export interface ListDefinition extends ListShape {
  readonly select: string;
  readonly from: string;
  /** The column of the id, the tie-breaker of every order. */
  readonly id: string;
}
