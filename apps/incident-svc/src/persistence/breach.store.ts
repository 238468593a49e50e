import { type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

/** A breach that an incident follows, or followed; null leaves it with the one that it has. */
export interface FollowedBreach {
  readonly id: string;
  readonly incidentId: string | null;
  readonly open: boolean;
}

/** Which incident follows which capacity breach; and the read model of breaches, to be read. */
@Injectable()
export class BreachStore {
  /** Later entries for the same breach win. */
  async follow(tx: Tx, breaches: readonly FollowedBreach[]): Promise<void> {
    const last = [...new Map(breaches.map((breach) => [breach.id, breach])).values()];
    if (last.length === 0) return;
    await tx.query(
      `with news as (
         select * from unnest($1::uuid[], $2::uuid[], $3::boolean[]) n (breach_id, incident_id, open)
       ), known as (
         update incident_breach b set open = n.open from news n where b.breach_id = n.breach_id and n.incident_id is null
       )
       insert into incident_breach (breach_id, incident_id, open)
       select breach_id, incident_id, open from news where incident_id is not null
       on conflict (breach_id) do update set incident_id = excluded.incident_id, open = excluded.open`,
      [last.map(({ id }) => id), last.map(({ incidentId }) => incidentId), last.map(({ open }) => open)],
    );
  }

  /** The breaches of these incidents that are not cleared: incident → breaches. */
  async openOf(tx: Tx, incidentIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const rows = await tx.query<{ incident_id: string; ids: string[] }>(
      `select incident_id, array_agg(breach_id) as ids from incident_breach
       where incident_id = any($1::uuid[]) and open group by incident_id`,
      [incidentIds],
    );
    return new Map(rows.map((row) => [row.incident_id, new Set(row.ids)]));
  }

  /**
   * What is breached, or will be, on these items now. The item's name is to be put into the summary. A security incident is
   * not named: this is told to others.
   */
  async openOn(
    tx: Tx,
    ciIds: readonly string[],
  ): Promise<{ ciId: string; summary: string; incidentId: string | null }[]> {
    if (ciIds.length === 0) return [];
    const rows = await tx.query<{ ci_id: string; summary: string; incident_id: string | null }>(
      `select b.ci_id, b.summary, o.id as incident_id
       from breach b left join incident_breach i on i.breach_id = b.id
       left join incident o on o.id = i.incident_id and not o.security
       where b.state = 'open' and b.ci_id = any($1::uuid[])`,
      [ciIds],
    );
    return rows.map((row) => ({ ciId: row.ci_id, summary: row.summary, incidentId: row.incident_id }));
  }
}
