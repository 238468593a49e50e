import { mergeOpenApi } from './merge-openapi';

const part = (service: string, paths: object, schemas: object) => ({
  service,
  document: { openapi: '3.1.0', info: {}, paths, components: { schemas } },
});
const uses = (name: string, operationId = 'Find_find') => ({
  get: { operationId, responses: { 200: { $ref: `#/components/schemas/${name}` } } },
});
const ownerOf = (path: string) => ({ '/v1/a': 'a-svc', '/v1/b': 'b-svc' })[path];
const own = part('gateway', {}, {});

describe('mergeOpenApi', () => {
  it('keeps a component once that is the same everywhere', () => {
    const same = { Error: { type: 'object' } };
    const merged = mergeOpenApi(
      own,
      [part('a-svc', { '/v1/a': uses('Error') }, same), part('b-svc', { '/v1/b': uses('Error') }, same)],
      ownerOf,
    );
    expect(merged['components']).toMatchObject({ schemas: same });
  });

  it('renames what is the same in words but refers to something different', () => {
    const page = { Page: { items: { $ref: '#/components/schemas/Item' } } };
    const merged = mergeOpenApi(
      own,
      [
        part('a-svc', { '/v1/a': uses('Page') }, { ...page, Item: { type: 'string' } }),
        part('b-svc', { '/v1/b': uses('Page') }, { ...page, Item: { type: 'number' } }),
      ],
      ownerOf,
    );
    expect(merged['components']).toEqual({
      securitySchemes: {},
      schemas: {
        APage: { items: { $ref: '#/components/schemas/AItem' } },
        AItem: { type: 'string' },
        BPage: { items: { $ref: '#/components/schemas/BItem' } },
        BItem: { type: 'number' },
      },
    });
    expect(merged['paths']).toMatchObject({
      '/v1/a': { get: { operationId: 'Find_find', responses: { 200: { $ref: '#/components/schemas/APage' } } } },
      '/v1/b': { get: { operationId: 'Find_find', responses: { 200: { $ref: '#/components/schemas/BPage' } } } },
    });
  });

  it('leaves out the paths that are routed elsewhere', () => {
    const merged = mergeOpenApi(
      own,
      [part('a-svc', { '/v1/b': uses('X'), '/metrics': uses('X') }, { X: {} })],
      ownerOf,
    );
    expect(merged['paths']).toEqual({});
  });
});
