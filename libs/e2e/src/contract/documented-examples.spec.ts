import { readFileSync } from 'node:fs';
import path from 'node:path';

import { isRecord, newId } from '@itops/kit';

import { type EveryService, startEveryService } from '../rights/every-service';

const PAGE = path.resolve(__dirname, '../../../../docs/api/README.md');

/** The head of an HTTP message, and its JSON. */
interface Message {
  readonly first: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: unknown;
}

let all: EveryService;
beforeAll(async () => {
  all = await startEveryService();
}, 240_000);
afterAll(() => all.close());

it('the requests of docs/api/README.md are answered as it says', async () => {
  const known = new Map([['key', newId()]]);
  const blocks = [...readFileSync(PAGE, 'utf8').matchAll(/```http\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  expect(blocks.length).toBeGreaterThan(20);
  for (let at = 0; at < blocks.length; at += 2) {
    const request = read(filled(blocks[at] ?? '', known));
    const expected = read(blocks[at + 1] ?? '');
    const [method = '', target = ''] = request.first.split(' ');
    const answer = await all.admin.send(method, target, request.body, Object.fromEntries(request.headers));
    expect([request.first, answer.status]).toEqual([request.first, Number(expected.first.split(' ')[1])]);
    for (const [name, value] of expected.headers) {
      expect([request.first, name, answer.headers.get(name)]).toEqual([
        ...[request.first, name],
        learnt(value, answer.headers.get(name), known),
      ]);
    }
    if (expected.body !== undefined) expect(answer.body).toMatchObject(learntAll(expected.body, answer.body, known));
  }
});

function read(block: string): Message {
  const [head = '', ...body] = block.split('\n\n');
  const [first = '', ...headers] = head.trim().split('\n');
  return {
    first,
    headers: headers.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
    body: body.length === 0 ? undefined : JSON.parse(body.join('\n\n')),
  };
}

function filled(text: string, known: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => {
    const value = known.get(name);
    if (value === undefined) throw new Error(`No earlier answer has said {{${name}}}`);
    return value;
  });
}

/** What is expected: a name that is new is whatever was answered, and is that from then on. */
function learnt(expected: unknown, answered: unknown, known: Map<string, string>): unknown {
  const [, name] = typeof expected === 'string' ? (/^\{\{(\w+)\}\}$/.exec(expected) ?? []) : [];
  if (name === undefined) return expected;
  if (!known.has(name) && typeof answered === 'string') known.set(name, answered);
  return known.get(name);
}

function learntAll(expected: unknown, answered: unknown, known: Map<string, string>): Record<string, unknown> {
  const members = isRecord(answered) ? answered : {};
  return Object.fromEntries(
    Object.entries(isRecord(expected) ? expected : {}).map(([name, value]) => [
      name,
      learnt(value, members[name], known),
    ]),
  );
}
