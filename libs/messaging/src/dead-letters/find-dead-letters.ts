import { type ListRequest, Lists, NotFound } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { frameIn } from '../consumer/fingerprint';
import {
  type DeadLetter,
  type DeadLetterGroup,
  type DeadLetterGroups,
  type DeadLetterGroupsQuery,
  type DeadLetterPage,
} from './dead-letter.dto';
import { deadLetterLifecycle, type DeadLetterStatus } from './dead-letter.lifecycle';
import { DEAD_LETTERS } from './dead-letter.list';
import { conditionsOf } from './letter-filter';
import { lettersInSight, type Viewer } from './letters-in-sight';

interface DeadLetterRow {
  readonly id: string;
  readonly service: string;
  readonly consumer: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly event_id: string | null;
  readonly type: string | null;
  readonly aggregate_type: string | null;
  readonly aggregate_id: string | null;
  readonly aggregate_version: number | null;
  readonly reason_kind: string;
  readonly reason: string;
  readonly fingerprint: string;
  readonly payload: Buffer | null;
  readonly headers: unknown;
  readonly attempts: number;
  readonly first_at: Date;
  readonly last_at: Date;
  readonly status: DeadLetterStatus;
  readonly settled_at: Date | null;
  readonly settled_by: string | null;
  readonly discard_reason: string | null;
}

interface GroupRow extends Omit<DeadLetterGroup, 'firstAt' | 'lastAt'> {
  readonly firstAt: Date;
  readonly lastAt: Date;
}

const MOST_GROUPS = 200;

/** Dead letters of this service. */
@Injectable()
export class FindDeadLetters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
  ) {}

  /** Newest first unless asked otherwise. @throws InvalidInput for a cursor that is none */
  find(request: ListRequest, viewer: Viewer): Promise<DeadLetterPage> {
    return this.lists.page(DEAD_LETTERS, request, toDeadLetter, { where: lettersInSight(viewer) });
  }

  /** Largest first. */
  async groups(query: DeadLetterGroupsQuery, viewer: Viewer): Promise<DeadLetterGroups> {
    const params: unknown[] = [];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const conditions = [
      ...conditionsOf({ ...query, status: query.status ?? 'parked' }, bind),
      ...lettersInSight(viewer).map(({ sql }) => sql),
    ];
    const rows: GroupRow[] = await this.dataSource.query(
      `with groups as (
         select d.consumer, d.topic, d.fingerprint, d.reason_kind, count(*)::int as count, min(d.first_at) as first_at,
                max(d.last_at) as last_at, min(d.id::text)::uuid as example
         from dead_letter d where ${conditions.join(' and ')}
         group by d.consumer, d.topic, d.fingerprint, d.reason_kind
         order by count desc, first_at limit ${bind(MOST_GROUPS + 1)}
       )
       select e.service, g.consumer, g.topic, g.fingerprint, g.reason_kind as "reasonKind", g.count,
              g.first_at as "firstAt", g.last_at as "lastAt", e.id as "exampleId", e.reason as "exampleReason"
       from groups g join dead_letter e on e.id = g.example
       order by g.count desc, g.first_at`,
      params,
    );
    return {
      items: rows.slice(0, MOST_GROUPS).map((row) => ({
        ...row,
        firstAt: row.firstAt.toISOString(),
        lastAt: row.lastAt.toISOString(),
      })),
      truncated: rows.length > MOST_GROUPS,
    };
  }

  /** @throws NotFound */
  async one(id: string, viewer: Viewer): Promise<DeadLetter> {
    const where = ['d.id = $1', ...lettersInSight(viewer).map(({ sql }) => sql)].join(' and ');
    const rows: DeadLetterRow[] = await this.dataSource.query(`select d.* from dead_letter d where ${where}`, [id]);
    const [row] = rows;
    if (row === undefined) throw new NotFound('dead letter', id);
    return toDeadLetter(row);
  }
}

function toDeadLetter(row: DeadLetterRow): DeadLetter {
  return {
    id: row.id,
    service: row.service,
    consumer: row.consumer,
    topic: row.topic,
    partition: row.partition,
    offset: row.offset,
    key: row.key,
    eventId: row.event_id,
    type: row.type,
    aggregateType: row.aggregate_type,
    aggregateId: row.aggregate_id,
    aggregateVersion: row.aggregate_version,
    reasonKind: row.reason_kind,
    reason: row.reason,
    fingerprint: row.fingerprint,
    frame: row.reason_kind === 'handler-failed' ? frameIn(row.fingerprint) : null,
    headers: row.headers,
    ...shown(row.payload),
    attempts: row.attempts,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    status: row.status,
    allowedActions: deadLetterLifecycle.allowedActions(row.status),
    settledAt: row.settled_at?.toISOString() ?? null,
    settledBy: row.settled_by,
    discardReason: row.discard_reason,
  };
}

function shown(payload: Buffer | null): Pick<DeadLetter, 'payload' | 'payloadEncoding'> {
  if (payload === null) return { payload: null, payloadEncoding: 'none' };
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    if (!isTooDeep(parsed)) return { payload: parsed, payloadEncoding: 'json' };
  } catch {
    // No JSON: shown as bytes.
  }
  return { payload: payload.toString('base64'), payloadEncoding: 'base64' };
}

const DEEPEST_SHOWN = 500;

/** Whether writing it as JSON could run out of stack, here or where the lists are merged. */
function isTooDeep(value: unknown, level = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return level >= DEEPEST_SHOWN || Object.values(value).some((inner) => isTooDeep(inner, level + 1));
}
