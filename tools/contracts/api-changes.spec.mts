import { apiChanges, type ApiRule } from './api-changes.mts';
import { type JsonSchema, schemaAt } from './json-schema.mts';

const text = { type: 'string' };
const object = (properties: JsonSchema, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required,
});
const json = (schema: JsonSchema): JsonSchema => ({ content: { 'application/json': { schema } } });
const word = (...words: string[]): JsonSchema => ({ type: 'string', enum: words });
const query = (name: string, more: JsonSchema = {}): JsonSchema => ({ name, in: 'query', schema: text, ...more });

const BODY = object({ title: text, state: word('new', 'old'), note: { ...text, maxLength: 10 } }, ['title']);
const ANSWER = object({ id: text, title: text, note: { ...text, minLength: 1 }, state: word('new', 'old') }, [
  'id',
  'title',
]);

const OPERATION: JsonSchema = {
  operationId: 'openThing',
  'x-permission': 'thing:open',
  parameters: [query('limit'), { name: 'id', in: 'path', required: true, schema: text }],
  requestBody: { required: true, ...json(BODY) },
  responses: { 201: json({ $ref: '#/components/schemas/Thing' }), 400: json({}) },
};

function api(change: JsonSchema = {}, thing: JsonSchema = ANSWER, path = '/v1/things/{id}'): JsonSchema {
  return { paths: { [path]: { post: { ...OPERATION, ...change } } }, components: { schemas: { Thing: thing } } };
}
const withBody = (schema: JsonSchema): JsonSchema => api({ requestBody: { required: true, ...json(schema) } });
const properties = (schema: JsonSchema, change: JsonSchema): JsonSchema => ({
  ...schema,
  properties: Object.assign({}, schema['properties'], change),
});
function without(schema: JsonSchema, name: string): JsonSchema {
  const { [name]: _gone, ...rest } = schemaAt(schema['properties']);
  return { ...schema, properties: rest };
}

