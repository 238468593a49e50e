import { type CiReference } from '@itops/contracts';
import { isUuid } from '@itops/kit';
import { type Tx } from '@itops/messaging';

import { referenceKey } from '../domain/series-key';
import { type Reader } from './reader';

/** Any number; see below. */
const ARRIVAL_LOCK = 7_403_117;

/**
 * Held until the end of a transaction that brings or links items (alone) or stores series whose item is unknown (with
 * others): otherwise each of two such transactions at the same time would miss what the other one does.
 */
export async function meetArrivals(tx: Tx, part: 'announcing' | 'waiting'): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock${part === 'waiting' ? '_shared' : ''}($1)`, [ARRIVAL_LOCK]);
}

export interface KnownCi {
  readonly id: string;
  readonly class: string;
}

/**
 * Finds the items that references mean, by the reference's key: by id, by a name that only one item in use has, or by a
 * source's own id. What is unknown or ambiguous is missing in the answer.
 */
export async function resolveCis(reader: Reader, references: readonly CiReference[]): Promise<Map<string, KnownCi>> {
  const rows = references.map((reference) => ({
    key: referenceKey(reference),
    id: typeof reference === 'string' && isUuid(reference) ? reference : null,
    name: typeof reference === 'string' ? reference : null,
    source: typeof reference === 'string' ? null : reference.source,
    externalId: typeof reference === 'string' ? null : reference.externalId,
  }));
  const found = await reader.query<{ key: string; id: string; class: string }>(
    `with wanted as (
       select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[])
         as w (key, id, name, source, external_id)
     ), candidate as (
       select w.key, 0 as rank, c.id, c.class, c.retired from wanted w join configuration_item c on c.id = w.id
       union all
       select w.key, 1, c.id, c.class, c.retired from wanted w join configuration_item c on c.name = w.name
       union all
       select w.key, 0, c.id, c.class, c.retired
       from wanted w
       join configuration_item_external_id e on e.source = w.source and e.external_id = w.external_id
       join configuration_item c on c.id = e.ci_id
     ), best as (
       -- An item in use wins over one that was retired, its id over a name that looks like one.
       select *, dense_rank() over (partition by key order by rank, retired) as place from candidate
     )
     select key, min(id::text) as id, min(class) as class from best where place = 1 group by key having count(distinct id) = 1`,
    [
      rows.map(({ key }) => key),
      rows.map(({ id }) => id),
      rows.map(({ name }) => name),
      rows.map(({ source }) => source),
      rows.map(({ externalId }) => externalId),
    ],
  );
  return new Map(found.map(({ key, id, class: ciClass }) => [key, { id, class: ciClass }]));
}

export async function ciExists(reader: Reader, id: string): Promise<boolean> {
  return (await reader.query('select 1 from configuration_item where id = $1', [id])).length > 0;
}

/** The class of each item with its ancestors. */
export async function classPathsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await reader.query<{ id: string; class_path: string[] }>(
    'select id, class_path from configuration_item where id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.class_path]));
}
