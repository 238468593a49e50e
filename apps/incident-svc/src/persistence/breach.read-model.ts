import { breachCleared, type BreachData, breachOpened, breachPredicted, domainTopics } from '@itops/contracts';
import { type ConsumedEvent, defineReadModel, type ProjectionDatabase } from '@itops/messaging';

import { describeBreach, ITEM } from '../domain/breach';

/** Each capacity breach as its last event tells it. To which incident it belongs is the service's own: incident_breach. */
export const breachReadModel = defineReadModel({
  name: 'breaches',
  consumer: 'incident-svc.capacity',
  topics: [domainTopics.capacity.name],
  tables: { breach: {} },
  /** @returns what the events say of breaches, in their order. */
  project: async (database, events): Promise<readonly ConsumedEvent<BreachData>[]> => {
    const breaches = events.filter(isBreach);
    if (breaches.length > 0) await put(database, breaches);
    return breaches;
  },
});

function isBreach(event: ConsumedEvent): event is ConsumedEvent<BreachData> {
  return breachPredicted.matches(event) || breachOpened.matches(event) || breachCleared.matches(event);
}

async function put(database: ProjectionDatabase, breaches: readonly ConsumedEvent<BreachData>[]): Promise<void> {
  const last = [...new Map(breaches.map(({ data }) => [data.id, data])).values()];
  await database.query(
    `insert into breach (id, resource_id, threshold_id, ci_id, kind, state, summary)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[])
     on conflict (id) do update set kind = excluded.kind, state = excluded.state, summary = excluded.summary`,
    [
      last.map(({ id }) => id),
      last.map(({ resourceId }) => resourceId),
      last.map(({ thresholdId }) => thresholdId),
      last.map(({ ciId }) => ciId),
      last.map(({ kind }) => kind),
      last.map(({ state }) => state),
      last.map((data) => describeBreach(data, ITEM)),
    ],
  );
}
