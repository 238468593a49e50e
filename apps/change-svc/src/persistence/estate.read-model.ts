import { type CiData, ciCreated, ciRetired, ciStatusChanged, ciUpdated, domainTopics } from '@itops/contracts';
import { type Cause } from '@itops/kit';
import { type ConsumedEvent, defineReadModel, type ProjectionDatabase } from '@itops/messaging';

/** A CI after the newest of its events, and that event as a cause. */
export type KnownCi = CiData & { readonly isRetired: boolean; readonly cause: Cause };

/** What this service knows of the estate: by which names each CI goes. */
export const estateReadModel = defineReadModel({
  name: 'estate',
  consumer: 'change-svc.estate',
  topics: [domainTopics.ci.name],
  tables: { known_ci: {}, known_ci_external_id: {} },
  /** @returns each CI once, after the newest of these events. */
  project: async (database, events): Promise<readonly KnownCi[]> => {
    const cis = newestOf(events);
    if (cis.length > 0) await keep(database, cis);
    return cis;
  },
});

function newestOf(events: readonly ConsumedEvent[]): KnownCi[] {
  const newest = new Map<string, KnownCi>();
  for (const event of events) {
    const isRetired = ciRetired.matches(event);
    if (isRetired || ciCreated.matches(event) || ciUpdated.matches(event) || ciStatusChanged.matches(event)) {
      newest.set(event.data.id, { ...event.data, isRetired, cause: event.cause });
    }
  }
  return [...newest.values()];
}

async function keep(database: ProjectionDatabase, cis: readonly KnownCi[]): Promise<void> {
  const kept = await database.query<{ id: string }>(
    `insert into known_ci (id, name, version, retired)
     select * from unnest($1::uuid[], $2::text[], $3::int[], $4::boolean[])
     on conflict (id) do update set name = excluded.name, version = excluded.version, retired = excluded.retired
       where known_ci.version < excluded.version
     returning id`,
    [
      cis.map(({ id }) => id),
      cis.map(({ name }) => name),
      cis.map(({ version }) => version),
      cis.map(({ isRetired }) => isRetired),
    ],
  );
  const keptIds = new Set(kept.map(({ id }) => id));
  const externalIds = cis
    .filter(({ id }) => keptIds.has(id))
    .flatMap((ci) => ci.externalIds.map(({ source, externalId }) => ({ source, externalId, ciId: ci.id })));
  await database.query('delete from known_ci_external_id where ci_id = any ($1::uuid[])', [[...keptIds]]);
  await database.query(
    `insert into known_ci_external_id (source, external_id, ci_id)
     select * from unnest($1::text[], $2::text[], $3::uuid[]) on conflict do nothing`,
    [
      externalIds.map(({ source }) => source),
      externalIds.map(({ externalId }) => externalId),
      externalIds.map(({ ciId }) => ciId),
    ],
  );
}
