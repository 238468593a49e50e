/**
 * Whether a client that was written for the released API document still works with the present one. What a client sends
 * must still be taken: the new request schema reads what the released one allows. What a client reads must still be there:
 * the released answer's schema reads what the new one writes, where a word that is new to an enumeration breaks it as well.
 */
import { compare, type Direction } from './compatibility.mts';
import { isSchema, type JsonSchema, listAt, schemaAt, schemasAt } from './json-schema.mts';

export type ApiRule =
  | 'operation-removed'
  | 'operation-id-changed'
  | 'parameter-removed'
  | 'parameter-required'
  | 'parameter-narrowed'
  | 'body-required'
  | 'body-removed'
  | 'request-narrowed'
  | 'request-type-removed'
  | 'status-removed'
  | 'answer-type-removed'
  | 'answer-changed'
  | 'permission-raised'
  | 'webhook-removed'
  | 'webhook-type-removed';

export interface ApiFinding {
  /** `GET /v1/incidents`. */
  readonly operation: string;
  readonly rule: ApiRule;
  /** Where, such as `200 /items/0/title`. */
  readonly place: string;
  readonly detail: string;
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;
/** Whoever is known may do it; every other permission is narrower. */
const WIDEST = 'any-caller';

/** Everything in `present` that breaks a client of `released`. */
export function apiChanges(released: JsonSchema, present: JsonSchema): ApiFinding[] {
  const now = operationsOf(present);
  const changed = [...operationsOf(released)].flatMap(([operation, before]): ApiFinding[] => {
    const after = now.get(operation);
    if (after === undefined) return [{ operation, rule: 'operation-removed', place: '', detail: 'is gone' } as const];
    return RULES.flatMap((check) => check(before, after)).map((finding) => ({ operation, ...finding }));
  });
  return [...changed, ...lostWebhooks(released, present)];
}

/** Webhooks that nobody is sent any more, whole or of some types. What events hold is judged with their contracts. */
function lostWebhooks(released: JsonSchema, present: JsonSchema): readonly ApiFinding[] {
  const now = schemasAt(present['webhooks']);
  return [...schemasAt(released['webhooks'])].flatMap(([name, before]): readonly ApiFinding[] => {
    const operation = `webhook ${name}`;
    const after = now.get(name);
    if (after === undefined) return [{ operation, rule: 'webhook-removed', place: '', detail: 'is gone' }];
    const still = new Set(sentTypes(present, after));
    return sentTypes(released, before)
      .filter((type) => !still.has(type))
      .map((type) => ({ operation, rule: 'webhook-type-removed', place: 'type', detail: `${type} is not sent` }));
  });
}

function sentTypes(document: JsonSchema, item: JsonSchema): readonly string[] {
  const [media] = schemasAt(schemaAt(schemaAt(item['post'])['requestBody'])['content']).values();
  const parts = listAt(deref(document, schemaAt(media?.['schema']))['allOf']);
  return parts.flatMap((part) => listAt(schemaAt(schemaAt(schemaAt(part)['properties'])['type'])['enum']).map(String));
}

interface Operation {
  readonly document: JsonSchema;
  readonly members: JsonSchema;
  /** By place and name: `query limit`. */
  readonly parameters: ReadonlyMap<string, JsonSchema>;
}

type Found = Omit<ApiFinding, 'operation'>;
type Rule = (before: Operation, after: Operation) => readonly Found[];

function operationsOf(document: JsonSchema): ReadonlyMap<string, Operation> {
  return new Map(
    [...schemasAt(document['paths'])].flatMap(([path, item]) =>
      METHODS.filter((method) => isSchema(item[method])).map((method): [string, Operation] => {
        const members = schemaAt(item[method]);
        const listed = listAt(members['parameters']).map((parameter) => deref(document, schemaAt(parameter)));
        const parameters = new Map(
          listed.map((parameter) => [`${String(parameter['in'])} ${String(parameter['name'])}`, parameter]),
        );
        // The name of what stands in a path is nothing that a client sends.
        return [`${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`, { document, members, parameters }];
      }),
    ),
  );
}

const idRule: Rule = ({ members: before }, { members: after }) =>
  before['operationId'] === after['operationId']
    ? []
    : [
        {
          rule: 'operation-id-changed',
          place: 'operationId',
          detail: `was ${String(before['operationId'])}, is now ${String(after['operationId'])}: generated clients call it by that name`,
        },
      ];

const permissionRule: Rule = ({ members: before }, { members: after }) => {
  const [was, is] = [before['x-permission'] ?? WIDEST, after['x-permission'] ?? WIDEST];
  return was === is || is === WIDEST
    ? []
    : [
        {
          rule: 'permission-raised',
          place: 'x-permission',
          detail: `was ${JSON.stringify(was)}, is now ${JSON.stringify(is)}`,
        },
      ];
};

const parameterRule: Rule = (before, after) => [
  ...[...before.parameters].flatMap(([place, parameter]): Found[] => {
    if (place.startsWith('path ')) return [];
    const now = after.parameters.get(place);
    if (now === undefined) return [{ rule: 'parameter-removed', place, detail: 'is gone' }];
    return differences(
      { document: before.document, schema: schemaAt(parameter['schema']) },
      { document: after.document, schema: schemaAt(now['schema']) },
      'backward',
    ).map(({ place: at, detail }) => ({ rule: 'parameter-narrowed', place: `${place} ${at}`.trimEnd(), detail }));
  }),
  ...[...after.parameters].flatMap(([place, parameter]): Found[] => {
    const was = before.parameters.get(place);
    const isNew = parameter['required'] === true && was?.['required'] !== true && !place.startsWith('path ');
    return isNew ? [{ rule: 'parameter-required', place, detail: 'has to be sent now' }] : [];
  }),
];

const bodyRule: Rule = (before, after) => {
  const [was, is] = [before, after].map(({ document, members }) => deref(document, schemaAt(members['requestBody'])));
  const [wasThere, isThere] = [before, after].map(({ members }) => isSchema(members['requestBody']));
  if (wasThere === true && isThere !== true) return [{ rule: 'body-removed', place: 'body', detail: 'is gone' }];
  const required: readonly Found[] =
    is?.['required'] === true && was?.['required'] !== true
      ? [{ rule: 'body-required', place: 'body', detail: 'has to be sent now' }]
      : [];
  return [
    ...required,
    ...contents(before.document, was ?? {}, after.document, is ?? {}, {
      gone: 'request-type-removed',
      differs: 'request-narrowed',
      direction: 'backward',
      place: 'body',
    }),
  ];
};

const answerRule: Rule = (before, after) => {
  const answers = schemasAt(after.members['responses']);
  return [...schemasAt(before.members['responses'])].flatMap(([status, was]): readonly Found[] => {
    if (!status.startsWith('2')) return [];
    const is = answers.get(status);
    if (is === undefined) return [{ rule: 'status-removed', place: status, detail: 'is not answered any more' }];
    return contents(before.document, deref(before.document, was), after.document, deref(after.document, is), {
      gone: 'answer-type-removed',
      differs: 'answer-changed',
      direction: 'forward',
      place: status,
    });
  });
};

const RULES: readonly Rule[] = [idRule, permissionRule, parameterRule, bodyRule, answerRule];

interface Comparing {
  readonly gone: ApiRule;
  readonly differs: ApiRule;
  readonly direction: Direction;
  readonly place: string;
}

function contents(
  before: JsonSchema,
  was: JsonSchema,
  after: JsonSchema,
  is: JsonSchema,
  { gone, differs, direction, place }: Comparing,
): Found[] {
  const now = schemasAt(is['content']);
  return [...schemasAt(was['content'])].flatMap(([type, media]): Found[] => {
    const same = now.get(type);
    if (same === undefined) return [{ rule: gone, place: `${place} ${type}`, detail: 'is gone' }];
    return differences(
      { document: before, schema: schemaAt(media['schema']) },
      { document: after, schema: schemaAt(same['schema']) },
      direction,
    ).map((found) => ({ rule: differs, place: `${place} ${found.place}`.trimEnd(), detail: found.detail }));
  });
}

interface Located {
  readonly document: JsonSchema;
  readonly schema: JsonSchema;
}

function differences(before: Located, after: Located, direction: Direction): { place: string; detail: string }[] {
  const leftOut = direction === 'forward' ? BOUNDS : NOTHING;
  const [was, is] = [before, after].map(({ document, schema }) => whole(document, schema, { leftOut, within: [] }));
  if (was === undefined || is === undefined) return [];
  const findings = direction === 'backward' ? compare(was, is, '', direction) : compare(is, was, '', direction);
  const told = [...findings.map(({ pointer, detail }) => ({ place: pointer, detail })), ...lostMembers(was, is, '')];
  return [...new Map(told.map((finding) => [finding.place, finding])).values()];
}

/** Members that are gone, which a comparison of values passes by where unknown members are allowed. */
function lostMembers(was: JsonSchema, is: JsonSchema, at: string): { place: string; detail: string }[] {
  const now = schemasAt(is['properties']);
  const members = [...schemasAt(was['properties'])].flatMap(([name, member]) => {
    const same = now.get(name);
    const place = `${at}/${name}`;
    return same === undefined ? [{ place, detail: 'is gone' }] : lostMembers(member, same, place);
  });
  const items =
    isSchema(was['items']) && isSchema(is['items']) ? lostMembers(was['items'], is['items'], `${at}/*`) : [];
  const [choices, others] = [listAt(was['anyOf']), listAt(is['anyOf'])];
  const inChoices =
    choices.length === others.length
      ? choices.flatMap((choice, index) => lostMembers(schemaAt(choice), schemaAt(others[index]), at))
      : [];
  return [...members, ...items, ...inChoices];
}

function deref(document: JsonSchema, value: JsonSchema): JsonSchema {
  const { $ref } = value;
  if (typeof $ref !== 'string') return value;
  const target = $ref
    .slice(2)
    .split('/')
    .reduce<JsonSchema>((at, name) => schemaAt(at[name]), document);
  return deref(document, target);
}

/** No client counts on how long an answer's text can be: a list of rights grows with each new right. */
const BOUNDS: ReadonlySet<string> = new Set([
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
]);
const NOTHING: ReadonlySet<string> = new Set();

interface Expanding {
  /** Keywords that are not compared. */
  readonly leftOut: ReadonlySet<string>;
  /** What is being expanded. */
  readonly within: readonly string[];
}

/** The schema with what it refers to in its place; what holds itself ends there. `oneOf` and `anyOf` promise alike. */
function whole(document: JsonSchema, schema: JsonSchema, { leftOut, within }: Expanding): JsonSchema {
  const { $ref } = schema;
  if (typeof $ref === 'string') {
    if (within.includes($ref)) return {};
    return whole(document, deref(document, schema), { leftOut, within: [...within, $ref] });
  }
  const below = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((item) => below(item))
      : isSchema(value)
        ? whole(document, value, { leftOut, within })
        : value;
  const { oneOf, prefixItems, example: _example, ...rest } = schema;
  return Object.fromEntries([
    ...Object.entries(rest)
      .filter(([keyword, value]) => !leftOut.has(keyword) || isSchema(value))
      .map(([keyword, value]): [string, unknown] => [keyword, below(value)]),
    ...(oneOf === undefined ? [] : [['anyOf', below(oneOf)] as const]),
    // A pair, as older JSON Schema writes it.
    ...(prefixItems === undefined ? [] : [['items', below(prefixItems)] as const]),
  ]);
}
