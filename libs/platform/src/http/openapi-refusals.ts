import { type OpenAPIObject } from '@nestjs/swagger';

import { PROBLEM_CONTENT_TYPE, PROBLEM_TYPE_BASE } from './problems/problem';
import { PROBLEM_KINDS } from './problems/problem-kinds';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;
type Kind = keyof typeof PROBLEM_KINDS;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const changes = ({ method }: Asked) => method !== 'get';
const hasBody = ({ operation }: Asked) => operation.requestBody !== undefined;
const takes = ({ operation }: Asked, name: string) =>
  (operation.parameters ?? []).some((parameter) => 'name' in parameter && parameter.name.toLowerCase() === name);
const has =
  (member: string) =>
  ({ operation }: Asked) =>
    member in operation;
const always = () => true;

/** Which refusals an operation can answer follows from what it takes; those that need a word of their own are said there. */
const WHEN: readonly (readonly [kinds: readonly Kind[], applies: (asked: Asked) => boolean])[] = [
  [['bad-request', 'invalid-input'], always],
  [['unauthenticated', 'request-timeout', 'uri-too-long', 'rate-limited', 'headers-too-large'], always],
  [['internal', 'unavailable', 'busy', 'misconfigured', 'upstream-timeout'], always],
  [['forbidden'], has('x-permission')],
  [['not-found'], ({ path }) => path.includes('{')],
  [['too-large', 'unsupported-media-type'], changes],
  [['conflict', 'illegal-transition'], (asked) => changes(asked) && (hasBody(asked) || takes(asked, 'if-match'))],
  [['idempotency-key-reused', 'idempotency-key-in-use'], ({ method }) => method === 'post'],
  [['outcome-unknown'], changes],
  [['stale-version', 'version-required'], (asked) => takes(asked, 'if-match')],
];

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Adds to each operation every refusal that it can answer, by status, each with its types of problem. */
export function describeRefusals(document: OpenAPIObject): void {
  const used = new Map<string, readonly Kind[]>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      const kinds = WHEN.filter(([, applies]) => applies({ method, path, operation })).flatMap(([those]) => those);
      for (const [status, same] of Map.groupBy(kinds, (kind) => PROBLEM_KINDS[kind].status)) {
        const name = nameOf(same);
        used.set(name, same);
        operation.responses[String(status)] ??= { $ref: `#/components/responses/${name}` };
      }
    }
  }
  const responses: Responses = Object.fromEntries(
    [...used].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, kinds]) => [name, responseOf(kinds)]),
  );
  document.components = { ...document.components, responses: { ...document.components?.responses, ...responses } };
}

/** `conflict`, `illegal-transition` together are `ConflictOrIllegalTransition`. */
function nameOf(kinds: readonly Kind[]): string {
  return kinds
    .map((kind) => kind.replace(/(?:^|-)([a-z])/g, (_all, letter: string) => letter.toUpperCase()))
    .join('Or');
}

function responseOf(kinds: readonly Kind[]): Responses[string] {
  const types = kinds.map((kind) => PROBLEM_TYPE_BASE + kind);
  return {
    description: kinds.map((kind) => `\`${PROBLEM_TYPE_BASE}${kind}\`: ${PROBLEM_KINDS[kind].happened}`).join(' '),
    ...(RETRIED.some((kind) => kinds.includes(kind)) ? { headers: { 'Retry-After': RETRY_AFTER } } : {}),
    content: {
      [PROBLEM_CONTENT_TYPE]: {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object', properties: { type: { type: 'string', enum: types } } },
          ],
        },
        examples: Object.fromEntries(kinds.map((kind) => [kind, { value: exampleOf(kind) }])),
      },
    },
  };
}

const RETRIED: readonly Kind[] = ['rate-limited', 'unavailable', 'busy', 'idempotency-key-in-use'];
const RETRY_AFTER = {
  description: 'Seconds to wait before the request is repeated.',
  schema: { type: 'integer' },
} as const;

function exampleOf(kind: Kind): object {
  const { status, title, toDo } = PROBLEM_KINDS[kind];
  return { type: PROBLEM_TYPE_BASE + kind, title, status, detail: toDo };
}
