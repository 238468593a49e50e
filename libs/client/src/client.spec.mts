import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  answerOf,
  ApiProblem,
  type ClientOptions,
  createOpsClient,
  everyItem,
  ifMatch,
  Unreachable,
} from './index.mts';

type Answerer = (request: IncomingMessage, response: ServerResponse) => void;
interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const AT_ONCE = { 'retry-after': '0' };
const incident = { title: 'Checkout is slow' };
const path = { id: 'INC0000001' };

describe('the client', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** A server that gives these answers one after the other, the last one again and again. */
  async function serve(...answers: Answerer[]) {
    const seen: Seen[] = [];
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        const { headers, method, url } = request;
        const answer = answers[Math.min(seen.length, answers.length - 1)];
        seen.push({ method, url, headers, body });
        answer?.(request, response);
      });
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const baseUrl = `http://127.0.0.1:${address.port}`;
    const clientWith = (options: Partial<ClientOptions> = {}) => createOpsClient({ baseUrl, key: 'k', ...options });
    return { clientWith, seen };
  }

  const json =
    (status: number, body: unknown, headers: Record<string, string> = {}): Answerer =>
    (_, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    };
  const cutOff: Answerer = (_, response) => void response.destroy();
  const silent: Answerer = () => undefined;
  const busy = json(503, {}, AT_ONCE);

  describe('asks', () => {
    it('with its key, the version and the body', async () => {
      const { clientWith, seen } = await serve(json(200, { id: '1', version: 8 }));
      const params = { path, header: ifMatch({ version: 7 }) };
      const body = { group: 'shop', assignee: 'r.okafor' };
      const answer = await answerOf(
        clientWith({ key: 'secret' }).POST('/v1/incidents/{id}/actions/assign', { params, body }),
      );
      expect(answer).toEqual({ id: '1', version: 8 });
      expect(seen).toMatchObject([
        {
          ...{ method: 'POST', url: '/v1/incidents/INC0000001/actions/assign', body: JSON.stringify(body) },
          headers: {
            ...{ authorization: 'Bearer secret', 'if-match': '"7"', 'content-type': 'application/json' },
            'content-length': String(JSON.stringify(body).length),
          },
        },
      ]);
    });

    it('with other headers in the place of a key', async () => {
      const { clientWith, seen } = await serve(json(200, {}));
      await clientWith({ key: { 'x-api-key': 'other' } }).GET('/v1/incidents');
      expect(seen[0]?.headers).toMatchObject({ 'x-api-key': 'other' });
      expect(seen[0]?.headers).not.toHaveProperty('authorization');
    });

    it('for several values of a filter in one parameter', async () => {
      const { clientWith, seen } = await serve(json(200, { items: [], nextCursor: null }));
      await clientWith().GET('/v1/incidents', { params: { query: { state: ['new', 'in_progress'], 'priority<': 2 } } });
      expect(seen[0]?.url).toBe('/v1/incidents?state=new,in_progress&priority%3C=2');
    });

    it('for page after page', async () => {
      const [one, two] = [{ id: 'a' }, { id: 'b' }];
      const { clientWith, seen } = await serve(
        json(200, { items: [one], nextCursor: 'next' }),
        json(200, { items: [two], nextCursor: null }),
      );
      const client = clientWith();
      const found = await everyItem((page) =>
        client.GET('/v1/alerts', { params: { query: { ...page, source: ['x'] } } }),
      );
      expect(found).toEqual([one, two]);
      expect(seen.map(({ url }) => url)).toEqual([
        '/v1/alerts?limit=200&source=x',
        '/v1/alerts?limit=200&cursor=next&source=x',
      ]);
    });
  });

  describe('tries again', () => {
    it('what was too much or too early, with one idempotency key and the same body', async () => {
      const { clientWith, seen } = await serve(busy, json(429, {}, AT_ONCE), json(201, { id: '1' }));
      await clientWith().POST('/v1/incidents', { body: incident });
      expect(seen.map(({ body }) => body)).toEqual(new Array(3).fill(JSON.stringify(incident)));
      const keys = new Set(seen.map(({ headers }) => headers['idempotency-key']));
      expect(keys.size).toBe(1);
      expect([...keys][0]).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('a keyed request of which the first is still under way', async () => {
      const { clientWith, seen } = await serve(json(409, {}, AT_ONCE), json(201, { id: '1' }));
      const header = { 'Idempotency-Key': 'mine' };
      await clientWith().POST('/v1/incidents', { params: { header }, body: incident });
      expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['mine', 'mine']);
    });

    it.each([
      ['a reading', (client: ReturnType<typeof createOpsClient>) => client.GET('/v1/incidents')],
      ['a POST', (client: ReturnType<typeof createOpsClient>) => client.POST('/v1/incidents', { body: incident })],
      [
        'a PATCH of one version',
        (client: ReturnType<typeof createOpsClient>) =>
          client.PATCH('/v1/incidents/{id}', { params: { path, header: { 'If-Match': '"1"' } }, body: incident }),
      ],
    ])('%s whose connection was cut', async (_what, ask) => {
      const { clientWith, seen } = await serve(cutOff, json(200, { id: '1' }));
      await ask(clientWith());
      expect(seen).toHaveLength(2);
    });

    it('a reading that took a service too long', async () => {
      const { clientWith, seen } = await serve(json(504, {}), json(200, {}));
      await clientWith().GET('/v1/incidents');
      expect(seen).toHaveLength(2);
    });

    it('what was cut off in the middle of its answer', async () => {
      const half: Answerer = (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('{"id":', () => response.destroy());
      };
      const { clientWith } = await serve(half, json(200, { id: '1' }));
      expect(await answerOf(clientWith().GET('/v1/incidents/{id}', { params: { path } }))).toEqual({ id: '1' });
    });

    it('what had no answer in time', async () => {
      const { clientWith, seen } = await serve(silent, json(200, {}));
      await clientWith({ timeoutMs: 200 }).GET('/v1/incidents');
      expect(seen).toHaveLength(2);
    });
  });

  describe('gives up', () => {
    it.each([
      ['', {}],
      [', also with a key, which only a POST is known by', { 'idempotency-key': 'mine' }],
    ])('a change of any version whose connection was cut: it may have been made%s', async (_more, headers) => {
      const { clientWith, seen } = await serve(cutOff, json(200, {}));
      const params = { path, header: { 'If-Match': '*' } };
      const asked = clientWith().PATCH('/v1/incidents/{id}', { params, body: incident, headers });
      await expect(asked).rejects.toThrow(Unreachable);
      expect(seen).toHaveLength(1);
    });

    it('what is refused without a word about another time', async () => {
      const { clientWith, seen } = await serve(json(503, { detail: 'A topic is missing.' }));
      await expect(clientWith().GET('/v1/incidents')).rejects.toMatchObject({ status: 503 });
      expect(seen).toHaveLength(1);
    });

    it('after so many attempts, with the last answer', async () => {
      const { clientWith, seen } = await serve(busy);
      await expect(clientWith({ attempts: 3 }).GET('/v1/incidents')).rejects.toMatchObject({ status: 503 });
      expect(seen).toHaveLength(3);
    });

    it('when it would have to wait too long', async () => {
      const { clientWith, seen } = await serve(json(429, {}, { 'retry-after': '61' }));
      await expect(clientWith().GET('/v1/incidents')).rejects.toMatchObject({ status: 429 });
      expect(seen).toHaveLength(1);
    });

    it('when it is told to, also during a pause', async () => {
      const stop = new AbortController();
      const reason = new Error('enough');
      const { clientWith } = await serve((request, response) => {
        json(503, {}, { 'retry-after': '30' })(request, response);
        response.once('close', () => stop.abort(reason));
      });
      const asked = clientWith({ signal: stop.signal }).GET('/v1/incidents');
      await expect(asked).rejects.toBe(reason);
    });

    it('naming the gateway that can not be reached', async () => {
      const client = createOpsClient({ baseUrl: 'http://127.0.0.1:1', key: 'k', attempts: 1 });
      await expect(client.GET('/v1/incidents')).rejects.toThrow(/^http:\/\/127\.0\.0\.1:1 can't be reached/);
    });
  });

  describe('is told', () => {
    it('what was refused, and why', async () => {
      const problem = {
        ...{ type: '/problems/invalid-input', title: 'The input is wrong', status: 400, detail: 'One field is wrong.' },
        errors: [{ pointer: '/title', reason: 'is required' }],
        traceId: 'abc',
      };
      const { clientWith } = await serve(json(400, problem, { 'content-type': 'application/problem+json' }));
      const thrown: unknown = await clientWith()
        .POST('/v1/incidents', { body: incident })
        .catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(ApiProblem);
      expect(thrown).toMatchObject({
        ...problem,
        request: 'POST /v1/incidents',
        message: 'POST /v1/incidents answered 400: One field is wrong. (/title is required)',
      });
    });

    it('what something on the way has said', async () => {
      const { clientWith } = await serve((_, response) => void response.writeHead(502).end('<h1>Bad Gateway</h1>'));
      const asked = clientWith().GET('/v1/incidents');
      await expect(asked).rejects.toMatchObject({
        ...{ name: 'ApiProblem', type: 'about:blank', title: 'Bad Gateway', status: 502 },
        ...{ detail: '<h1>Bad Gateway</h1>', errors: [], traceId: undefined },
      });
    });

    it('that what it has is current', async () => {
      const { clientWith } = await serve((_, response) => void response.writeHead(304).end());
      const params = { path, header: { 'If-None-Match': '"1"' } };
      const { response } = await clientWith().GET('/v1/incidents/{id}', { params });
      expect(response.status).toBe(304);
    });

    it('each event of a stream as it comes, for longer than an answer may take', async () => {
      let goOn = (): void => undefined;
      const { clientWith } = await serve((_, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write('data: 1\n\n');
        goOn = () => void response.end('data: 2\n\n');
      });
      const { data } = await clientWith({ timeoutMs: 300 }).GET('/v1/stream', { parseAs: 'stream' });
      const reader = data?.pipeThrough(new TextDecoderStream()).getReader();
      expect((await reader?.read())?.value).toBe('data: 1\n\n');
      await new Promise((resolve) => setTimeout(resolve, 400));
      goOn();
      expect((await reader?.read())?.value).toBe('data: 2\n\n');
      expect((await reader?.read())?.done).toBe(true);
    });
  });
});
