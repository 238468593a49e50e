import { type OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Schemas[string];

const REF = '#/components/schemas/';
const PREFIX = 'Sparse';

/**
 * Where a caller may name `fields`, the answer may lack the others: the document says so by a second schema, the same
 * without required members.
 */
export function describeSparseAnswers(document: OpenAPIObject): void {
  const schemas = document.components?.schemas;
  if (schemas === undefined) return;
  for (const path of Object.values(document.paths)) {
    const operation = path.get;
    const parameters = operation?.parameters ?? [];
    if (!parameters.some((parameter) => 'name' in parameter && parameter.name === 'fields')) continue;
    const answer = operation?.responses['200'];
    const json = answer !== undefined && 'content' in answer ? answer.content?.['application/json'] : undefined;
    if (json?.schema === undefined || !('$ref' in json.schema)) continue;
    json.schema = { anyOf: [json.schema, { $ref: sparsePage(schemas, json.schema.$ref) }] };
  }
}

/** The sparse form of a page, or of a resource, under a name of its own. */
function sparsePage(schemas: Schemas, ref: string): string {
  const page = schemaOf(schemas, ref);
  const items = page?.properties?.['items'];
  const inner = items !== undefined && 'items' in items && items.items !== undefined ? items.items : undefined;
  if (page === undefined || inner === undefined || !('$ref' in inner)) return sparse(schemas, ref);
  const properties = { ...page.properties, items: { ...items, items: { $ref: sparse(schemas, inner.$ref) } } };
  return add(schemas, ref, { ...page, properties });
}

function sparse(schemas: Schemas, ref: string): string {
  const { required: _all, ...schema } = schemaOf(schemas, ref) ?? {};
  return add(schemas, ref, schema);
}

function add(schemas: Schemas, ref: string, schema: Schema): string {
  const name = `${PREFIX}${ref.slice(REF.length)}`;
  schemas[name] = schema;
  return `${REF}${name}`;
}

function schemaOf(schemas: Schemas, ref: string) {
  const schema = schemas[ref.slice(REF.length)];
  return schema !== undefined && !('$ref' in schema) ? schema : undefined;
}
