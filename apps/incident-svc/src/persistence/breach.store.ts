import { type BreachData } from '@itops/contracts';
import { type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

/** A capacity breach, what it says in words, and the incident that it belongs to. */
export interface KnownBreach {
  readonly data: BreachData;
  readonly summary: string;
  readonly incidentId: string | null;
}

/** The read model of capacity breaches. */
@Injectable()
export class BreachStore {
  /** Later entries for the same id win. */
  async put(tx: Tx, breaches: readonly KnownBreach[]): Promise<void> {
    const last = [...new Map(breaches.map((breach) => [breach.data.id, breach])).values()];
    if (last.length === 0) return;
    await tx.query(
      `insert into breach (id, resource_id, threshold_id, ci_id, kind, state, summary, incident_id)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[])
       on conflict (id) do update set kind = excluded.kind, state = excluded.state, summary = excluded.summary,
         incident_id = coalesce(excluded.incident_id, breach.incident_id)`,
      [
        last.map(({ data }) => data.id),
        last.map(({ data }) => data.resourceId),
        last.map(({ data }) => data.thresholdId),
        last.map(({ data }) => data.ciId),
        last.map(({ data }) => data.kind),
        last.map(({ data }) => data.state),
        last.map(({ summary }) => summary),
        last.map(({ incidentId }) => incidentId),
      ],
    );
  }

  /** Which incident each of these breaches belongs to. */
  async incidentsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; incident_id: string }>(
      'select id, incident_id from breach where id = any($1::uuid[]) and incident_id is not null',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.incident_id]));
  }

  /** The breaches of these incidents that are not cleared: incident → breaches. */
  async openOf(tx: Tx, incidentIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const rows = await tx.query<{ incident_id: string; ids: string[] }>(
      `select incident_id, array_agg(id) as ids from breach
       where incident_id = any($1::uuid[]) and state = 'open' group by incident_id`,
      [incidentIds],
    );
    return new Map(rows.map((row) => [row.incident_id, new Set(row.ids)]));
  }

  /** What is breached, or will be, on these items now. */
  async openOn(
    tx: Tx,
    ciIds: readonly string[],
  ): Promise<{ ciId: string; summary: string; incidentId: string | null }[]> {
    if (ciIds.length === 0) return [];
    const rows = await tx.query<{ ci_id: string; summary: string; incident_id: string | null }>(
      `select ci_id, summary, incident_id from breach where state = 'open' and ci_id = any($1::uuid[])`,
      [ciIds],
    );
    return rows.map((row) => ({ ciId: row.ci_id, summary: row.summary, incidentId: row.incident_id }));
  }
}