describe('a change of the API', () => {
  it.each<[string, JsonSchema]>([
    ['nothing', api()],
    ['words for people', api({ summary: 'Other words' })],
    ['another name in the path', api({}, ANSWER, '/v1/things/{number}')],
    ['a new optional parameter', api({ parameters: [query('limit'), query('sort')] })],
    ['a wider parameter', api({ parameters: [query('limit', { schema: {} })] })],
    ['a new optional member of the request', withBody(properties(BODY, { more: text }))],
    ['a request that may lack what it had to have', withBody({ ...BODY, required: [] })],
    ['a new word that may be sent', withBody(properties(BODY, { state: word('new', 'old', 'odd') }))],
    ['a longer text that may be sent', withBody(properties(BODY, { note: { ...text, maxLength: 20 } }))],
    ['a body that need not be sent', api({ requestBody: json(BODY) })],
    ['a new member of the answer', api({}, properties(ANSWER, { more: text }))],
    ['an answer that always has what it might have had', api({}, { ...ANSWER, required: ['id', 'title', 'note'] })],
    ['an answer with fewer words', api({}, properties(ANSWER, { state: word('new') }))],
    ['a longer text in the answer', api({}, properties(ANSWER, { note: { ...text, minLength: 0 } }))],
    ['a new status', api({ responses: { ...schemaResponses(), 202: {} } })],
    ['a refusal less', api({ responses: { 201: json({ $ref: '#/components/schemas/Thing' }) } })],
    ['a permission that everybody has', api({ 'x-permission': 'any-caller' })],
    ['a new operation', { ...api(), paths: { ...Object.assign({}, api()['paths']), '/v1/b': { get: OPERATION } } }],
  ])('may be %s', (_what, present) => {
    expect(apiChanges(api(), present)).toEqual([]);
  });

  it.each<[string, JsonSchema, ApiRule, string]>([
    ['a removed path', { paths: {} }, 'operation-removed', ''],
    ['a removed method', { paths: { '/v1/things/{id}': { put: OPERATION } } }, 'operation-removed', ''],
    ['another operation id', api({ operationId: 'makeThing' }), 'operation-id-changed', 'operationId'],
    ['another permission', api({ 'x-permission': 'thing:manage' }), 'permission-raised', 'x-permission'],
    ['a removed parameter', api({ parameters: [] }), 'parameter-removed', 'query limit'],
    [
      'a new required parameter',
      api({ parameters: [query('limit'), query('sort', { required: true })] }),
      'parameter-required',
      'query sort',
    ],
    [
      'a parameter that has become required',
      api({ parameters: [query('limit', { required: true })] }),
      'parameter-required',
      'query limit',
    ],
    [
      'a narrower parameter',
      api({ parameters: [query('limit', { schema: { type: 'integer' } })] }),
      'parameter-narrowed',
      'query limit',
    ],
    ['a removed body', api({ requestBody: undefined }), 'body-removed', 'body'],
    [
      'another media type of the body',
      api({ requestBody: { required: true, content: { 'text/csv': { schema: BODY } } } }),
      'request-type-removed',
      'body application/json',
    ],
    [
      'a member of the request that has become required',
      withBody({ ...BODY, required: ['title', 'note'] }),
      'request-narrowed',
      'body /note',
    ],
    [
      'a new required member of the request',
      withBody({ ...properties(BODY, { more: text }), required: ['title', 'more'] }),
      'request-narrowed',
      'body /more',
    ],
    ['a removed member of the request', withBody(without(BODY, 'note')), 'request-narrowed', 'body /note'],
    [
      'a word that may not be sent any more',
      withBody(properties(BODY, { state: word('new') })),
      'request-narrowed',
      'body /state',
    ],
    [
      'a shorter text',
      withBody(properties(BODY, { note: { ...text, maxLength: 5 } })),
      'request-narrowed',
      'body /note',
    ],
    [
      'another type in the request',
      withBody(properties(BODY, { title: { type: 'integer' } })),
      'request-narrowed',
      'body /title',
    ],
    ['a removed status', api({ responses: { 200: {} } }), 'status-removed', '201'],
    [
      'another media type of the answer',
      api({ responses: { 201: { content: { 'text/csv': {} } } } }),
      'answer-type-removed',
      '201 application/json',
    ],
    ['a removed member of the answer', api({}, without(ANSWER, 'title')), 'answer-changed', '201 /title'],
    ['a removed optional member of the answer', api({}, without(ANSWER, 'note')), 'answer-changed', '201 /note'],
    [
      'a member of the answer that may be missing now',
      api({}, { ...ANSWER, required: ['id'] }),
      'answer-changed',
      '201 /title',
    ],
    [
      'another type in the answer',
      api({}, properties(ANSWER, { title: { type: 'integer' } })),
      'answer-changed',
      '201 /title',
    ],
    [
      'a member of the answer that may be null now',
      api({}, properties(ANSWER, { title: { type: ['string', 'null'] } })),
      'answer-changed',
      '201 /title',
    ],
    [
      'a new word in the answer',
      api({}, properties(ANSWER, { state: word('new', 'old', 'odd') })),
      'answer-changed',
      '201 /state',
    ],
  ])('may not be %s', (_what, present, rule, place) => {
    expect(apiChanges(api(), present)).toEqual([expect.objectContaining({ rule, place })]);
  });

  it('may not ask for a body that could be left out', () => {
    expect(apiChanges(api({ requestBody: json(BODY) }), api())).toEqual([
      expect.objectContaining({ rule: 'body-required', place: 'body' }),
    ]);
  });
});

describe('a webhook', () => {
  const withWebhook = (...types: string[]): JsonSchema => ({
    paths: {},
    webhooks: { thing: { post: { requestBody: json({ $ref: '#/components/schemas/ThingEvent' }) } } },
    components: { schemas: { ThingEvent: { allOf: [object({ id: text }), object({ type: word(...types) })] } } },
  });

  it('may be added, and may tell of more', () => {
    expect(apiChanges({ paths: {} }, withWebhook('made'))).toEqual([]);
    expect(apiChanges(withWebhook('made'), withWebhook('made', 'gone'))).toEqual([]);
  });

  it('may not be taken away, whole or in part', () => {
    expect(apiChanges(withWebhook('made'), { paths: {} })).toEqual([
      expect.objectContaining({ operation: 'webhook thing', rule: 'webhook-removed' }),
    ]);
    expect(apiChanges(withWebhook('made', 'gone'), withWebhook('made'))).toEqual([
      expect.objectContaining({ rule: 'webhook-type-removed', detail: 'gone is not sent' }),
    ]);
  });
});

function schemaResponses(): JsonSchema {
  return Object.assign({}, OPERATION['responses']);
}
