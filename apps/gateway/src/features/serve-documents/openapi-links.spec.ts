import { describeLinks } from './openapi-links';
import { type Members } from './openapi-members';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const of = (name: string) => json({ $ref: `#/components/schemas/${name}` });
const operation = (operationId: string, status: string, answer: object, ...parameters: string[]) => ({
  operationId,
  parameters: parameters.map((name) => ({ name })),
  responses: { [status]: answer, 404: {} },
});

/** What the answer of an operation links to. */
function linksIn(paths: Members): Record<string, unknown> {
  const document = {
    paths,
    components: {
      schemas: {
        Hook: { properties: { id: {} } },
        NewHook: { properties: { id: {}, secret: {} } },
        Sparse: { properties: { id: {} } },
        Page: {
          properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Hook' } }, nextCursor: {} },
        },
        Sent: { properties: { id: {}, incidentId: {} } },
        Counted: { properties: { count: {} } },
        Bulk: {
          properties: {
            items: { items: { properties: { resource: { allOf: [{ $ref: '#/components/schemas/Hook' }] } } } },
          },
        },
      },
    },
  };
  describeLinks(document);
  return document.components;
}

const HOOK = '/v1/hooks/{id}';
const read = () => ({
  get: operation(
    'readHook',
    '200',
    json({ anyOf: [{ $ref: '#/components/schemas/Hook' }, { $ref: '#/components/schemas/Sparse' }] }),
  ),
});
const named = (name: string) => ({ [name]: { $ref: `#/components/links/${name}` } });

describe('the links of answers', () => {
  it('go from a new resource to all that can be done with it, with its ETag where it is asked for', () => {
    const create = operation('createHook', '201', of('NewHook'));
    const paths = {
      '/v1/hooks': { post: create },
      [HOOK]: { ...read(), patch: operation('updateHook', '200', of('Hook'), 'id', 'If-Match') },
      [`${HOOK}/ping`]: { post: operation('pingHook', '200', of('Hook'), 'id') },
    };
    const components = linksIn(paths);
    expect(create.responses).toMatchObject({
      201: { links: { ...named('readHook'), ...named('updateHook'), ...named('pingHook') } },
    });
    expect(components['links']).toEqual({
      readHook: { operationId: 'readHook', parameters: { id: '$response.body#/id' } },
      pingHook: { operationId: 'pingHook', parameters: { id: '$response.body#/id' } },
      updateHook: {
        operationId: 'updateHook',
        parameters: { id: '$response.body#/id', 'If-Match': '$response.header.ETag' },
      },
    });
  });

  it('go from a list to its next page, to what reads its first, to what adds to it, but to nothing that changes it', () => {
    const paths = {
      '/v1/hooks': {
        get: operation('listHooks', '200', of('Page'), 'cursor'),
        post: operation('bulkHooks', '200', of('Bulk')),
      },
      [HOOK]: { ...read(), delete: operation('deleteHook', '204', {}, 'id') },
    };
    expect(linksIn(paths)['links']).toMatchObject({
      listHooksNextPage: { operationId: 'listHooks', parameters: { cursor: '$response.body#/nextCursor' } },
      readHookOfItems: { operationId: 'readHook', parameters: { id: '$response.body#/items/0/id' } },
      bulkHooksAnew: { operationId: 'bulkHooks' },
      readHookOfItemsResource: { operationId: 'readHook', parameters: { id: '$response.body#/items/0/resource/id' } },
    });
    expect(JSON.stringify(paths['/v1/hooks'])).not.toContain('deleteHook');
  });

  it('go back to a resource that is gone, and from no action', () => {
    const remove = operation('deleteHook', '204', {}, 'id');
    const count = operation('countHook', '200', of('Counted'), 'id');
    const ping = operation('pingHook', '200', of('Hook'), 'id');
    const components = linksIn({
      [HOOK]: { ...read(), delete: remove },
      [`${HOOK}/count`]: { get: count },
      [`${HOOK}/ping`]: { post: ping },
    });
    expect(remove.responses).toMatchObject({
      204: { links: { ...named('readHookAgain'), ...named('countHookAgain') } },
    });
    for (const { responses } of [count, ping]) expect(JSON.stringify(responses)).not.toContain('links');
    expect(components['links']).toMatchObject({ readHookAgain: { parameters: { id: '$request.path.id' } } });
  });

  it('know a resource below another one, and what a resource refers to', () => {
    const hook = read();
    const ping = operation('pingHook', '202', of('Sent'), 'id');
    const components = linksIn({
      [HOOK]: hook,
      [`${HOOK}/ping`]: { post: ping },
      [`${HOOK}/sent/{sentId}`]: { get: operation('readSent', '200', of('Sent'), 'id', 'sentId') },
      '/v1/incidents/{id}': { get: operation('readIncident', '200', json({}), 'id') },
    });
    expect(components['links']).toMatchObject({
      readSent: { parameters: { id: '$request.path.id', sentId: '$response.body#/id' } },
      readIncidentByIncidentId: { operationId: 'readIncident', parameters: { id: '$response.body#/incidentId' } },
    });
    expect(ping.responses).toMatchObject({ 202: { links: named('readSent') } });
    expect(JSON.stringify(hook)).not.toContain('readSent');
  });

  it('take a resourceId for that of a measured resource, unless a type beside it says of what it is', () => {
    const paths = (members: object) => ({
      '/v1/notes': { get: operation('readNotes', '200', json({ properties: members })) },
      '/v1/resources/{id}': { get: operation('readResource', '200', json({}), 'id') },
    });
    const byId = { readResourceByResourceId: { parameters: { id: '$response.body#/resourceId' } } };
    expect(linksIn(paths({ resourceId: {} }))['links']).toMatchObject(byId);
    expect(linksIn(paths({ resourceId: {}, resourceType: {} }))['links']).not.toMatchObject(byId);
  });

  it('lead to no operation that is not there', () => {
    const create = operation('createCi', '201', json({}));
    expect(linksIn({ '/v1/cis': { post: create } })['links']).toEqual({});
    expect(create.responses).toEqual({ 201: json({}), 404: {} });
  });
});
