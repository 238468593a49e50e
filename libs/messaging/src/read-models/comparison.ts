import { at, type Place } from './model-tables';
import { type ModelTable, type ProjectionDatabase, type ReadModel } from './read-model';

/** A row that is not the same in both. */
export interface Difference {
  /** The primary key. */
  readonly key: Readonly<Record<string, unknown>>;
  readonly kind: 'missing' | 'surplus' | 'changed';
  /** For a changed row, the columns that differ. */
  readonly columns: readonly string[];
}

/** The living table as the rebuilt one sees it. */
export interface TableComparison {
  readonly table: string;
  readonly livingRows: number;
  readonly rebuiltRows: number;
  /** Rows that the living table lacks. */
  readonly missing: number;
  /** Rows that the log knows nothing of. */
  readonly surplus: number;
  readonly changed: number;
  readonly examples: readonly Difference[];
}

export const MOST_EXAMPLES = 10;

export function isEqual(tables: readonly TableComparison[]): boolean {
  return tables.every(({ missing, surplus, changed }) => missing + surplus + changed === 0);
}

/** Compares row by row, by primary key. Both must stand still, as in a transaction with one snapshot. */
export async function compareTables(
  database: ProjectionDatabase,
  model: ReadModel,
  living: Place,
  rebuilt: Place,
): Promise<TableComparison[]> {
  const compared: TableComparison[] = [];
  for (const [table, declared] of Object.entries(model.tables)) {
    compared.push(await compareTable(database, table, declared, living, rebuilt));
  }
  return compared;
}

async function compareTable(
  database: ProjectionDatabase,
  table: string,
  { ignored = [] }: ModelTable,
  living: Place,
  rebuilt: Place,
): Promise<TableComparison> {
  const columns = await columnsOf(database, table, living);
  const key = columns.filter(({ isKey }) => isKey).map(({ name }) => name);
  const others = columns.filter(({ name, isKey }) => !isKey && !ignored.includes(name)).map(({ name }) => name);
  const [first = ''] = key;
  const row = (alias: string, names: readonly string[]): string =>
    `row(${names.map((name) => `${alias}."${name}"`).join(', ')})`;
  const differs = others.length === 0 ? 'false' : `${row('l', others)} is distinct from ${row('r', others)}`;
  const paired = `
    select l."${first}" is null as missing, r."${first}" is null as surplus,
           l."${first}" is not null and r."${first}" is not null and ${differs} as changed,
           to_jsonb(l) as living, to_jsonb(r) as rebuilt
    from ${at(living, table)} l full join ${at(rebuilt, table)} r using (${key.map((name) => `"${name}"`).join(', ')})`;
  const [counts] = await database.query<
    Pick<TableComparison, 'missing' | 'surplus' | 'changed' | 'livingRows' | 'rebuiltRows'>
  >(
    `select count(*) filter (where not missing)::int as "livingRows",
            count(*) filter (where not surplus)::int as "rebuiltRows", count(*) filter (where missing)::int as missing,
            count(*) filter (where surplus)::int as surplus, count(*) filter (where changed)::int as changed
     from (${paired}) p`,
  );
  const { missing = 0, surplus = 0, changed = 0, livingRows = 0, rebuiltRows = 0 } = counts ?? {};
  const isSame = missing + surplus + changed === 0;
  const examples = isSame ? [] : await examplesOf(database, paired, key, others);
  return { table, livingRows, rebuiltRows, missing, surplus, changed, examples };
}

async function examplesOf(
  database: ProjectionDatabase,
  paired: string,
  key: readonly string[],
  others: readonly string[],
): Promise<Difference[]> {
  return database.query<Difference>(
    `select (select jsonb_object_agg(k, coalesce(living, rebuilt) -> k) from unnest($1::text[]) k) as key,
            case when missing then 'missing' when surplus then 'surplus' else 'changed' end as kind,
            array(select c from unnest($2::text[]) c
                  where changed and living -> c is distinct from rebuilt -> c order by c) as columns
     from (${paired}) p
     where missing or surplus or changed
     order by 2, 1 limit ${MOST_EXAMPLES}`,
    [key, others],
  );
}

async function columnsOf(
  database: ProjectionDatabase,
  table: string,
  { schema }: Place,
): Promise<{ name: string; isKey: boolean }[]> {
  return database.query(
    `select a.attname as name, coalesce(a.attnum = any (k.conkey), false) as "isKey"
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
     where c.relnamespace = $1::regnamespace and c.relname = $2 order by a.attnum`,
    [schema, table],
  );
}
