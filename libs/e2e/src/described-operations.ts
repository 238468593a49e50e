import { isRecord, newId } from '@itops/kit';

/** An operation as the OpenAPI document describes it, ready to be asked for. */
export interface DescribedOperation {
  readonly method: string;
  /** With its parameters, such as `/v1/incidents/{id}`. */
  readonly template: string;
  /** The permission that it asks for, or `any-caller`. */
  readonly permission: string;
  /** A path with these ids in it; ids of nothing where none is given. */
  path(ids?: Readonly<Record<string, string>>): string;
  /** A body that its schema takes; undefined where it takes none. */
  readonly body: unknown;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of a merged document. */
export function describedOperations(document: Record<string, unknown>): DescribedOperation[] {
  return entries(document['paths']).flatMap(([template, item]) =>
    entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => described(document, template, method, operation)),
  );
}

function described(
  document: Record<string, unknown>,
  template: string,
  method: string,
  operation: unknown,
): DescribedOperation {
  const parameters = list(at(operation, 'parameters')).map((parameter) => resolved(document, parameter));
  const [content] = entries(at(at(operation, 'requestBody'), 'content'));
  return {
    method: method.toUpperCase(),
    template,
    permission: String(at(operation, 'x-permission')),
    path: (ids = {}) =>
      template.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
        const given = name === 'id' ? ids[template.split('/')[2] ?? ''] : undefined;
        return (
          given ??
          valueOf(
            document,
            at(
              parameters.find((one) => at(one, 'name') === name),
              'schema',
            ),
          )
        );
      }),
    body: content === undefined ? undefined : exampleOf(document, at(content[1], 'schema')),
  };
}

function valueOf(document: Record<string, unknown>, schema: unknown): string {
  const [first] = list(at(resolved(document, schema), 'enum'));
  return typeof first === 'string' ? first : newId();
}

/** The least that a schema takes. */
function exampleOf(document: Record<string, unknown>, reference: unknown): unknown {
  const schema = resolved(document, reference);
  const given = at(schema, 'example') ?? list(at(schema, 'examples'))[0] ?? list(at(schema, 'enum'))[0];
  if (given !== undefined) return given;
  const [option] = [...list(at(schema, 'oneOf')), ...list(at(schema, 'anyOf')), ...list(at(schema, 'allOf'))];
  if (option !== undefined) return exampleOf(document, option);
  const required = list(at(schema, 'required')).map(String);
  switch (at(schema, 'type')) {
    case 'string':
      return stringOf(schema);
    case 'integer':
    case 'number':
      return at(schema, 'minimum') ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return Number(at(schema, 'minItems') ?? 0) > 0 ? [exampleOf(document, at(schema, 'items'))] : [];
    default:
      return Object.fromEntries(
        required.map((name) => [name, exampleOf(document, at(at(schema, 'properties'), name))]),
      );
  }
}

function stringOf(schema: unknown): string {
  const format = at(schema, 'format');
  if (format === 'uuid') return newId();
  if (format === 'date-time') return new Date().toISOString();
  if (format === 'uri') return 'https://example.org/hook';
  return 'x'.repeat(Math.max(1, Number(at(schema, 'minLength') ?? 1)));
}

function resolved(document: Record<string, unknown>, value: unknown): unknown {
  const reference = at(value, '$ref');
  if (typeof reference !== 'string') return value;
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((inner, name) => at(inner, name), document);
}

function at(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function entries(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}
