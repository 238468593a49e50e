/**
 * The search over 100,000 resources, on the database that BENCH_DATABASE_URL names: how fast events are taken over, and how
 * long queries take, one at a time. Prints JSON; `npm run bench -- search` calls it. The words follow a fixed seed.
 */
import { ciCreated, domainTopics, incidentOpened } from '@itops/contracts';
import { Cursors, newId, readListRequest } from '@itops/kit';
import { type ConsumedEvent } from '@itops/messaging';
import { DataSource } from 'typeorm';

import { CreateSearch1790000560001 } from '../src/persistence/migrations/1790000560001-create-search';
import { SEARCH, SearchQueries } from '../src/persistence/search.queries';
import { searchReadModel } from '../src/persistence/search.read-model';

const DOCUMENTS = 100_000;
const BATCH = 500;
const QUERIES = 300;

let seed = 42;
/** The same numbers each time (mulberry32). */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

/** Words as they are in life: few are common, most are rare. */
const VOCABULARY = Array.from({ length: 20_000 }, () =>
  Math.floor(random() * 36 ** 6)
    .toString(36)
    .padStart(4, 'a'),
);
const someWord = () => VOCABULARY[Math.floor(VOCABULARY.length * random() ** 4)] ?? '';
const someWords = (count: number) => Array.from({ length: count }, someWord).join(' ');

const AT = Date.parse('2026-01-01T00:00:00Z');

function eventOf(serial: number): ConsumedEvent {
  const id = newId();
  const at = new Date(AT + serial * 60_000).toISOString();
  const { type, aggregateId, aggregateVersion, data } =
    serial % 3 === 0
      ? ciCreated.of(id, 1, {
          ...{
            id,
            version: 1,
            class: 'server',
            name: `${someWord()}-db-${serial}.prod`,
            attributes: { os: someWord() },
          },
          ...{ externalIds: [{ source: 'netbox', externalId: `device-${serial}` }], stage: 'operate' },
          ...{ operationalStatus: 'operational', ownerGroup: 'ops', criticality: 3, createdAt: at, updatedAt: at },
        })
      : incidentOpened.of(id, 1, {
          ...{ id, version: 1, number: `INC${String(serial).padStart(7, '0')}`, title: `Disk full: ${someWords(4)}` },
          ...{ description: someWords(40), state: serial % 50 === 1 ? 'new' : 'closed', holdReason: null, impact: 2 },
          ...{
            urgency: 2,
            priority: 3,
            ciId: null,
            affectedCis: [],
            assignmentGroup: 'ops',
            assignee: null,
            caller: null,
          },
          ...{ source: 'alert', openedAt: at, acknowledgedAt: null, resolvedAt: null, closedAt: null, reopenCount: 0 },
          ...{ reassignmentCount: 0, closeCode: null, closeNotes: null, causedByChangeId: null, alertCount: 1 },
        });
  const { name: topic } = domainTopics.incident;
  return {
    ...{ id: newId(), type, data, source: 'bench', subject: id, aggregateId, aggregateVersion, time: new Date(at) },
    ...{ topic, partition: 0, offset: String(serial), key: id, cause: { actor: 'bench', correlationId: id } },
  };
}

const KINDS: Readonly<Record<string, () => string>> = {
  number: () => `INC${String(1 + Math.floor(random() * DOCUMENTS)).padStart(7, '0')}`,
  serial: () => String(1 + Math.floor(random() * DOCUMENTS)),
  'name with dashes and dots': () => `${someWord()}-db-${Math.floor(random() * DOCUMENTS)}.prod`,
  word: () => `${someWord()} `,
  'beginning of three letters': () => someWord().slice(0, 3),
  'two words': () => `${someWord()} ${someWord()} `,
  'word of two thirds of all': () => 'disk ',
};

async function main(): Promise<void> {
  const url = process.env['BENCH_DATABASE_URL'] ?? '';
  const database = await new DataSource({
    type: 'postgres',
    url,
    migrations: [CreateSearch1790000560001],
  }).initialize();
  await database.runMigrations();
  const events = Array.from({ length: DOCUMENTS }, (_, index) => eventOf(index + 1));
  const begun = performance.now();
  for (let from = 0; from < DOCUMENTS; from += BATCH) {
    const query = <Row>(sql: string, parameters: unknown[] = []) => database.query<Row[]>(sql, parameters);
    await searchReadModel.project({ query }, events.slice(from, from + BATCH));
  }
  const documentsPerSecond = (DOCUMENTS / (performance.now() - begun)) * 1_000;
  await database.query('vacuum analyze search_document');
  const queries = new SearchQueries(database, new Cursors('a key of this measurement, long enough'));
  const kinds: Record<string, { p50: number; p99: number; found: number }> = {};
  for (const [kind, make] of Object.entries(KINDS)) {
    const times: number[] = [];
    let found = 0;
    for (let at = 0; at < QUERIES; at++) {
      const request = readListRequest(SEARCH, `q=${encodeURIComponent(make())}&limit=20`);
      const from = performance.now();
      const { items } = await queries.find(request, {}, ({ id }) => id);
      times.push(performance.now() - from);
      found += items.length;
    }
    times.sort((one, other) => one - other);
    kinds[kind] = { p50: times[QUERIES / 2] ?? 0, p99: times[Math.floor(QUERIES * 0.99)] ?? 0, found };
  }
  const [size] = await database.query<{ mib: number }[]>(
    `select pg_total_relation_size('search_document')::float / 1048576 as mib`,
  );
  await database.destroy();
  process.stdout.write(`${JSON.stringify({ documentsPerSecond, kinds, mib: size?.mib ?? 0 })}\n`);
}

void main();
