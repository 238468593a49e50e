import { changeBackedOut, type ChangeData, domainEvents, domainTopics } from '@itops/contracts';
import { type ConsumedEvent, defineReadModel, type ProjectionDatabase } from '@itops/messaging';

import { beganAt } from '../domain/suspects';

const TYPES = new Set(domainEvents.filter(({ aggregate }) => aggregate === 'change').map(({ type }) => type));

/** Each change as its last event tells it. */
export const changeReadModel = defineReadModel({
  name: 'changes',
  consumer: 'incident-svc.changes',
  topics: [domainTopics.change.name],
  tables: { change: {} },
  /** @returns what the events say of changes, in their order. */
  project: async (database, events): Promise<readonly ConsumedEvent<ChangeData>[]> => {
    const changes = events.filter(isChange);
    if (changes.length > 0) await put(database, changes);
    return changes;
  },
});

/** All events of a change carry the same data. */
function isChange(event: ConsumedEvent): event is ConsumedEvent<ChangeData> {
  return TYPES.has(event.type);
}

/** Once backed out, a change stays so. */
async function put(database: ProjectionDatabase, changes: readonly ConsumedEvent<ChangeData>[]): Promise<void> {
  const backedOut = new Set(changes.filter((event) => changeBackedOut.matches(event)).map(({ data }) => data.id));
  const last = [...new Map(changes.map(({ data }) => [data.id, data])).values()];
  await database.query(
    `insert into change (id, number, title, type, state, source, cis, planned_start, planned_end, actual_start,
                         actual_end, failed, backed_out)
     select id, number, title, type, state, source, array(select jsonb_array_elements_text(cis)::uuid), planned_start,
            planned_end, actual_start, actual_end, failed, backed_out
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[],
                 $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::boolean[],
                 $13::boolean[])
       c (id, number, title, type, state, source, cis, planned_start, planned_end, actual_start, actual_end, failed,
          backed_out)
     on conflict (id) do update set number = excluded.number, title = excluded.title, type = excluded.type,
       state = excluded.state, source = excluded.source, cis = excluded.cis, planned_start = excluded.planned_start,
       planned_end = excluded.planned_end, actual_start = excluded.actual_start, actual_end = excluded.actual_end,
       failed = excluded.failed, backed_out = change.backed_out or excluded.backed_out`,
    [
      last.map(({ id }) => id),
      last.map(({ number }) => number),
      last.map(({ title }) => title),
      last.map(({ type }) => type),
      last.map(({ state }) => state),
      last.map(({ source }) => source),
      last.map(({ cis }) => JSON.stringify(cis)),
      last.map(({ plannedStart }) => plannedStart),
      last.map(({ plannedEnd }) => plannedEnd),
      last.map(beganAt),
      last.map(({ actualEnd }) => actualEnd),
      last.map(({ failed }) => failed),
      last.map(({ id }) => backedOut.has(id)),
    ],
  );
}
