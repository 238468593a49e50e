import { type CiData, type CiReference, type RelationshipData } from '@itops/contracts';
import { isUuid } from '@itops/kit';
import { type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { type Reader } from './reader';

/** The read model of the estate: items and their relationships, each with the revision that last changed it. */
@Injectable()
export class EstateStore {
  /** Later entries for the same id win; so does each over what is stored. */
  async put(
    tx: Tx,
    cis: readonly CiData[],
    relationships: readonly { readonly data: RelationshipData; readonly removed: boolean }[],
  ): Promise<void> {
    const [counter] = await tx.query<{ revision: string }>(
      `update estate_revision set revision = nextval('estate_revision_serial') returning revision`,
    );
    const revision = counter?.revision ?? '0';
    await this.putCis(tx, [...new Map(cis.map((ci) => [ci.id, ci])).values()], revision);
    const last = [...new Map(relationships.map((entry) => [entry.data.id, entry])).values()];
    await this.putRelationships(tx, last, revision);
  }

  /**
   * The item that each reference names: an id, a name that only one item has, or a source's own id. What names none, or
   * several, is left out.
   */
  async match(reader: Reader, references: readonly CiReference[]): Promise<Map<string, string>> {
    const texts = [...new Set(references.filter((reference) => typeof reference === 'string'))];
    const externals = references.filter((reference) => typeof reference !== 'string');
    const found = new Map<string, string>();
    if (texts.length > 0) {
      const byName = await reader.query<{ name: string; id: string }>(
        `select name, min(id::text) as id from ci where name = any($1) and not retired group by name having count(*) = 1`,
        [texts],
      );
      for (const { name, id } of byName) found.set(referenceKey(name), id);
      const ids = texts.filter(isUuid);
      if (ids.length > 0) {
        const byId = await reader.query<{ id: string }>('select id from ci where id = any($1::uuid[])', [ids]);
        const known = new Set(byId.map(({ id }) => id));
        for (const text of ids) if (known.has(text.toLowerCase())) found.set(referenceKey(text), text.toLowerCase());
      }
    }
    if (externals.length > 0) {
      const rows = await reader.query<{ source: string; external_id: string; id: string }>(
        `select e.source, e.external_id, min(e.ci_id::text) as id
         from (select distinct * from unnest($1::text[], $2::text[]) w (source, external_id)) w
         join ci_external_id e using (source, external_id)
         join ci on ci.id = e.ci_id and not ci.retired
         group by 1, 2 having count(*) = 1`,
        [externals.map(({ source }) => source), externals.map(({ externalId }) => externalId)],
      );
      for (const row of rows) found.set(referenceKey({ source: row.source, externalId: row.external_id }), row.id);
    }
    return found;
  }

  private async putCis(tx: Tx, cis: readonly CiData[], revision: string): Promise<void> {
    if (cis.length === 0) return;
    await tx.query(
      `insert into ci (id, name, class, criticality, operational_status, retired, revision)
       select c.*, $7::bigint from unnest($1::uuid[], $2::text[], $3::text[], $4::smallint[], $5::text[], $6::boolean[]) c
       on conflict (id) do update set name = excluded.name, class = excluded.class, criticality = excluded.criticality,
         operational_status = excluded.operational_status, retired = excluded.retired, revision = excluded.revision`,
      [
        cis.map(({ id }) => id),
        cis.map(({ name }) => name),
        cis.map((ci) => ci.class),
        cis.map(({ criticality }) => criticality),
        cis.map(({ operationalStatus }) => operationalStatus),
        cis.map(isRetired),
        revision,
      ],
    );
    await tx.query('delete from ci_external_id where ci_id = any($1::uuid[])', [cis.map(({ id }) => id)]);
    const externals = cis.flatMap(({ id, externalIds }) => externalIds.map((external) => ({ id, ...external })));
    await tx.query(
      `insert into ci_external_id (ci_id, source, external_id)
       select * from unnest($1::uuid[], $2::text[], $3::text[]) on conflict do nothing`,
      [
        externals.map(({ id }) => id),
        externals.map(({ source }) => source),
        externals.map(({ externalId }) => externalId),
      ],
    );
  }

  private async putRelationships(
    tx: Tx,
    entries: readonly { readonly data: RelationshipData; readonly removed: boolean }[],
    revision: string,
  ): Promise<void> {
    if (entries.length === 0) return;
    await tx.query(
      `insert into relationship (id, type, parent_id, child_id, quorum, removed, revision)
       select r.*, $7::bigint from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::int[], $6::boolean[]) r
       on conflict (id) do update set type = excluded.type, parent_id = excluded.parent_id,
         child_id = excluded.child_id, quorum = excluded.quorum, removed = excluded.removed,
         revision = excluded.revision`,
      [
        entries.map(({ data }) => data.id),
        entries.map(({ data }) => data.type),
        entries.map(({ data }) => data.parentId),
        entries.map(({ data }) => data.childId),
        entries.map(({ data }) => quorumOf(data)),
        entries.map(({ removed }) => removed),
        revision,
      ],
    );
  }
}

/** The same text for the same reference. */
export function referenceKey(reference: CiReference): string {
  return typeof reference === 'string' ? reference : JSON.stringify([reference.source, reference.externalId]);
}

/** Every way in which an item can be named. */
export function referencesTo({ id, name, externalIds }: CiData): CiReference[] {
  return [id, name, ...externalIds.map(({ source, externalId }) => ({ source, externalId }))];
}

function isRetired({ stage, operationalStatus }: CiData): boolean {
  return stage === 'retired' || operationalStatus === 'retired';
}

const LARGEST_INTEGER = 2_147_483_647;

function quorumOf({ attributes }: RelationshipData): number | null {
  const quorum = attributes['quorum'];
  return typeof quorum === 'number' && Number.isInteger(quorum) && Math.abs(quorum) <= LARGEST_INTEGER ? quorum : null;
}
