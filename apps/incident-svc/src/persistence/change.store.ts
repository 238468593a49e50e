import { type ChangeSource, type ChangeState, type ChangeType } from '@itops/contracts';
import { type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import {
  type ChangeHistory,
  HISTORY_FOLLOW_UP,
  SUSPECT_LOOK_BACK,
  SUSPECT_TOLERANCE,
  type SuspectChange,
} from '../domain/suspects';

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

/** Reads the read model of changes. */
@Injectable()
export class ChangeStore {
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

  /**
   * What became of the changes of each item that began before the suspects' time. Security incidents are not counted:
   * the counts are told to others.
   */
  async histories(tx: Tx, ciIds: readonly string[], before: Date): Promise<Map<string, ChangeHistory>> {
    const rows = await tx.query<{ ci_id: string; changes: number; followed: number }>(
      `select w.ci_id, count(*)::int as changes,
              count(*) filter (where exists (
                select 1 from incident i
                where i.ci_id = w.ci_id and not i.security
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
