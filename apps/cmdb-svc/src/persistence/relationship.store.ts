import { Injectable } from '@nestjs/common';
import { isUuid } from '@itops/kit';
import { type Tx } from '@itops/messaging';

import { Relationship, type RelationshipState } from '../domain/relationship';
import { RelationshipNotFound } from '../domain/not-found.errors';
import { requireAllSaved } from './concurrent-change';
import { RELATIONSHIP_COLUMNS, type RelationshipRow, toRelationshipState } from './relationship.row';

type Ends = Pick<RelationshipState, 'type' | 'parentId' | 'childId'>;

/** Loads and saves relationships, many at a time. */
@Injectable()
export class RelationshipStore {
  /** @throws NotFound */
  async loadOne(tx: Tx, id: string): Promise<Relationship> {
    const rows = isUuid(id)
      ? await tx.query<RelationshipRow>(
          `select ${RELATIONSHIP_COLUMNS} from relationship r where r.id = $1 for update of r`,
          [id],
        )
      : [];
    const [row] = rows;
    if (row === undefined) throw new RelationshipNotFound(id);
    return new Relationship(toRelationshipState(row));
  }

  /** Those with these ids, locked in their order, by id. */
  async load(tx: Tx, ids: readonly string[]): Promise<Map<string, Relationship>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<RelationshipRow>(
      `select ${RELATIONSHIP_COLUMNS} from relationship r where r.id = any($1::uuid[]) order by r.id for update of r`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, new Relationship(toRelationshipState(row))]));
  }

  /** Those that are there between these ends, locked, by `relationshipKey`. */
  async loadBetween(tx: Tx, ends: readonly Ends[]): Promise<Map<string, Relationship>> {
    if (ends.length === 0) return new Map();
    const rows = await tx.query<RelationshipRow>(
      `select ${RELATIONSHIP_COLUMNS} from relationship r
       join unnest($1::text[], $2::uuid[], $3::uuid[]) as w (type, parent_id, child_id)
         on r.type = w.type and r.parent_id = w.parent_id and r.child_id = w.child_id
       order by r.id for update of r`,
      [ends.map(({ type }) => type), ends.map(({ parentId }) => parentId), ends.map(({ childId }) => childId)],
    );
    return byKey(rows);
  }

  /** All that the source reported first, locked. */
  async loadOfSource(tx: Tx, source: string): Promise<Map<string, Relationship>> {
    return byKey(
      await tx.query<RelationshipRow>(
        `select ${RELATIONSHIP_COLUMNS} from relationship r where r.source = $1 order by r.id for update of r`,
        [source],
      ),
    );
  }

  /** Inserts what is new and updates what has changed, where the version is still the one that was loaded. @throws Conflict */
  async save(tx: Tx, relationships: readonly Relationship[]): Promise<void> {
    const added = relationships.filter(({ savedVersion }) => savedVersion === 0);
    const changed = relationships.filter(({ savedVersion, state }) => savedVersion > 0 && savedVersion < state.version);
    if (added.length > 0) {
      await tx.query(
        `insert into relationship (id, version, type, parent_id, child_id, attributes, source, created_at, updated_at, created_by)
         select id, version, type, parent_id, child_id, attributes, source, created_at, updated_at, created_by
         from ${RECORDS}`,
        [toRecords(added)],
      );
    }
    if (changed.length > 0) {
      const saved = await tx.query(
        `update relationship r set version = n.version, attributes = n.attributes, updated_at = n.updated_at
         from ${RECORDS} where r.id = n.id and r.version = n.expected returning r.id`,
        [toRecords(changed)],
      );
      requireAllSaved('relationship', changed.length, saved.length);
    }
  }

  /** Deletes those whose version is still the one that was loaded. @throws Conflict */
  async remove(tx: Tx, relationships: readonly Relationship[]): Promise<void> {
    if (relationships.length === 0) return;
    const removed = await tx.query(
      `delete from relationship r using unnest($1::uuid[], $2::int[]) as w (id, expected)
       where r.id = w.id and r.version = w.expected returning r.id`,
      [relationships.map(({ state }) => state.id), relationships.map(({ savedVersion }) => savedVersion)],
    );
    requireAllSaved('relationship', relationships.length, removed.length);
  }
}

/** The same for the same type between the same ends. */
export function relationshipKey({ type, parentId, childId }: Ends): string {
  return `${type}|${parentId}|${childId}`;
}

function byKey(rows: readonly RelationshipRow[]): Map<string, Relationship> {
  return new Map(
    rows.map((row) => {
      const state = toRelationshipState(row);
      return [relationshipKey(state), new Relationship(state)];
    }),
  );
}

const RECORDS = `jsonb_to_recordset($1::jsonb) as n (id uuid, version int, expected int, type text, parent_id uuid,
  child_id uuid, attributes jsonb, source text, created_at timestamptz, updated_at timestamptz, created_by text)`;

function toRecords(relationships: readonly Relationship[]): string {
  return JSON.stringify(
    relationships.map(({ state, savedVersion }) => ({
      id: state.id,
      version: state.version,
      expected: savedVersion,
      type: state.type,
      parent_id: state.parentId,
      child_id: state.childId,
      attributes: state.attributes,
      source: state.source,
      created_at: state.createdAt,
      updated_at: state.updatedAt,
      created_by: state.createdBy,
    })),
  );
}
