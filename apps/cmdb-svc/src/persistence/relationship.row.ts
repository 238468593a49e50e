import { type RelationshipType } from '@itops/contracts';

import { type RelationshipState } from '../domain/relationship';

export interface RelationshipRow {
  readonly id: string;
  readonly version: number;
  readonly type: RelationshipType;
  readonly parent_id: string;
  readonly child_id: string;
  readonly attributes: Record<string, unknown>;
  readonly source: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly created_by: string;
}

export const RELATIONSHIP_COLUMNS = `r.id, r.version, r.type, r.parent_id, r.child_id, r.attributes, r.source,
  r.created_at, r.updated_at, r.created_by`;

export function toRelationshipState(row: RelationshipRow): RelationshipState {
  return {
    id: row.id,
    version: row.version,
    type: row.type,
    parentId: row.parent_id,
    childId: row.child_id,
    attributes: row.attributes,
    source: row.source,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    createdBy: row.created_by,
  };
}
