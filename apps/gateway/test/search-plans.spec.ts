import { createTestDatabase, type TestDatabase } from '@itops/testing';
import { DataSource } from 'typeorm';

import { SEARCHED_TYPES } from '../src/domain/search-document';
import { readSought, toVector, wordsOf } from '../src/domain/search-text';
import { CreateSearch1790000560001 } from '../src/persistence/migrations/1790000560001-create-search';
import { selectTier, TIERS } from '../src/persistence/search.queries';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase('search_plans');
  dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: [CreateSearch1790000560001],
  }).initialize();
  await dataSource.runMigrations();
  await dataSource.query(
    `insert into search_document
     select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'incident', 'INC' || n, 'Disk', '', 'closed',
       n % 50 = 0, false, timestamptz '2026-01-01' + n * interval '1 minute',
       (replace($1, 'serial', 'n' || n % 5000) || ' ''=inc' || n || '''')::tsvector, replace($2, 'serial', 't' || n % 5000)::tsvector
     from generate_series(1, 100000) n`,
    [toVector(wordsOf('Disk serial')), toVector(wordsOf('Disk serial of everything'))],
  );
  await dataSource.query('analyze search_document');
}, 120_000);

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** A word of all titles fills its pages from the titles; the texts are asked only after the last of them. */
const BEFORE_TEXTS = TIERS.filter((tier) => tier !== 'text');

it.each([
  ...['inc42', 'n42', 't42', 'n4', 'disk n42', '"disk n42"', 'nobody'].map((text) => ({ text, tiers: TIERS })),
  ...['disk', 'disk -n42'].map((text) => ({ text, tiers: BEFORE_TEXTS })),
])('no search for $text reads all of 100,000', async ({ text, tiers }) => {
  const asked = { types: SEARCHED_TYPES, withSecurity: false, wanted: 21 };
  const place = ['true', '2026-01-20T00:00:00Z', '00000000-0000-7000-8000-000000000042'];
  for (const tier of tiers) {
    for (const after of [[], place]) {
      const { sql, parameters } = selectTier(tier, readSought(text), { ...asked, after });
      const plan = await dataSource.query<object[]>(`explain ${sql}`, parameters);
      expect(JSON.stringify(plan, null, 2)).not.toContain('Seq Scan');
    }
  }
});
