import { isRecord, newId } from '@itops/kit';
import { PROBLEM_KINDS, TextField } from '@itops/platform';
import { type ApiResponse } from '@itops/testing';
import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import * as fc from 'fast-check';
import { type FastifyInstance } from 'fastify';

import { describedOperations, type DescribedOperation } from '../described-operations';
import { type EveryService, type Operation, operationsOf, startEveryService } from '../rights/every-service';
import { badBody } from './garbage';
import { inputClasses, lackingFields } from './input-fields';

const NAMES = ['cmdb', 'incident', 'change', 'capacity', 'gateway'] as const;

/** What is served beside the API: how the service is, and its documents. */
const BESIDE = /^\/(livez|readyz|metrics|openapi\.json|asyncapi\.json|docs(\/.*)?|problems\/\{\w+\})$/;
/** Hands over to the services whatever is below; `/v1/{}/actions/{action}` stands for actions that do not exist. */
const PASSES_ON = /\*$|\{action\}$/;

/** For each operation with a body. */
const CASES = 10;

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

describe('a body that no operation asked for', () => {
  it('is taken, or refused as the document says; nothing breaks', async () => {
    const { body: document } = await all.admin.get('/openapi.json');
    const operations = describedOperations(document).filter(({ body }) => body !== undefined);
    expect(operations.length).toBeGreaterThan(45);
    const ids = await someResources(operations);
    for (const operation of operations) {
      await fc.assert(
        fc.asyncProperty(badBody(operation.body), async (body) => {
          const answer = await all.admin.send(operation.method, operation.path(ids), body, { 'if-match': '*' });
          expect({ operation, ...answer, wrong: wrongIn(answer) }).toMatchObject({ wrong: [] });
        }),
        { numRuns: CASES },
      );
    }
  }, 120_000);
});

/** Of each kind that can be made from an example alone one, by the first word of its path. */
async function someResources(operations: readonly DescribedOperation[]): Promise<Record<string, string>> {
  const made = operations
    .filter(({ method, template }) => method === 'POST' && /^\/v1\/[a-z-]+$/.test(template))
    .map(async (operation): Promise<[string, unknown]> => {
      const answer = await all.admin.post(operation.path(), operation.body);
      return [operation.template.split('/')[2] ?? '', answer.body['id']];
    });
  const ids = (await Promise.all(made)).flatMap(([name, id]) => (typeof id === 'string' ? [[name, id] as const] : []));
  expect(ids.length).toBeGreaterThan(3);
  return Object.fromEntries(ids);
}

/** What is wrong with the form of an answer. */
function wrongIn({ status, headers, body }: ApiResponse): string[] {
  if (status < 400) return [];
  const kind = Object.entries(PROBLEM_KINDS).find(([name]) => body['type'] === `/problems/${name}`)?.[1];
  const errors: unknown = body['errors'] ?? [];
  const isError = (error: unknown) =>
    isRecord(error) && typeof error['pointer'] === 'string' && typeof error['reason'] === 'string';
  const checks: Readonly<Record<string, boolean>> = {
    'an error of the server': status < 500,
    'no problem document': headers.get('content-type')?.startsWith('application/problem+json') === true,
    'a type that nobody knows': kind !== undefined,
    'another status than its type has': kind?.status === status && body['status'] === status,
    'no detail': typeof body['detail'] === 'string' && body['detail'] !== '',
    'errors in another form': Array.isArray(errors) && errors.every(isError),
  };
  return Object.entries(checks).flatMap(([what, isFine]) => (isFine ? [] : [what]));
}

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
