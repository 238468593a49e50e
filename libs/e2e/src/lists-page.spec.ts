import { readFileSync } from 'node:fs';
import path from 'node:path';

import { startWholeSystem, type WholeSystem } from './whole-system';

const page = readFileSync(path.resolve(__dirname, '../../../docs/api/lists.md'), 'utf8');
const examples = [...page.matchAll(/^GET (\S+) → (\d{3})$/gm)].map(([, target = '', status]): [string, number] => [
  target,
  Number(status),
]);

let system: WholeSystem;
beforeAll(async () => {
  system = await startWholeSystem('2026-01-15T12:00:00.000Z');
  for (const priority of [1, 2, 3])
    await system.api.post('/v1/incidents', { title: `Disk ${priority} full`, impact: priority, urgency: priority });
});
afterAll(() => system.close());

it('there are examples of each part', () => {
  expect(examples.length).toBeGreaterThan(25);
});

it.each(examples)('GET %s is answered by %i', async (target, status) => {
  const answer = await system.api.get(target);
  expect([answer.body, answer.status]).toEqual([answer.body, status]);
  if (status === 400) expect(answer.body['errors']).toMatchObject([{ pointer: expect.any(String) }]);
  else expect(answer.body).toMatchObject({ items: expect.any(Array) });
});

it('is paged by the link of each page', async () => {
  const first = await system.api.get('/v1/incidents?priority<=5&sort=-priority&limit=2&fields=priority');
  const next = /^<(.*)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const second = await system.api.get(next);
  expect([first.body['items'], second.body['items']]).toEqual([[{ priority: 5 }, { priority: 3 }], [{ priority: 1 }]]);
  expect(second.body['nextCursor']).toBeNull();
});
