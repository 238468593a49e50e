import { DEFAULT_PAGE, MAX_PAGE } from '../pagination';
import { isRange, type Operator } from './condition';
import { type FilterField, type ValueSchema } from './filters';
import { type ListShape } from './list-definition';
import { LONGEST_CURSOR, MOST_SORTS, MOST_VALUES } from './list-request';

/** A query parameter as OpenAPI describes it. */
export interface DescribedParameter {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly style: 'form';
  /** False for several values in one, divided by commas. */
  readonly explode: boolean;
  readonly schema: ValueSchema;
}

function parameter(name: string, description: string, schema: ValueSchema): DescribedParameter {
  return { name, description, required: false, style: 'form', explode: schema['type'] !== 'array', schema };
}

/** What a list takes, made from what it declares. */
export function listParameters(list: ListShape): DescribedParameter[] {
  const sorts = Object.keys(list.sorts).flatMap((name) => [name, `-${name}`]);
  return [
    ...Object.entries(list.filters).flatMap(([name, field]) =>
      filterParameters(name, field).map((one) => ({ ...one, required: isRequired(list, one.name) })),
    ),
    ...(sorts.length === 0 ? [] : [sortParameter(list, sorts)]),
    parameter('limit', 'Most items on a page.', {
      type: 'integer',
      minimum: 1,
      maximum: MAX_PAGE,
      default: DEFAULT_PAGE,
    }),
    parameter('cursor', 'nextCursor of the page before, unchanged. Filters and sort stay as they were.', {
      type: 'string',
      minLength: 1,
      maxLength: LONGEST_CURSOR,
      pattern: '^[A-Za-z0-9_-]+$',
    }),
  ];
}

const isRequired = ({ required = [] }: ListShape, name: string): boolean => required.includes(name);

function sortParameter(list: ListShape, sorts: readonly string[]): DescribedParameter {
  return parameter(
    'sort',
    `The order: up to ${MOST_SORTS} fields, a minus before one turns it round. Unless given: ${list.defaultSort}.`,
    { type: 'array', items: { type: 'string', enum: sorts }, minItems: 1, maxItems: MOST_SORTS },
  );
}

/** A parameter takes its operator into its name, since the equals sign that follows the name belongs to it. */
const NAMED: readonly { readonly operator: Operator; readonly suffix: string; readonly says: string }[] = [
  { operator: '=', suffix: '', says: 'is' },
  { operator: '!=', suffix: '!', says: 'is not' },
  { operator: '<=', suffix: '<', says: 'at most' },
  { operator: '>=', suffix: '>', says: 'at least' },
];

function filterParameters(name: string, field: FilterField): DescribedParameter[] {
  return NAMED.filter(({ operator }) => field.operators.includes(operator)).map(({ operator, suffix, says }) => {
    const text = suffix === '' ? field.description : `${field.description} ${name}${operator}…: ${says}.`;
    return parameter(`${name}${suffix}`, text, valuesOf(field, operator));
  });
}

function valuesOf(field: FilterField, operator: Operator): ValueSchema {
  if (isRange(operator) || !field.several) return field.schema;
  const items = field.nullable ? orNull(field.schema) : field.schema;
  return { type: 'array', items, minItems: 1, maxItems: MOST_VALUES };
}

/** In a list of texts `null` is among what the pattern lets through. */
function orNull(schema: ValueSchema): ValueSchema {
  const isPlainText = schema['type'] === 'string' && schema['format'] === undefined && schema['enum'] === undefined;
  return isPlainText ? schema : { anyOf: [schema, { type: 'string', enum: ['null'] }] };
}
