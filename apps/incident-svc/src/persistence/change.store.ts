import { type ChangeData, type ChangeSource, type ChangeState, type ChangeType } from '@itops/contracts';
import { type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import {
  type ChangeHistory,
  HISTORY_FOLLOW_UP,
  SUSPECT_LOOK_BACK,
  SUSPECT_TOLERANCE,
  type SuspectChange,
} from '../domain/suspects';

/** A change as its last event tells it. */
export interface KnownChange {
  readonly data: ChangeData;
  readonly backedOut: boolean;
}

interface ChangeRow {
  id: string;
  number: string;
  title: string;
  type: ChangeType;
  state: ChangeState;
  source: ChangeSource;
  cis: string[];
  actual_start: Date;
  actual_end: Date | null;
  failed: boolean;
  backed_out: boolean;
}

/** The read model of changes. */
@Injectable()
export class ChangeStore {
  /** Later entries for the same id win. Once backed out, a change stays so. */
  async put(tx: Tx, changes: readonly KnownChange[]): Promise<void> {
    const backedOut = new Set(changes.filter((change) => change.backedOut).map(({ data }) => data.id));
    const last = [...new Map(changes.map(({ data }) => [data.id, data])).values()];
    await tx.query(
      `insert into change (id, number, title, type, state, source, cis, planned_start, planned_end, actual_start,
                           actual_end, failed, backed_out)
       select id, number, title, type, state, source, array(select jsonb_array_elements_text(cis)::uuid), planned_start,
              planned_end, actual_start, actual_end, failed, backed_out
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[],
                   $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::boolean[],
                   $13::boolean[])
         c (id, number, title, type, state, source, cis, planned_start, planned_end, actual_start, actual_end, failed,
            backed_out)
       on conflict (id) do update set number = excluded.number, title = excluded.title, type = excluded.type,
         state = excluded.state, source = excluded.source, cis = excluded.cis, planned_start = excluded.planned_start,
         planned_end = excluded.planned_end, actual_start = excluded.actual_start, actual_end = excluded.actual_end,
         failed = excluded.failed, backed_out = change.backed_out or excluded.backed_out`,
      [
        last.map(({ id }) => id),
        last.map(({ number }) => number),
        last.map(({ title }) => title),
        last.map(({ type }) => type),
        last.map(({ state }) => state),
        last.map(({ source }) => source),
        last.map(({ cis }) => JSON.stringify(cis)),
        last.map(({ plannedStart }) => plannedStart),
        last.map(({ plannedEnd }) => plannedEnd),
        last.map(({ actualStart }) => actualStart),
        last.map(({ actualEnd }) => actualEnd),
        last.map(({ failed }) => failed),
        last.map(({ id }) => backedOut.has(id)),
      ],
    );
  }

  /** Changes on these items that began in time to be suspected of a fault between `from` and `to`. */
  async candidates(tx: Tx, ciIds: readonly string[], from: Date, to: Date): Promise<SuspectChange[]> {
    const rows = await tx.query<ChangeRow>(
      `select id, number, title, type, state, source, cis, actual_start, actual_end, failed, backed_out from change
       where actual_start between $2 and $3 and cis && $1::uuid[] and state <> 'canceled'`,
      [ciIds, new Date(from.getTime() - SUSPECT_LOOK_BACK), new Date(to.getTime() + SUSPECT_TOLERANCE)],
    );
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      type: row.type,
      source: row.source,
      cis: row.cis,
      actualStart: row.actual_start,
      actualEnd: row.actual_end,
      failed: row.failed,
      backedOut: row.backed_out,
    }));
  }

  /** What became of the changes of each item that began before the suspects' time. */
  async histories(tx: Tx, ciIds: readonly string[], before: Date): Promise<Map<string, ChangeHistory>> {
    const rows = await tx.query<{ ci_id: string; changes: number; followed: number }>(
      `select w.ci_id, count(*)::int as changes,
              count(*) filter (where exists (
                select 1 from incident i
                where i.ci_id = w.ci_id
                  and coalesce(i.first_signal_at, i.opened_at)
                    between c.actual_start and c.actual_start + make_interval(secs => $3)
              ))::int as followed
       from unnest($1::uuid[]) w (ci_id)
       join change c on c.cis @> array[w.ci_id] and c.actual_start < $2
       group by w.ci_id`,
      [ciIds, new Date(before.getTime() - SUSPECT_LOOK_BACK), HISTORY_FOLLOW_UP / 1000],
    );
    return new Map(rows.map(({ ci_id, changes, followed }) => [ci_id, { changes, followed }]));
  }
}
