import { type ChangeSource, type ChangeState, type ChangeType } from '@itops/contracts';
import { NotFound, type Page, Unavailable, isUuid } from '@itops/kit';
import { type Condition, type ListQuery, type ListSpec, readPage, when } from '@itops/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type ChangeDetails } from '../domain/change';
import { CHANGE_COLUMNS, type ChangeRow, toDetails } from './change.row';

/** Which changes are wanted; what is left out does not matter. The times: from inclusive, to exclusive. */
export interface ChangeFilter {
  readonly state?: readonly ChangeState[] | undefined;
  readonly type?: readonly ChangeType[] | undefined;
  readonly ciId?: string | undefined;
  readonly assignmentGroup?: string | undefined;
  readonly assignee?: string | undefined;
  readonly source?: readonly ChangeSource[] | undefined;
  readonly externalRef?: string | undefined;
  readonly plannedStartFrom?: Date | undefined;
  readonly plannedStartTo?: Date | undefined;
  readonly actualStartFrom?: Date | undefined;
  readonly actualStartTo?: Date | undefined;
  /** Words in number, title or description, as typed into a search box. */
  readonly q?: string | undefined;
}

/** Stands for a time that is not there, and so sorts after all that are. */
const NO_TIME = "'9999-12-31T23:59:59.999Z'";

const LIST: ListSpec = {
  select: CHANGE_COLUMNS.join(', '),
  from: 'change',
  id: 'id',
  sorts: {
    createdAt: { column: 'created_at', type: 'timestamptz' },
    updatedAt: { column: 'updated_at', type: 'timestamptz' },
    number: { column: 'number', type: 'text' },
    plannedStart: { column: `coalesce(planned_start, ${NO_TIME})`, type: 'timestamptz' },
    actualStart: { column: `coalesce(actual_start, ${NO_TIME})`, type: 'timestamptz' },
  },
  defaultSort: '-createdAt',
};

const HISTORY: ListSpec = {
  select: 'id, at, actor, action, before, after, reason, correlation_id',
  from: 'audit_log',
  id: 'id',
  sorts: { at: { column: 'at', type: 'timestamptz' } },
  defaultSort: 'at',
};

export interface HistoryRow {
  id: string;
  at: Date;
  actor: string;
  action: string;
  before: unknown;
  after: unknown;
  reason: string | null;
  correlation_id: string;
}

/** Reads outside of a transaction. */
@Injectable()
export class ChangeQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFound */
  async find(idOrNumber: string): Promise<ChangeDetails> {
    const [row] = await this.database.query<ChangeRow[]>(
      `select ${CHANGE_COLUMNS.join(', ')} from change where ${isUuid(idOrNumber) ? 'id = $1::uuid' : 'number = $1'}`,
      [idOrNumber],
    );
    if (row === undefined) throw new NotFound('change', idOrNumber);
    return toDetails(row);
  }

  list<Item>(filter: ChangeFilter, page: ListQuery, toItem: (details: ChangeDetails) => Item): Promise<Page<Item>> {
    return readPage<ChangeRow, Item>(this.database, LIST, conditionsOf(filter), page, (row) => toItem(toDetails(row)));
  }

  /** What has been done to the change, oldest first unless asked otherwise. */
  history<Item>(changeId: string, page: ListQuery, toItem: (row: HistoryRow) => Item): Promise<Page<Item>> {
    const ofChange = [{ sql: 'resource_type = ? and resource_id = ?', values: ['change', changeId] }];
    return readPage<HistoryRow, Item>(this.database, HISTORY, ofChange, page, toItem);
  }

  private get database(): DataSource {
    if (!this.dataSource.isInitialized) throw new Unavailable('The database is not ready yet');
    return this.dataSource;
  }
}

/**
 * Looks up by the condition's own index first. As a plain condition the planner, which can't tell how rare the match is,
 * would walk through all changes in the list's order.
 */
function found(condition: string): string {
  return `id = any (array(select id from change where ${condition}))`;
}

function conditionsOf(filter: ChangeFilter): Condition[] {
  const is = (sql: string) => (value: unknown) => ({ sql, values: [value] });
  return [
    ...when(filter.state, is('state = any (?::text[])')),
    ...when(filter.type, is('type = any (?::text[])')),
    ...when(filter.ciId, is(found('cis @> array[?::uuid]'))),
    ...when(filter.assignmentGroup, is('assignment_group = ?')),
    ...when(filter.assignee, is('assignee = ?')),
    ...when(filter.source, is('source = any (?::text[])')),
    ...when(filter.externalRef, is('external_ref = ?')),
    ...when(filter.plannedStartFrom, is('planned_start >= ?')),
    ...when(filter.plannedStartTo, is('planned_start < ?')),
    ...when(filter.actualStartFrom, is('actual_start >= ?')),
    ...when(filter.actualStartTo, is('actual_start < ?')),
    ...when(filter.q, is(found("words @@ websearch_to_tsquery('simple', ?)"))),
  ];
}
