import {
  ciCreated,
  type CiData,
  ciRetired,
  ciStatusChanged,
  ciUpdated,
  domainTopics,
  relationshipAdded,
  type RelationshipData,
  relationshipRemoved,
} from '@itops/contracts';
import { type ConsumedEvent, defineReadModel, type ProjectionDatabase } from '@itops/messaging';

interface KnownRelationship {
  readonly data: RelationshipData;
  readonly removed: boolean;
}

/** Items and their relationships, each with the revision that last changed it. */
export const estateReadModel = defineReadModel({
  name: 'estate',
  consumer: 'incident-svc.estate',
  topics: [domainTopics.ci.name, domainTopics.relationship.name],
  tables: {
    estate_revision: { ignored: ['revision'] },
    ci: { ignored: ['revision'] },
    ci_external_id: {},
    relationship: { ignored: ['revision'] },
  },
  sequences: ['estate_revision_serial'],
  /** @returns the items that the events are about, in their order. */
  project: async (database, events): Promise<{ cis: readonly CiData[] }> => {
    const { cis, relationships } = factsOf(events);
    // Its row is locked from here on, so that revisions commit in order.
    const [counter] = await database.query<{ revision: string }>(
      `insert into estate_revision (revision) values (nextval('estate_revision_serial'))
       on conflict (singleton) do update set revision = nextval('estate_revision_serial') returning revision`,
    );
    const revision = counter?.revision ?? '0';
    await putCis(database, [...new Map(cis.map((ci) => [ci.id, ci])).values()], revision);
    const last = [...new Map(relationships.map((entry) => [entry.data.id, entry])).values()];
    await putRelationships(database, last, revision);
    return { cis };
  },
});

function factsOf(events: readonly ConsumedEvent[]): { cis: CiData[]; relationships: KnownRelationship[] } {
  const cis: CiData[] = [];
  const relationships: KnownRelationship[] = [];
  for (const event of events) {
    if (ciCreated.matches(event) || ciUpdated.matches(event)) cis.push(event.data);
    else if (ciStatusChanged.matches(event) || ciRetired.matches(event)) cis.push(event.data);
    else if (relationshipAdded.matches(event)) relationships.push({ data: event.data, removed: false });
    else if (relationshipRemoved.matches(event)) relationships.push({ data: event.data, removed: true });
  }
  return { cis, relationships };
}

async function putCis(database: ProjectionDatabase, cis: readonly CiData[], revision: string): Promise<void> {
  if (cis.length === 0) return;
  await database.query(
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
  await database.query('delete from ci_external_id where ci_id = any($1::uuid[])', [cis.map(({ id }) => id)]);
  const externals = cis.flatMap(({ id, externalIds }) => externalIds.map((external) => ({ id, ...external })));
  await database.query(
    `insert into ci_external_id (ci_id, source, external_id)
     select * from unnest($1::uuid[], $2::text[], $3::text[]) on conflict do nothing`,
    [
      externals.map(({ id }) => id),
      externals.map(({ source }) => source),
      externals.map(({ externalId }) => externalId),
    ],
  );
}

async function putRelationships(
  database: ProjectionDatabase,
  entries: readonly KnownRelationship[],
  revision: string,
): Promise<void> {
  if (entries.length === 0) return;
  await database.query(
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

function isRetired({ stage, operationalStatus }: CiData): boolean {
  return stage === 'retired' || operationalStatus === 'retired';
}

const LARGEST_INTEGER = 2_147_483_647;

function quorumOf({ attributes }: RelationshipData): number | null {
  const quorum = attributes['quorum'];
  return typeof quorum === 'number' && Number.isInteger(quorum) && Math.abs(quorum) <= LARGEST_INTEGER ? quorum : null;
}
