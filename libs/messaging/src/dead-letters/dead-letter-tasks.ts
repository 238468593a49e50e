import { type Cause, Clock, InvalidInput, newId, NotFound } from '@itops/kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { SERVICE_NAME } from '../service-name';
import { Transactions } from '../transactions/transactions';
import { type Tx } from '../transactions/tx';
import { type DeadLetterAction } from './dead-letter.lifecycle';
import { conditionsOf, type LetterFilter } from './letter-filter';
import { IS_HEAD, type LetterRef, REF_COLUMNS, toRef } from './letters';

/** How long a worker may be silent before another one goes on with its task. */
export const CLAIM_SECONDS = 60;
export const LETTERS_AT_ONCE = 200;

/** A redrive or discard of many letters, which goes on after a restart where it stopped. */
export interface DeadLetterTask {
  readonly id: string;
  readonly service: string;
  readonly action: DeadLetterAction;
  readonly filter: LetterFilter;
  readonly reason: string | null;
  readonly state: 'running' | 'done';
  /** Parked letters that matched at its beginning. */
  readonly total: number;
  /** Redriven or discarded so far; with a redrive also what waited behind them. */
  readonly settled: number;
  readonly failed: number;
  /** Of those of the beginning, what is parked now. */
  readonly remaining: number;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface TaskRow {
  readonly id: string;
  readonly action: DeadLetterAction;
  readonly filter: LetterFilter;
  readonly reason: string | null;
  readonly state: 'running' | 'done';
  readonly total: number;
  readonly settled: number;
  readonly failed: number;
  readonly until: Date;
  readonly after_at: Date;
  readonly after_id: string;
  readonly actor: string;
  readonly correlation_id: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export type ClaimedTask = Pick<TaskRow, 'id' | 'action' | 'filter' | 'until'> & {
  readonly reason: string;
  readonly after: { readonly at: Date; readonly id: string };
  readonly cause: Cause;
};

export interface Progress {
  readonly settled: number;
  readonly failed: number;
  /** Where to go on; null when nothing is left. */
  readonly after: { readonly at: Date; readonly id: string } | null;
}

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** The tasks' table. */
@Injectable()
export class DeadLetterTasks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {}

  /** @throws InvalidInput when the filter takes everything */
  async begin(
    { action, filter, reason }: Pick<TaskRow, 'action' | 'filter'> & { readonly reason?: string },
    worker: string,
    cause: Cause,
  ): Promise<ClaimedTask> {
    const parked: LetterFilter = { ...filter, status: 'parked' };
    if (Object.values(filter).every((value) => value === undefined)) {
      throw new InvalidInput([
        { pointer: '', reason: 'name at least one of consumer, topic, fingerprint, reasonKind, aggregate' },
      ]);
    }
    const id = newId();
    const row = await this.transactions.run(cause, async (tx) => {
      const now = this.clock.now();
      const params: unknown[] = [];
      const bind = (value: unknown) => `$${params.push(value)}`;
      const matching = conditionsOf(parked, bind).join(' and ');
      const [made] = await tx.query<TaskRow>(
        `insert into dead_letter_task (id, action, filter, reason, state, total, settled, failed, until, after_at, after_id,
                                       actor, correlation_id, created_at, updated_at, worker, claimed_until)
         select ${bind(id)}, ${bind(action)}, ${bind(JSON.stringify(parked))}, ${bind(reason ?? null)}, 'running',
                (select count(*) from dead_letter d where ${matching}), 0, 0, ${bind(now)}, 'epoch', ${bind(NO_ID)},
                ${bind(cause.actor)}, ${bind(cause.correlationId)}, ${bind(now)}, ${bind(now)}, ${bind(worker)},
                clock_timestamp() + ${bind(CLAIM_SECONDS)} * interval '1 second'
         returning *`,
        params,
      );
      await tx.audit([
        {
          action,
          resourceType: 'dead-letter-task',
          resourceId: id,
          after: parked,
          ...(reason === undefined ? {} : { reason }),
        },
      ]);
      return made;
    });
    if (row === undefined) throw new Error('The task was not written');
    return toClaimed(row);
  }

  /** A task that nobody is at, or undefined. A claim that ends too far away is from before the clock was set back. */
  async claim(worker: string): Promise<ClaimedTask | undefined> {
    const [row] = await this.query<TaskRow>(
      `with found as (
         select id from dead_letter_task
         where state = 'running' and (claimed_until < clock_timestamp()
           or claimed_until > clock_timestamp() + $2 * interval '2 seconds')
         order by created_at limit 1 for update skip locked
       ), claimed as (
         update dead_letter_task t set worker = $1, claimed_until = clock_timestamp() + $2 * interval '1 second'
         from found where t.id = found.id returning t.*
       ) select * from claimed`,
      [worker, CLAIM_SECONDS],
    );
    return row && toClaimed(row);
  }

  /** The next letters of the task. For a redrive only those on which their sequence waits. */
  async next({ action, filter, until, after }: ClaimedTask): Promise<(LetterRef & { readonly at: Date })[]> {
    const params: unknown[] = [];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const conditions = [
      ...conditionsOf(filter, bind),
      `d.first_at <= ${bind(until)}`,
      `(d.first_at, d.id) > (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)`,
      ...(action === 'redrive' ? [IS_HEAD] : []),
    ];
    const rows = await this.query<Parameters<typeof toRef>[0] & { first_at: Date }>(
      `select ${REF_COLUMNS}, d.first_at from dead_letter d where ${conditions.join(' and ')}
       order by d.first_at, d.id limit ${LETTERS_AT_ONCE}`,
      params,
    );
    return rows.map((row) => ({ ...toRef(row), at: row.first_at }));
  }

  /** False when another worker has the task now. */
  async advance({ id }: ClaimedTask, worker: string, { settled, failed, after }: Progress): Promise<boolean> {
    const rows = await this.query<{ id: string }>(
      `with moved as (
         update dead_letter_task
         set settled = settled + $3, failed = failed + $4, state = case when $5::timestamptz is null then 'done' else 'running' end,
             after_at = coalesce($5, after_at), after_id = coalesce($6, after_id), updated_at = $7,
             claimed_until = clock_timestamp() + $8 * interval '1 second'
         where id = $1 and worker = $2 and state = 'running' returning id
       ) select * from moved`,
      [id, worker, settled, failed, after?.at ?? null, after?.id ?? null, this.clock.now(), CLAIM_SECONDS],
    );
    return rows.length > 0;
  }

  /** Lets any worker go on with it. */
  async release({ id }: ClaimedTask, worker: string): Promise<void> {
    await this.dataSource.query(
      `update dead_letter_task set claimed_until = '-infinity' where id = $1 and worker = $2 and state = 'running'`,
      [id, worker],
    );
  }

  /** @throws NotFound */
  async find(id: string): Promise<DeadLetterTask> {
    const [row] = await this.query<TaskRow>('select * from dead_letter_task where id = $1', [id]);
    if (row === undefined) throw new NotFound('dead letter task', id);
    const params: unknown[] = [];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const conditions = [...conditionsOf(row.filter, bind), `d.first_at <= ${bind(row.until)}`];
    const [counted] = await this.query<{ remaining: number }>(
      `select count(*)::int as remaining from dead_letter d where ${conditions.join(' and ')}`,
      params,
    );
    return {
      id,
      service: this.service,
      action: row.action,
      filter: withoutStatus(row.filter),
      reason: row.reason,
      state: row.state,
      total: row.total,
      settled: row.settled,
      failed: row.failed,
      remaining: counted?.remaining ?? 0,
      createdBy: row.actor,
      createdAt: row.created_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
    };
  }

  private async query<Row>(sql: string, params: unknown[]): Promise<Row[]> {
    const database: Pick<Tx, 'query'> = { query: (text, values = []) => this.dataSource.query(text, [...values]) };
    return database.query<Row>(sql, params);
  }
}

function withoutStatus({ status: _, ...filter }: LetterFilter): LetterFilter {
  return filter;
}

function toClaimed(row: TaskRow): ClaimedTask {
  return {
    id: row.id,
    action: row.action,
    filter: row.filter,
    until: row.until,
    reason: row.reason ?? '',
    after: { at: row.after_at, id: row.after_id },
    cause: { actor: row.actor, correlationId: row.correlation_id },
  };
}
