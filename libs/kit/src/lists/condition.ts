/** One condition in SQL; each `?` in `sql` takes the next of `values`. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export const OPERATORS = ['=', '!=', '<=', '>=', '<', '>'] as const;
export type Operator = (typeof OPERATORS)[number];

/** What a filter compares with; null stands for no value. */
export type FilterValue = string | null;

const RANGES: readonly Operator[] = ['<=', '>=', '<', '>'];

export function isRange(operator: Operator): boolean {
  return RANGES.includes(operator);
}

/**
 * Compares a column. `!=` holds for every row whose value is none of those given, also for one that has no value.
 * @param sqlType what the values are read as, such as `smallint`
 */
export function compareColumn(
  column: string,
  sqlType: string,
  operator: Operator,
  values: readonly FilterValue[],
): Condition {
  const known = values.filter((value) => value !== null);
  const withNull = known.length < values.length;
  if (isRange(operator)) return { sql: `${column} ${operator} ?::${sqlType}`, values: known };
  if (operator === '=') return anyOf([...(withNull ? [isNull(column)] : []), ...among(column, sqlType, known)]);
  if (withNull) return allOf([isNotNull(column), ...notAmong(column, sqlType, known)]);
  return anyOf([...notAmong(column, sqlType, known), isNull(column)]);
}

const isNull = (column: string): Condition => ({ sql: `${column} is null`, values: [] });
const isNotNull = (column: string): Condition => ({ sql: `${column} is not null`, values: [] });

/** With one value `=`, since an index then still gives the rows in the order of its further columns. */
function among(column: string, sqlType: string, values: readonly string[]): Condition[] {
  if (values.length === 0) return [];
  if (values.length === 1) return [{ sql: `${column} = ?::${sqlType}`, values }];
  return [{ sql: `${column} = any(?::${sqlType}[])`, values: [values] }];
}

function notAmong(column: string, sqlType: string, values: readonly string[]): Condition[] {
  if (values.length === 0) return [];
  return [{ sql: `${column} <> all(?::${sqlType}[])`, values: [values] }];
}

function anyOf(conditions: readonly Condition[]): Condition {
  return joined(conditions, ' or ');
}

function allOf(conditions: readonly Condition[]): Condition {
  return joined(conditions, ' and ');
}

function joined(conditions: readonly Condition[], word: string): Condition {
  const [first] = conditions;
  if (first !== undefined && conditions.length === 1) return first;
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(word)})`,
    values: conditions.flatMap(({ values }) => values),
  };
}
