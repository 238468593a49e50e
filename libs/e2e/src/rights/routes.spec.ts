import { isPermission, isRecord } from '@itops/kit';
import { declaredRoutes } from '@itops/platform';
import { type TestService } from '@itops/testing';

import { type EveryService, operationsOf, startEveryService } from './every-service';

const NAMES = ['cmdb', 'incident', 'change', 'capacity', 'gateway'] as const;

let all: EveryService;
beforeAll(async () => {
  all = await startEveryService();
}, 240_000);
afterAll(() => all.close());

/** `/v1/incidents/:id` and `/v1/incidents/{id}` as one. */
const plain = (path: string) =>
  `/${path}`
    .replaceAll(/\/+/g, '/')
    .replace(/\/$/, '')
    .replaceAll(/:(\w+)/g, '{$1}');

async function documented(name: (typeof NAMES)[number], service: TestService): Promise<Map<string, unknown>> {
  // What the gateway serves is the document of all; its own routes are found in it all the same.
  const operations = await operationsOf(name === 'gateway' ? all.admin : service.api);
  return new Map(operations.map(({ method, path, permission }) => [`${method} ${path}`, permission]));
}

describe.each(NAMES)('%s', (name) => {
  it('lets in nobody to a route that does not say whom, and everybody only where there is nothing to see', () => {
    const routes = declaredRoutes(all[name].running.app);
    expect(routes.length).toBeGreaterThan(5);
    expect(routes.filter(({ admission }) => admission === undefined)).toEqual([]);
    const open = routes.filter(({ admission }) => admission === 'open-to-all').map(({ path }) => plain(path));
    for (const path of open)
      expect(path).toMatch(/^\/(livez|readyz|metrics|docs|openapi\.json|asyncapi\.json|problems)/);
    const forAll = routes.filter(({ admission }) => admission === 'any-caller').map(({ path }) => plain(path));
    for (const path of forAll) expect(['/v1/stream', '/v1/search']).toContain(path);
  });

  it('asks of each route what its document says', async () => {
    const operations = await documented(name, all[name]);
    const routes = declaredRoutes(all[name].running.app).filter(({ path }) => plain(path).startsWith('/v1'));
    for (const { method, path, admission } of routes) {
      const said = operations.get(`${method} ${plain(path)}`);
      // What stands for actions that do not exist is not in the document.
      if (said === undefined && path.endsWith(':action')) continue;
      expect([method, path, said]).toEqual([method, path, admission]);
    }
  });
});

it('the document of all says for each operation whom it lets in', async () => {
  const operations = await operationsOf(all.admin);
  expect(operations.length).toBeGreaterThan(60);
  const silent = operations.filter(
    ({ path, permission }) =>
      path.startsWith('/v1') &&
      permission !== 'any-caller' &&
      !(typeof permission === 'string' && isPermission(permission)),
  );
  expect(silent).toEqual([]);
});

it('a service that has no gateway before it tells nobody anything', async () => {
  for (const name of ['cmdb', 'incident', 'change', 'capacity'] as const) {
    for (const { method, path } of await operationsOf(all[name].api)) {
      const response = await fetch(all[name].url + path.replaceAll(/\{\w+\}/g, 'x'), { method });
      const body: unknown = await response.json();
      expect([method, path, response.status, isRecord(body) ? body['type'] : body]).toEqual([
        ...[method, path],
        ...[401, '/problems/unauthenticated'],
      ]);
    }
  }
});
