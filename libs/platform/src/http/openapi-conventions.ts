import { type OpenAPIObject } from '@nestjs/swagger';

import { PATCH_TYPES } from './body-parsers';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameters = NonNullable<NonNullable<OpenAPIObject['components']>['parameters']>;

const PARAMETERS = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'Makes a repetition safe. The same request under the same key, of the same caller to the same path within 24 hours, is ' +
      'answered as the first was, with Idempotency-Replayed: true, and does nothing; with another body it is refused. ' +
      'A request that failed has left nothing under its key.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$', minLength: 1, maxLength: 255 },
    example: '8e03978e-40d5-43dd-bc93-6894a57f9324',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'ETags of what the caller has already; the answer is 304 without a body where one of them is current.',
    schema: { type: 'string', maxLength: 1024 },
  },
} as const satisfies Parameters;

/** What stands in paths, by its name. */
const IN_PATHS: Readonly<Record<string, string>> = {
  id: 'The id of the resource, or its number where it has one.',
  deliveryId: 'The id of the delivery.',
  name: 'The name of the resource.',
  action: 'What is done.',
};

const NOT_MODIFIED = { description: 'The caller has the current representation already.' };

/** Adds to the document what holds for all operations of a method, each thing said once. */
export function describeConventions(document: OpenAPIObject): void {
  document.components = {
    ...document.components,
    parameters: { ...document.components?.parameters, ...PARAMETERS },
  };
  for (const { get, post, patch, delete: remove } of Object.values(document.paths)) {
    for (const operation of [get, post, patch, remove]) {
      for (const parameter of operation?.parameters ?? []) {
        if ('name' in parameter && parameter.in === 'path')
          parameter.description ??= IN_PATHS[parameter.name] ?? 'Names the resource.';
      }
    }
    if (get !== undefined && answersJson(get)) {
      addParameter(get, 'IfNoneMatch');
      get.responses['304'] ??= NOT_MODIFIED;
    }
    if (post !== undefined) addParameter(post, 'IdempotencyKey');
    if (patch !== undefined) describePatch(patch);
  }
}

function addParameter(operation: Operation, name: keyof typeof PARAMETERS): void {
  operation.parameters = [...(operation.parameters ?? []), { $ref: `#/components/parameters/${name}` }];
}

function answersJson({ responses }: Operation): boolean {
  const answer = responses['200'];
  return answer !== undefined && 'content' in answer && answer.content?.['application/json'] !== undefined;
}

function describePatch({ requestBody }: Operation): void {
  if (requestBody === undefined || !('content' in requestBody)) return;
  const body = requestBody.content['application/json'];
  if (body !== undefined) requestBody.content = Object.fromEntries(PATCH_TYPES.map((type) => [type, body]));
}
