import {
  type AlertData,
  type ChangeData,
  type CiData,
  domainEvents,
  domainTopics,
  type IncidentData,
} from '@itops/contracts';
import { type ConsumedEvent, defineReadModel, type ProjectionDatabase } from '@itops/messaging';

import { ofAlert, ofChange, ofCi, ofIncident, type SearchDocument } from '../domain/search-document';
import { keyOf, namesOfNumber, toVector, wordsOf } from '../domain/search-text';

const typesOf = (aggregate: string) =>
  new Set(domainEvents.filter((contract) => contract.aggregate === aggregate).map(({ type }) => type));
const INCIDENT_TYPES = typesOf('incident');
const CHANGE_TYPES = typesOf('change');
const CI_TYPES = typesOf('ci');
const ALERT_TYPES = typesOf('alert');

/** Every resource that can be found, as its last event tells it. */
export const searchReadModel = defineReadModel({
  name: 'search',
  consumer: 'gateway.search',
  topics: [domainTopics.ci.name, domainTopics.incident.name, domainTopics.change.name, domainTopics.alert.name],
  tables: { search_document: {} },
  project: async (database, events): Promise<void> => {
    const last = new Map<string, SearchDocument>();
    for (const document of events.flatMap(documentOf)) last.set(document.id, document);
    if (last.size > 0) await put(database, [...last.values()]);
  },
});

/** All events of these kinds carry the whole resource. */
function documentOf(event: ConsumedEvent): SearchDocument[] {
  if (isIncident(event)) return [ofIncident(event.data)];
  if (isChange(event)) return [ofChange(event.data)];
  if (isCi(event)) return [ofCi(event.data)];
  return isAlert(event) ? [ofAlert(event.data)] : [];
}

function isIncident(event: ConsumedEvent): event is ConsumedEvent<IncidentData> {
  return INCIDENT_TYPES.has(event.type);
}

function isChange(event: ConsumedEvent): event is ConsumedEvent<ChangeData> {
  return CHANGE_TYPES.has(event.type);
}

function isCi(event: ConsumedEvent): event is ConsumedEvent<CiData> {
  return CI_TYPES.has(event.type);
}

function isAlert(event: ConsumedEvent): event is ConsumedEvent<AlertData> {
  return ALERT_TYPES.has(event.type);
}

/** Writes only what is other than before: most events of an alert only count it. In the order of ids, against deadlocks. */
async function put(database: ProjectionDatabase, documents: readonly SearchDocument[]): Promise<void> {
  const sorted = documents.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const vectors = sorted.map(vectorsOf);
  await database.query(
    `insert into search_document (id, type, number, title, body, state, open, security, at, title_words, words)
     select id, type, number, title, body, state, open, security, at, title_words::tsvector, words::tsvector
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::boolean[],
                 $9::timestamptz[], $10::text[], $11::text[])
       d (id, type, number, title, body, state, open, security, at, title_words, words)
     on conflict (id) do update set number = excluded.number, title = excluded.title, body = excluded.body,
       state = excluded.state, open = excluded.open, security = excluded.security, at = excluded.at,
       title_words = excluded.title_words, words = excluded.words
     where (search_document.number, search_document.title, search_document.body, search_document.state,
            search_document.open, search_document.security, search_document.at)
       is distinct from (excluded.number, excluded.title, excluded.body, excluded.state, excluded.open,
            excluded.security, excluded.at)`,
    [
      sorted.map(({ id }) => id),
      sorted.map(({ type }) => type),
      sorted.map(({ number }) => number),
      sorted.map(({ title }) => title),
      sorted.map(({ body }) => body),
      sorted.map(({ state }) => state),
      sorted.map(({ open }) => open),
      sorted.map(({ security }) => security),
      sorted.map(({ at }) => at),
      vectors.map(({ title }) => title),
      vectors.map(({ all }) => all),
    ],
  );
}

function vectorsOf({ number, title, body }: SearchDocument): { title: string; all: string } {
  const names = number === null ? [] : namesOfNumber(number);
  const titleWords = [...names.flatMap(wordsOf), ...wordsOf(title)];
  return {
    title: toVector(titleWords, [...names, title].map(keyOf)),
    all: toVector([...titleWords, ...wordsOf(body)]),
  };
}
