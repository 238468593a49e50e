import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { ApiError, Gateway, Unreachable } from './gateway.mts';
import { batches } from './ops-api.mts';

type Answerer = (request: IncomingMessage, response: ServerResponse) => void;

describe('the HTTP client', () => {
  const servers: Server[] = [];
  afterEach(() => servers.splice(0).forEach((server) => server.close()));

  async function serve(...answers: Answerer[]): Promise<{ url: string; seen: IncomingMessage[] }> {
    const seen: IncomingMessage[] = [];
    const server = createServer((request, response) => {
      const answer = answers[Math.min(seen.length, answers.length - 1)];
      seen.push(request);
      answer?.(request, response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { url: `http://127.0.0.1:${address.port}`, seen };
  }

  const json =
    (status: number, body: unknown, headers: Record<string, string> = {}): Answerer =>
    (_, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    };

  it('sends the key and the version, and reads the answer', async () => {
    const { url, seen } = await serve(json(200, { a: 1, more: true }));
    const gateway = new Gateway({ baseUrl: `${url}/`, apiKey: 'k' });
    const answer = await gateway.post('/v1/x', z.object({ a: z.number() }), { body: {}, version: 7 });
    expect(answer).toEqual({ a: 1 });
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer k', 'if-match': '"7"' });
  });

  it('tries again as often as the platform says "not now", with one idempotency key', async () => {
    const busy = json(503, {}, { 'retry-after': '0' });
    const { url, seen } = await serve(busy, json(429, {}, { 'retry-after': '0' }), json(200, 'done'));
    const answer = await new Gateway({ baseUrl: url, apiKey: 'k' }).post('/v1/x', z.string(), { body: {} });
    expect(answer).toBe('done');
    expect(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(seen).toHaveLength(3);
  });

  it('says what was refused, and why', async () => {
    const errors = [{ pointer: '/title', reason: 'is required' }];
    const { url, seen } = await serve(json(400, { title: 'Bad', detail: 'The body is wrong.', errors }));
    const asked = new Gateway({ baseUrl: url, apiKey: 'k' }).post('/v1/incidents', z.unknown(), { body: {} });
    const error = await asked.then(undefined, (thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(String(error)).toContain('POST /v1/incidents answered 400: The body is wrong. (/title is required)');
    expect(seen).toHaveLength(1);
  });

  it('refuses an answer that is not as documented', async () => {
    const { url } = await serve(json(200, { items: 'many' }));
    const asked = new Gateway({ baseUrl: url, apiKey: 'k' }).get('/v1/x', z.object({ items: z.array(z.string()) }));
    await expect(asked).rejects.toThrow(/not as documented: items/);
  });

  it('names the gateway that can not be reached', async () => {
    const gateway = new Gateway({ baseUrl: 'http://127.0.0.1:1', apiKey: 'k', attempts: 1 });
    await expect(gateway.get('/v1/x', z.unknown())).rejects.toThrow(Unreachable);
  });
});

describe('cutting into lots', () => {
  it('keeps the order, loses nothing, and lets a lot pass the limit only when it holds one item', () => {
    const lots = batches(['aaaa', 'b', 'c', 'dddddddddddd'], 10);
    expect(lots).toEqual([['aaaa'], ['b', 'c'], ['dddddddddddd']]);
    expect(batches([], 10)).toEqual([]);
  });
});
