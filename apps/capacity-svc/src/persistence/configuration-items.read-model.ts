import { type CiData, ciCreated, ciRetired, ciStatusChanged, ciUpdated, domainTopics } from '@itops/contracts';
import { type ConsumedEvent, defineReadModel, type ProjectionDatabase } from '@itops/messaging';

/** What is known of configuration items. */
export const configurationItemReadModel = defineReadModel({
  name: 'configuration-items',
  consumer: 'capacity-svc.cis',
  topics: [domainTopics.ci.name],
  tables: { configuration_item: {}, configuration_item_external_id: {} },
  /** @returns each item once, after the newest of these events. */
  project: async (database, events): Promise<readonly CiData[]> => {
    const cis = newestOf(events);
    if (cis.length > 0) await saveCis(database, cis);
    return cis;
  },
});

function newestOf(events: readonly ConsumedEvent[]): CiData[] {
  const newest = new Map<string, CiData>();
  for (const event of events) {
    if (
      ciCreated.matches(event) ||
      ciUpdated.matches(event) ||
      ciStatusChanged.matches(event) ||
      ciRetired.matches(event)
    ) {
      newest.set(event.data.id, event.data);
    }
  }
  return [...newest.values()];
}

/** Takes over the newest state of each item; an older version than the one that is there changes nothing. */
async function saveCis(database: ProjectionDatabase, cis: readonly CiData[]): Promise<void> {
  const saved = await database.query<{ id: string }>(
    `insert into configuration_item (id, version, class, class_path, name, retired)
     select id, version, class, array(select jsonb_array_elements_text(class_path)), name, retired
     from unnest($1::uuid[], $2::int[], $3::text[], $4::jsonb[], $5::text[], $6::boolean[])
       as c (id, version, class, class_path, name, retired)
     on conflict (id) do update
       set version = excluded.version, class = excluded.class, class_path = excluded.class_path,
         name = excluded.name, retired = excluded.retired
       where configuration_item.version < excluded.version
     returning id`,
    [
      cis.map(({ id }) => id),
      cis.map(({ version }) => version),
      cis.map((ci) => ci.class),
      cis.map((ci) => JSON.stringify(ci.classPath ?? [ci.class])),
      cis.map(({ name }) => name),
      cis.map(({ stage, operationalStatus }) => stage === 'retired' || operationalStatus === 'retired'),
    ],
  );
  const fresh = new Set(saved.map(({ id }) => id));
  const external = cis
    .filter(({ id }) => fresh.has(id))
    .flatMap(({ id, externalIds }) => externalIds.map(({ source, externalId }) => ({ id, source, externalId })));
  await database.query('delete from configuration_item_external_id where ci_id = any($1::uuid[])', [[...fresh]]);
  await database.query(
    `insert into configuration_item_external_id (source, external_id, ci_id)
     select * from unnest($1::text[], $2::text[], $3::uuid[]) on conflict do nothing`,
    [external.map(({ source }) => source), external.map(({ externalId }) => externalId), external.map(({ id }) => id)],
  );
}
