import { type Authority, SECOND } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { NotedLater } from './noted-later';

const WRITE_EVERY_MS = 2 * SECOND;
/** After so long without a token of theirs, rights are forgotten of whom nothing is delivered to. */
const KEPT_DAYS = 90;

interface Seen {
  readonly permissions: readonly string[];
  readonly issuedAt: Date;
}

/**
 * What people were permitted by the newest token of theirs that any gateway has seen: all that can be known of them while they
 * do not call.
 */
@Injectable()
export class SeenRights extends NotedLater<Seen> {
  constructor(dataSource: DataSource) {
    super(dataSource, WRITE_EVERY_MS);
  }

  saw({ subject, permissions }: Pick<Authority, 'subject' | 'permissions'>, issuedAt: Date): void {
    this.note(subject, { permissions: [...permissions], issuedAt });
  }

  /** Forgets whose rights nobody asks for any more. */
  async sweep(now: Date): Promise<void> {
    await this.dataSource.query(
      `delete from seen_rights s where s.issued_at < $1::timestamptz - make_interval(days => $2)
       and not exists (select from webhook w where w.owner = s.subject)`,
      [now, KEPT_DAYS],
    );
  }

  /** The newest counts, and of two tokens of one moment what both permit. */
  protected override join(earlier: Seen, later: Seen): Seen {
    const since = later.issuedAt.getTime() - earlier.issuedAt.getTime();
    if (since !== 0) return since > 0 ? later : earlier;
    return { ...later, permissions: later.permissions.filter((one) => earlier.permissions.includes(one)) };
  }

  protected override async insert(notes: readonly (readonly [string, Seen])[]): Promise<void> {
    const rows = notes.map(([subject, { permissions, issuedAt }]) => ({ subject, permissions, issued_at: issuedAt }));
    await this.dataSource.query(
      `insert into seen_rights as s (subject, permissions, issued_at)
       select subject, permissions, issued_at from jsonb_populate_recordset(null::seen_rights, $1)
       on conflict (subject) do update set issued_at = excluded.issued_at,
         permissions = case when excluded.issued_at > s.issued_at then excluded.permissions
           else array(select unnest(excluded.permissions) intersect select unnest(s.permissions)) end
       where excluded.issued_at >= s.issued_at`,
      [JSON.stringify(rows)],
    );
  }
}
