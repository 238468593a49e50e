import { newId } from '@itops/kit';
import { PROBLEM_KINDS, TextField } from '@itops/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { type FastifyInstance } from 'fastify';

import { type EveryService, type Operation, operationsOf, startEveryService } from '../rights/every-service';
import { inputClasses, lackingFields } from './input-fields';

const NAMES = ['cmdb', 'incident', 'change', 'capacity', 'gateway'] as const;

/** What is served beside the API: how the service is, and its documents. */
const BESIDE = /^\/(livez|readyz|metrics|openapi\.json|asyncapi\.json|docs(\/.*)?|problems\/\{\w+\})$/;
/** Hands over to the services whatever is below; `/v1/{}/actions/{action}` stands for actions that do not exist. */
const PASSES_ON = /\*$|\{action\}$/;

let all: EveryService;
beforeAll(async () => {
  all = await startEveryService();
}, 240_000);
afterAll(() => all.close());

describe('the live routes', () => {
  it('answer each operation that the document of all has', async () => {
    const operations = await operationsOf(all.admin);
    expect(operations.length).toBeGreaterThan(90);
    const missing: unknown[] = [];
    for (const operation of operations) {
      const problem = await problemTypeOf(operation);
      if (['no-such-route', 'method-not-allowed', 'unknown-action'].some((kind) => problem === `/problems/${kind}`)) {
        missing.push([operation.method, operation.path, problem]);
      }
    }
    expect(missing).toEqual([]);
  });

  it.each(NAMES)('of %s are in its document, or beside the API', async (name) => {
    const operations = await operationsOf(name === 'gateway' ? all.admin : all[name].api);
    const documented = new Set(operations.map(({ method, path }) => `${method} ${anonymous(path)}`));
    const server: FastifyInstance = all[name].running.app.getHttpAdapter().getInstance();
    const routes = routesIn(server.printRoutes({ commonPrefix: false }));
    expect(routes.length).toBeGreaterThan(10);
    const unknown = routes.filter(
      ({ method, path }) =>
        !BESIDE.test(path) && !PASSES_ON.test(path) && !documented.has(`${method} ${anonymous(path)}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('the fields of requests', () => {
  it.each(NAMES)('are each checked and described in %s', (name) => {
    const classes = [...inputClasses(all[name].running.app)];
    expect(classes.length).toBeGreaterThan(1);
    expect(classes.flatMap(lackingFields)).toEqual([]);
  });

  it('would be missed, one way or the other', () => {
    class Half {
      @TextField({ description: 'Both.', max: 10 })
      whole!: string;

      @ApiProperty()
      shown!: string;

      @IsString()
      checked!: string;
    }
    expect(lackingFields(Half)).toEqual(['Half.shown is not checked', 'Half.checked is not described']);
  });
});

describe('the types of problems', () => {
  it('that the document names have each a page', async () => {
    const { body } = await all.admin.get('/openapi.json');
    const named = new Set(JSON.stringify(body).match(/\/problems\/[a-z-]+/g));
    expect(named.size).toBeGreaterThan(15);
    for (const type of named) {
      expect(Object.keys(PROBLEM_KINDS)).toContain(type.slice('/problems/'.length));
      expect([type, (await all.admin.get(type)).status]).toEqual([type, 200]);
    }
  });
});

/** The type of the problem that an empty request is answered with; undefined where it is no problem. */
async function problemTypeOf({ method, path }: Operation): Promise<unknown> {
  const there = path.replace('{action}', 'retire').replaceAll(/\{\w+\}/g, newId());
  // Without a place to begin at the stream refuses, instead of going on for ever.
  const { body } = await all.admin.send(method, there, method === 'GET' ? undefined : {}, {
    'last-event-id': 'nowhere',
  });
  return body['type'];
}

function anonymous(path: string): string {
  return path.replaceAll(/\{\w+\}/g, '{}');
}

/** The routes of the tree that Fastify prints; HEAD comes with each GET. */
function routesIn(tree: string): { method: string; path: string }[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods] = /^((?:│ {3}| {4})*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    const depth = indent.length / 4;
    above.splice(depth, above.length, part);
    const path = above.join('').replaceAll(/:(\w+)/g, '{$1}');
    const served = methods?.split(', ').filter((method) => method !== 'HEAD' && method !== 'OPTIONS') ?? [];
    return served.map((method) => ({ method, path: path.length > 1 ? path.replace(/\/$/, '') : path }));
  });
}
