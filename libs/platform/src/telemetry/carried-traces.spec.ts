import { context, propagation } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import fastify, { type FastifyInstance } from 'fastify';

import { carryTraces } from './carried-traces';
import { PassingTracerProvider } from './passing-tracer';

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('a request to a process that records no spans', () => {
  let server: FastifyInstance;
  let url: string;

  beforeAll(async () => {
    new PassingTracerProvider().register({ contextManager: new AsyncLocalStorageContextManager().enable() });
    server = fastify();
    carryTraces(server);
    const handler = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      const sent: Record<string, string> = {};
      propagation.inject(context.active(), sent);
      return sent;
    };
    server.get('/any', handler);
    server.post('/any', handler);
    server.get('/livez', handler);
    url = await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => (await fetch(url + path, init)).json();

  it.each<[string, RequestInit]>([
    ['without a body', {}],
    ['with a body', { method: 'POST', body: '{"a":1}' }],
    ['with a large body', { method: 'POST', body: JSON.stringify('x'.repeat(500_000)) }],
  ])('%s belongs to the trace of its caller', async (_what, init) => {
    const headers = { traceparent: TRACEPARENT, tracestate: 'a=b', 'content-type': 'application/json' };
    expect(await ask('/any', { ...init, headers })).toEqual({ traceparent: TRACEPARENT, tracestate: 'a=b' });
  });

  it('begins a trace of its own where there is none, another for each', async () => {
    const [one, other] = await Promise.all([ask('/any'), ask('/any')]);
    expect(one).toEqual({ traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/) });
    expect(other).not.toEqual(one);
  });

  it('of a machine that looks after it belongs to none', async () => {
    expect(await ask('/livez')).toEqual({});
  });
});
