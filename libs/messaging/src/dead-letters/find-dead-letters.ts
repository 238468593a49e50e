import { decodeCursor, DEFAULT_PAGE, encodeCursor, InvalidInput, isUuid, MAX_PAGE, toPage } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type DeadLetter, type DeadLetterPage, type DeadLettersQuery, type DeadLetterStatus } from './dead-letter.dto';

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
}

const SORT = '-firstAt';

/** Dead letters of this service, newest first. */
@Injectable()
export class FindDeadLetters {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws InvalidInput for a cursor that is none. */
  async find(query: DeadLettersQuery): Promise<DeadLetterPage> {
    const limit = Math.min(query.limit ?? DEFAULT_PAGE, MAX_PAGE);
    const params: unknown[] = [];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const filters: [string, string | undefined][] = [
      ['consumer', query.consumer],
      ['topic', query.topic],
      ['status', query.status],
      ['fingerprint', query.fingerprint],
      ['reason_kind', query.reasonKind],
    ];
    const conditions = filters.flatMap(([column, value]) =>
      value === undefined ? [] : [`${column} = ${bind(value)}`],
    );
    if (query.cursor !== undefined) {
      const { at, id } = readCursor(query.cursor);
      conditions.push(`(first_at, id) < (${bind(at)}::timestamptz, ${bind(id)}::uuid)`);
    }
    const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
    const rows: DeadLetterRow[] = await this.dataSource.query(
      `select * from dead_letter ${where} order by first_at desc, id desc limit ${bind(limit + 1)}`,
      params,
    );
    return toPage(rows, limit, toDeadLetter, ({ first_at, id }) =>
      encodeCursor(SORT, { value: first_at.toISOString(), id }),
    );
  }
}

function readCursor(cursor: string): { at: Date; id: string } {
  const { value, id } = decodeCursor(SORT, cursor);
  const at = new Date(value ?? Number.NaN);
  if (Number.isNaN(at.getTime()) || !isUuid(id)) {
    throw new InvalidInput([{ pointer: '/cursor', reason: 'is not a cursor; use nextCursor of the page before' }]);
  }
  return { at, id };
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
    aggregateId: row.aggregate_id,
    aggregateVersion: row.aggregate_version,
    reasonKind: row.reason_kind,
    reason: row.reason,
    fingerprint: row.fingerprint,
    headers: row.headers,
    ...shown(row.payload),
    attempts: row.attempts,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    status: row.status,
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
