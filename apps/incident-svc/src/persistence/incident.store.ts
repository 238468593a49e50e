import { type IncidentState, type SuspectData } from '@itops/contracts';
import { isUuid, newId, NotFound } from '@itops/kit';
import { locked, type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { type AlertingItem, FaultCase } from '../domain/fault-case';
import { Incident } from '../domain/incident';
import { OPEN_INCIDENT_STATES } from '../domain/incident.lifecycle';
import { IncidentPolicy } from '../domain/policy';
import { type TimelineEntry } from '../domain/timeline';
import { type IncidentRow, toIncidentRow, toIncidentSnapshot } from './incident.row';
import { saveRows } from './save-rows';

const openStates: readonly IncidentState[] = OPEN_INCIDENT_STATES;

/** Loads incidents for a change, with their row locked until the transaction ends, and stores them. */
@Injectable()
export class IncidentStore {
  constructor(private readonly policy: IncidentPolicy) {}

  /** @param key id or number. @throws NotFound */
  async load(tx: Tx, key: string): Promise<Incident> {
    const [row] = await tx.query<IncidentRow>(
      `select * from incident where ${isUuid(key) ? 'id' : 'number'} = $1 ${locked('for no key update')}`,
      [key],
    );
    if (row === undefined) throw new NotFound('incident', key);
    return this.toIncident(row);
  }

  /** In order of their ids, so that transactions that lock several never wait for each other in a circle. */
  async loadMany(tx: Tx, ids: readonly string[]): Promise<Incident[]> {
    if (ids.length === 0) return [];
    const rows = await tx.query<IncidentRow>(
      `select * from incident where id = any($1::uuid[]) order by id ${locked('for no key update')}`,
      [ids],
    );
    return rows.map((row) => this.toIncident(row));
  }

  /** Open incidents whose item, or likely origin, is one of these. */
  async openOn(tx: Tx, ciIds: readonly string[]): Promise<string[]> {
    if (ciIds.length === 0) return [];
    const rows = await tx.query<{ id: string }>(
      'select id from incident where ci_id = any($1::uuid[]) and state = any($2)',
      [ciIds, openStates],
    );
    return rows.map(({ id }) => id);
  }

  /** Open incidents that are about one of these items, or have an alert on one: incident → its items of these. */
  async openTouching(tx: Tx, ciIds: readonly string[]): Promise<Map<string, string[]>> {
    if (ciIds.length === 0) return new Map();
    const rows = await tx.query<{ id: string; ci_ids: string[] }>(
      `select id, array_agg(distinct ci_id) as ci_ids from (
         select id, ci_id from incident where ci_id = any($1::uuid[]) and state = any($2)
         union all
         select i.id, a.ci_id from alert a
         join incident_alert l on l.alert_id = a.id
         join incident i on i.id = l.incident_id
         where a.ci_id = any($1::uuid[]) and i.state = any($2)
       ) touched group by id`,
      [ciIds, openStates],
    );
    return new Map(rows.map((row) => [row.id, row.ci_ids]));
  }

  /**
   * Incidents, resolved ones too, for which suspects are still looked for: the first signal lies between `from` and
   * `to`, the opening or the first signal after `since`, and an item of the fault among `ciIds`.
   */
  async recentFaults(
    tx: Tx,
    searches: readonly { from: Date; to: Date; since: Date; ciIds: readonly string[] }[],
  ): Promise<string[]> {
    if (searches.length === 0) return [];
    const rows = await tx.query<{ id: string }>(
      `select distinct i.id
       from unnest($1::timestamptz[], $2::timestamptz[], $3::timestamptz[], $4::jsonb[]) s ("from", "to", since, ci_ids)
       join incident i on coalesce(i.first_signal_at, i.opened_at) between s."from" and s."to"
         and greatest(i.opened_at, i.first_signal_at) >= s.since and i.state not in ('closed', 'canceled')
       where s.ci_ids ? i.ci_id::text or exists (
         select 1 from incident_alert l join alert a on a.id = l.alert_id
         where l.incident_id = i.id and s.ci_ids ? a.ci_id::text)`,
      [
        searches.map(({ from }) => from),
        searches.map(({ to }) => to),
        searches.map(({ since }) => since),
        searches.map(({ ciIds }) => JSON.stringify(ciIds)),
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** The open preventive incidents for these resources and thresholds. */
  async openPreventive(tx: Tx, keys: readonly { resourceId: string; thresholdId: string }[]): Promise<Incident[]> {
    const rows = await tx.query<IncidentRow>(
      `select i.* from incident i
       join unnest($1::uuid[], $2::uuid[]) k (resource_id, threshold_id)
         on k.resource_id = i.breach_resource_id and k.threshold_id = i.breach_threshold_id
       where i.state = any($3) order by i.id for no key update of i`,
      [keys.map(({ resourceId }) => resourceId), keys.map(({ thresholdId }) => thresholdId), openStates],
    );
    return rows.map((row) => this.toIncident(row));
  }

  /** What correlation sees of incidents: their alerts, item by item. */
  async casesOf(tx: Tx, incidents: readonly Incident[]): Promise<Map<string, FaultCase>> {
    if (incidents.length === 0) return new Map();
    const rows = await tx.query<{
      incident_id: string;
      ci_id: string | null;
      alerts: number;
      open: number;
      first_at: Date;
      severity: AlertingItem['severity'];
    }>(
      `select l.incident_id, a.ci_id, count(*)::int as alerts,
              count(*) filter (where a.state <> 'resolved')::int as open,
              min(a.started_at) as first_at,
              (array['critical', 'error', 'warning', 'info'])[
                min(array_position(array['critical', 'error', 'warning', 'info'], a.severity))] as severity
       from incident_alert l join alert a on a.id = l.alert_id
       where l.incident_id = any($1::uuid[])
       group by l.incident_id, a.ci_id
       order by min(a.started_at)`,
      [incidents.map(({ snapshot }) => snapshot.id)],
    );
    const items = Map.groupBy(rows, (row) => row.incident_id);
    return new Map(
      incidents.map(({ snapshot: { id, openedAt, ciId, firstSignalAt, lastSignalAt } }) => [
        id,
        new FaultCase(
          id,
          openedAt,
          ciId,
          (items.get(id) ?? []).map((row) => ({
            ciId: row.ci_id,
            alerts: row.alerts,
            open: row.open,
            firstAt: row.first_at,
            severity: row.severity,
          })),
          firstSignalAt,
          lastSignalAt,
        ),
      ]),
    );
  }

  async nextSerials(tx: Tx, count: number): Promise<number[]> {
    const rows = await tx.query<{ serial: number }>(
      `select nextval('incident_serial')::int as serial from generate_series(1, $1)`,
      [count],
      'kept',
    );
    return rows.map(({ serial }) => serial);
  }

  /** Stores new and changed incidents. Publish their events afterwards. @throws Conflict */
  async save(tx: Tx, incidents: readonly Incident[]): Promise<void> {
    await saveRows(
      tx,
      'incident',
      incidents.map(({ snapshot, storedVersion }) => ({ row: toIncidentRow(snapshot), storedVersion })),
    );
  }

  async appendTimeline(tx: Tx, lines: readonly { incidentId: string; entry: TimelineEntry }[]): Promise<void> {
    if (lines.length === 0) return;
    await tx.query(
      `insert into incident_timeline (id, incident_id, at, kind, actor, summary, data)
       select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::jsonb[])`,
      [
        lines.map(() => newId()),
        lines.map(({ incidentId }) => incidentId),
        lines.map(({ entry }) => entry.at),
        lines.map(({ entry }) => entry.kind),
        lines.map(({ entry }) => entry.actor),
        lines.map(({ entry }) => entry.summary),
        lines.map(({ entry }) => JSON.stringify(entry.data)),
      ],
      'kept',
    );
  }

  async addNote(
    tx: Tx,
    note: { id: string; incidentId: string; kind: 'work' | 'public'; text: string; author: string; at: Date },
  ): Promise<void> {
    await tx.query(
      'insert into incident_note (id, incident_id, kind, text, author, at) values ($1, $2, $3, $4, $5, $6)',
      [note.id, note.incidentId, note.kind, note.text, note.author, note.at],
    );
  }

  async linkAlerts(tx: Tx, links: readonly { incidentId: string; alertId: string }[]): Promise<void> {
    if (links.length === 0) return;
    await tx.query(
      `insert into incident_alert (incident_id, alert_id)
       select * from unnest($1::uuid[], $2::uuid[]) on conflict do nothing`,
      [links.map(({ incidentId }) => incidentId), links.map(({ alertId }) => alertId)],
      'kept',
    );
  }

  async suspectsOf(tx: Tx, incidentIds: readonly string[]): Promise<Map<string, SuspectData[]>> {
    const rows = await tx.query<{ incident_id: string; items: SuspectData[] }>(
      'select incident_id, items from incident_suspects where incident_id = any($1::uuid[])',
      [incidentIds],
    );
    return new Map(rows.map((row) => [row.incident_id, row.items]));
  }

  async saveSuspects(
    tx: Tx,
    computedAt: Date,
    found: readonly { incidentId: string; items: readonly SuspectData[] }[],
  ): Promise<void> {
    if (found.length === 0) return;
    await tx.query(
      `insert into incident_suspects (incident_id, computed_at, items)
       select f.incident_id, $3::timestamptz, f.items from unnest($1::uuid[], $2::jsonb[]) f (incident_id, items)
       on conflict (incident_id) do update set computed_at = excluded.computed_at, items = excluded.items`,
      [found.map(({ incidentId }) => incidentId), found.map(({ items }) => JSON.stringify(items)), computedAt],
    );
  }

  private toIncident(row: IncidentRow): Incident {
    return Incident.from(toIncidentSnapshot(row), this.policy.matrix);
  }
}
