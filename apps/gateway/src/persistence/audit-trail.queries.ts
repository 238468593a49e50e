import { type AuditCheckpoint } from '@itops/contracts';
import {
  idFilter,
  type ListDefinition,
  type ListRequest,
  Lists,
  NotFound,
  type Page,
  textFilter,
  timeFilter,
  wordFilter,
} from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type TrailRow } from './audit-trail.store';

const name = { max: 255 } as const;

export const AUDIT: ListDefinition = {
  name: 'audit',
  select: 'e.*',
  from: 'audit_entry e',
  id: 'e.id',
  filters: {
    service: textFilter({ ...name, description: 'Of one of these services.', column: 'e.service' }),
    actor: textFilter({ ...name, description: 'By one of these.', column: 'e.actor' }),
    action: textFilter({ ...name, description: 'One of these actions.', column: 'e.action' }),
    resourceType: textFilter({ ...name, description: 'On one of these kinds.', column: 'e.resource_type' }),
    resourceId: textFilter({ max: 512, description: 'On one of these.', column: 'e.resource_id' }),
    outcome: wordFilter({ description: 'Done, or refused.', column: 'e.outcome', values: ['done', 'refused'] }),
    correlationId: textFilter({ ...name, description: 'Of one of these flows.', column: 'e.correlation_id' }),
    id: idFilter({ description: 'One of these rows.', column: 'e.id' }),
    at: timeFilter({ description: 'At this time.', column: 'e.at' }),
  },
  sorts: { at: { column: 'e.at', type: 'timestamptz' } },
  defaultSort: '-at',
};

interface EntryRow {
  readonly chain: string;
  readonly seq: string;
  readonly service: string;
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly credential: string | null;
  readonly action: string;
  readonly resource_type: string;
  readonly resource_id: string;
  readonly outcome: 'done' | 'refused';
  readonly attempts: number;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly request_id: string | null;
  readonly traceparent: string | null;
  readonly before_digest: string | null;
  readonly after_digest: string | null;
  readonly reason_digest: string | null;
  readonly previous_hash: string;
  readonly hash: string;
  readonly salt: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
}

interface AttestedRow extends Omit<AuditCheckpoint, 'seq' | 'at' | 'keyId'> {
  readonly seq: string;
  readonly at: Date;
  readonly key_id: string | null;
}

/** A stretch of one chain, both ends included. */
export interface ChainStretch {
  readonly chain: string;
  readonly service: string;
  readonly first: number;
  readonly last: number;
}

export interface StretchOptions {
  readonly service?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Reads the trails of all services. */
@Injectable()
export class AuditTrailQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
  ) {}

  list<Item>(request: ListRequest, toItem: (row: TrailRow) => Item): Promise<Page<Item>> {
    return this.lists.page(AUDIT, request, (row: EntryRow) => toItem(toTrailRow(row)));
  }

  /** @throws NotFound */
  async find(id: string): Promise<TrailRow> {
    const [row] = await this.dataSource.query<EntryRow[]>('select * from audit_entry where id = $1', [id]);
    if (row === undefined) throw new NotFound('audit entry', id);
    return toTrailRow(row);
  }

  /** What there is of each chain now; with times, the stretch that holds all rows of that time, without gaps. */
  async stretches({ service, from, to }: StretchOptions): Promise<ChainStretch[]> {
    const found = await this.dataSource.query<{ chain: string; service: string; first: string; last: string }[]>(
      `select * from (
         select chain, service, min(seq) filter (where $2::timestamptz is null or at >= $2) as first,
                max(seq) filter (where $3::timestamptz is null or at <= $3) as last
         from audit_entry where $1::text is null or service = $1 group by chain, service) stretch
       where first <= last order by service, chain`,
      [service ?? null, dateOf(from), dateOf(to)],
    );
    return found.map(({ first, last, ...chain }) => ({ ...chain, first: Number(first), last: Number(last) }));
  }

  /** The next rows of a chain after one, in its order. */
  async rowsAfter({ chain, last }: ChainStretch, seq: number, limit: number): Promise<TrailRow[]> {
    const rows = await this.dataSource.query<EntryRow[]>(
      'select * from audit_entry where chain = $1 and seq > $2 and seq <= $3 order by seq limit $4',
      [chain, seq, last, limit],
    );
    return rows.map(toTrailRow);
  }

  /** The checkpoints of these rows, in the chain's order. */
  async checkpoints(chain: string, first: number, last: number): Promise<AuditCheckpoint[]> {
    const rows = await this.dataSource.query<AttestedRow[]>(
      'select * from audit_attested where chain = $1 and seq between $2 and $3 order by seq, at',
      [chain, first, last],
    );
    return rows.map(({ service, seq, hash, at, key_id, signature }) => ({
      ...{ chain, service, seq: Number(seq), hash, at: at.toISOString(), keyId: key_id, signature },
    }));
  }
}

function toTrailRow(row: EntryRow): TrailRow {
  const { chain, service, id, actor, credential, action, outcome, attempts, traceparent, hash, salt } = row;
  const { before, after, reason } = row;
  return {
    ...{ chain, service, seq: Number(row.seq), id, at: row.at.toISOString(), actor, credential, action },
    ...{ resourceType: row.resource_type, resourceId: row.resource_id, outcome, attempts },
    ...{ correlationId: row.correlation_id, causationId: row.causation_id, requestId: row.request_id, traceparent },
    digests: { before: row.before_digest, after: row.after_digest, reason: row.reason_digest },
    ...{ previousHash: row.previous_hash, hash },
    content: salt === null ? null : { salt, before, after, reason },
  };
}

/** PostgreSQL takes fewer offsets from UTC than RFC 3339 has. */
function dateOf(time: string | undefined): Date | null {
  return time === undefined ? null : new Date(time);
}
