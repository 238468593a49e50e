import { type AlertState, type CiReference, type Severity } from '@itops/contracts';
import { isUuid, NotFound } from '@itops/kit';
import { type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { Alert, type AlertSnapshot } from '../domain/alert';
import { type Link } from '../domain/signal';
import { saveRows } from './save-rows';

/** A row of `alert`. */
export interface AlertRow {
  id: string;
  version: number;
  source: string;
  dedup_key: string;
  summary: string;
  severity: Severity;
  state: AlertState;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  links: readonly Link[];
  ci_id: string | null;
  ci_reference: CiReference | null;
  incident_id: string | null;
  occurrences: number;
  first_seen_at: Date;
  started_at: Date;
  last_seen_at: Date;
  resolved_at: Date | null;
  last_ended_at: Date | null;
  suppressed_by: AlertSnapshot['suppressedBy'];
  created_at: Date;
  updated_at: Date;
}

/** Loads alerts for a change, with their row locked until the transaction ends, and stores them. */
@Injectable()
export class AlertStore {
  /** @throws NotFound */
  async load(tx: Tx, id: string): Promise<Alert> {
    const rows = isUuid(id)
      ? await tx.query<AlertRow>('select * from alert where id = $1 for no key update', [id])
      : [];
    const [row] = rows;
    if (row === undefined) throw new NotFound('alert', id);
    return Alert.from(toAlertSnapshot(row));
  }

  /** Those of these alerts that there are, by id. */
  async loadMany(tx: Tx, ids: readonly string[]): Promise<Map<string, Alert>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<AlertRow>(
      'select * from alert where id = any($1::uuid[]) order by id for no key update',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, Alert.from(toAlertSnapshot(row))]));
  }

  /** The alerts with these keys, as far as they are known. */
  async loadByKeys(tx: Tx, keys: readonly { source: string; dedupKey: string }[]): Promise<Alert[]> {
    const rows = await tx.query<AlertRow>(
      `select a.* from (select distinct * from unnest($1::text[], $2::text[]) k (source, dedup_key)) k
       join alert a using (source, dedup_key) order by a.id for no key update of a`,
      [keys.map(({ source }) => source), keys.map(({ dedupKey }) => dedupKey)],
    );
    return rows.map((row) => Alert.from(toAlertSnapshot(row)));
  }

  /** Open alerts that name one of these items, which was not known when they fired. */
  async loadUnlinked(tx: Tx, references: readonly CiReference[]): Promise<Alert[]> {
    const rows = await tx.query<AlertRow>(
      `select * from alert where ci_id is null and ci_reference = any($1::jsonb[]) and state <> 'resolved'
       order by id limit 1000 for no key update`,
      [references.map((reference) => JSON.stringify(reference))],
    );
    return rows.map((row) => Alert.from(toAlertSnapshot(row)));
  }

  /** Stores new and changed alerts. Publish their events afterwards. @throws Conflict */
  async save(tx: Tx, alerts: readonly Alert[]): Promise<void> {
    await saveRows(
      tx,
      'alert',
      alerts.map(({ snapshot, storedVersion }) => ({ row: toAlertRow(snapshot), storedVersion })),
    );
  }
}

export function toAlertSnapshot(row: AlertRow): AlertSnapshot {
  return {
    id: row.id,
    version: row.version,
    source: row.source,
    dedupKey: row.dedup_key,
    summary: row.summary,
    severity: row.severity,
    state: row.state,
    labels: row.labels,
    annotations: row.annotations,
    links: row.links,
    ciId: row.ci_id,
    ciReference: row.ci_reference,
    incidentId: row.incident_id,
    occurrences: row.occurrences,
    firstSeenAt: row.first_seen_at,
    startedAt: row.started_at,
    lastSeenAt: row.last_seen_at,
    resolvedAt: row.resolved_at,
    lastEndedAt: row.last_ended_at,
    suppressedBy: row.suppressed_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toAlertRow(alert: AlertSnapshot): AlertRow {
  return {
    id: alert.id,
    version: alert.version,
    source: alert.source,
    dedup_key: alert.dedupKey,
    summary: alert.summary,
    severity: alert.severity,
    state: alert.state,
    labels: alert.labels,
    annotations: alert.annotations,
    links: alert.links,
    ci_id: alert.ciId,
    ci_reference: alert.ciReference,
    incident_id: alert.incidentId,
    occurrences: alert.occurrences,
    first_seen_at: alert.firstSeenAt,
    started_at: alert.startedAt,
    last_seen_at: alert.lastSeenAt,
    resolved_at: alert.resolvedAt,
    last_ended_at: alert.lastEndedAt,
    suppressed_by: alert.suppressedBy,
    created_at: alert.createdAt,
    updated_at: alert.updatedAt,
  };
}
