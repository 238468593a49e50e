import { type CiReference } from '@itops/contracts';
import { type FieldError, InvalidInput, isUuid } from '@itops/kit';
import { type Tx } from '@itops/messaging';

interface FoundRow {
  readonly how: 'id' | 'name' | 'external';
  readonly key: string;
  readonly external_id: string;
  readonly ci_id: string;
}

export interface NamedCis {
  /** The id of each, by the pointer of what names it. */
  readonly found: ReadonlyMap<string, string>;
  /** Of each pointer whose CI is not known, or whose name several CIs share. */
  readonly errors: readonly FieldError[];
}

/** @throws InvalidInput pointing at each field whose CI is not known, or whose name several CIs share. */
export async function resolveCis(
  tx: Tx,
  references: ReadonlyMap<string, CiReference>,
): Promise<ReadonlyMap<string, string>> {
  const { found, errors } = await findCis(tx, references);
  if (errors.length > 0) throw new InvalidInput(errors);
  return found;
}

/** The ids of the CIs that a request names, each by its id, its unique name or a source's own id, in one query. */
export async function findCis(tx: Tx, references: ReadonlyMap<string, CiReference>): Promise<NamedCis> {
  const texts = [...references.values()].filter((reference) => typeof reference === 'string');
  const external = [...references.values()].filter((reference) => typeof reference !== 'string');
  const rows = await tx.query<FoundRow>(
    `select 'id' as how, id::text as key, '' as external_id, id as ci_id from ci where id = any($1::uuid[])
     union all
     select 'name', name, '', id from ci where name = any($2::text[]) and stage <> 'retired'
     union all
     select 'external', source, external_id, ci_id from ci_external_id
     where (source, external_id) in (select * from unnest($3::text[], $4::text[]))`,
    [texts.filter(isUuid), texts, external.map(({ source }) => source), external.map(({ externalId }) => externalId)],
  );
  const found = new Map<string, string>();
  const errors: FieldError[] = [];
  for (const [pointer, reference] of references) {
    const ids = idsOf(reference, rows);
    const [id] = ids;
    if (id !== undefined && ids.length === 1) found.set(pointer, id);
    else errors.push({ pointer, reason: reasonFor(reference, ids.length) });
  }
  return { found, errors };
}

function idsOf(reference: CiReference, rows: readonly FoundRow[]): string[] {
  if (typeof reference !== 'string') {
    return rows
      .filter(
        ({ how, key, external_id }) =>
          how === 'external' && key === reference.source && external_id === reference.externalId,
      )
      .map(({ ci_id }) => ci_id);
  }
  const byId = rows.filter(({ how, key }) => how === 'id' && key === reference.toLowerCase());
  const matching = byId.length > 0 ? byId : rows.filter(({ how, key }) => how === 'name' && key === reference);
  return matching.map(({ ci_id }) => ci_id);
}

function reasonFor(reference: CiReference, count: number): string {
  const named = typeof reference === 'string' ? `'${reference}'` : `'${reference.externalId}' of '${reference.source}'`;
  return count === 0
    ? `names no configuration item: ${named} is not known`
    : `names ${count} configuration items: ${named} is not unique; use an id or {"source","externalId"}`;
}
