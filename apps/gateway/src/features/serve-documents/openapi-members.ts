import { isRecord } from '@itops/kit';

/** An object of a document as it is before anybody has looked into it. */
export type Members = Record<string, unknown>;

export function record(value: unknown): Members {
  return isRecord(value) ? value : {};
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

export interface Operation {
  readonly id: string;
  readonly method: (typeof METHODS)[number];
  readonly path: string;
  readonly members: Members;
}

export function operationsOf(document: Members): readonly Operation[] {
  return Object.entries(record(document['paths'])).flatMap(([path, item]) =>
    METHODS.flatMap((method): Operation[] => {
      const members = record(item)[method];
      return isRecord(members) ? [{ id: String(members['operationId']), method, path, members }] : [];
    }),
  );
}

/** `/v1/webhooks/{id}/deliveries/{deliveryId}` has `id` and `deliveryId`. */
export function parametersOf(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/**
 * The schema that a reference leads to, with its name; of alternatives the first, which is the one with all members.
 */
export function named(document: Members, schema: Members, name?: string): readonly [string | undefined, Members] {
  const { $ref } = schema;
  if (typeof $ref === 'string') {
    const own = $ref.split('/').at(-1) ?? '';
    return named(document, record(record(record(document['components'])['schemas'])[own]), own);
  }
  const choice = [schema['anyOf'], schema['oneOf'], schema['allOf']].find(Array.isArray);
  return choice === undefined || 'properties' in schema ? [name, schema] : named(document, record(choice[0]), name);
}

/** The schema of the JSON that an answer has. */
export function jsonSchemaOf(answer: Members): Members {
  return record(record(record(answer['content'])['application/json'])['schema']);
}
