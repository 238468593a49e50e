import { type CiStage, type OperationalStatus } from '@itops/contracts';

import { type CiState, type ExternalId } from '../domain/ci';

export interface CiRow {
  readonly id: string;
  readonly version: number;
  readonly class: string;
  readonly name: string;
  readonly attributes: Record<string, unknown>;
  readonly sources: Record<string, string>;
  readonly external_ids: ExternalId[];
  readonly stage: CiStage;
  readonly operational_status: OperationalStatus;
  readonly owner_group: string | null;
  readonly criticality: number;
  readonly first_seen_at: Date;
  readonly last_seen_at: Date;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly created_by: string;
}

/** The columns of CiRow, from a table or alias `ci`. */
export const CI_COLUMNS = `ci.id, ci.version, ci.class, ci.name, ci.attributes, ci.sources, ci.stage,
  ci.operational_status, ci.owner_group, ci.criticality, ci.first_seen_at, ci.last_seen_at, ci.created_at,
  ci.updated_at, ci.created_by,
  (select coalesce(jsonb_agg(jsonb_build_object('source', e.source, 'externalId', e.external_id) order by e.place), '[]')
   from ci_external_id e where e.ci_id = ci.id) as external_ids`;

export function toCiState(row: CiRow): CiState {
  return {
    id: row.id,
    version: row.version,
    class: row.class,
    name: row.name,
    attributes: row.attributes,
    sources: row.sources,
    externalIds: row.external_ids,
    stage: row.stage,
    operationalStatus: row.operational_status,
    ownerGroup: row.owner_group,
    criticality: row.criticality,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    createdBy: row.created_by,
  };
}
