import { type ServerResponse } from 'node:http';

import { isRecord, newId } from '@itops/kit';

import { callerIn, type FakeService, type SeenRequest } from './fake-service';
import { type GatewayUnderTest, startGateway } from './gateway-under-test';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

beforeEach(() => {
  for (const service of [gateway.cmdb, gateway.incident, gateway.change, gateway.capacity]) service.json(404, {});
});

function answer(service: FakeService, give: (request: SeenRequest) => readonly [number, object]): void {
  service.answer = (request: SeenRequest, response: ServerResponse) => {
    const [status, body] = give(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

function countsOf(body: Record<string, unknown>): unknown[] {
  const items = body['items'];
  return Array.isArray(items) ? items.map((item: unknown) => (isRecord(item) ? item['count'] : undefined)) : [];
}

describe('the groups of dead letters', () => {
  it('are those of all services, largest first, and say who is away', async () => {
    gateway.cmdb.json(200, { items: [{ count: 3 }, { count: 1 }], truncated: false });
    gateway.incident.json(200, { items: [{ count: 2 }], truncated: true });
    gateway.change.json(200, { items: [], truncated: false });
    gateway.capacity.json(500, {});
    const { status, body } = await gateway.api.get('/v1/dead-letters/groups?topic=itops.ci.v1&aggregate=a');
    expect(status).toBe(200);
    expect(countsOf(body)).toEqual([3, 2, 1]);
    expect(body).toMatchObject({ truncated: true, unavailable: ['capacity-svc'] });
    expect(gateway.cmdb.seen.at(-1)?.url).toBe('/v1/dead-letters/groups?topic=itops.ci.v1&aggregate=a');
  });

  it('refuse a bad query', async () => {
    for (const query of ['service=nobody', 'surprise=1']) {
      expect((await gateway.api.get(`/v1/dead-letters/groups?${query}`)).status).toBe(400);
    }
  });
});

describe('one dead letter', () => {
  it.each([
    ['get', ''],
    ['post', '/redrive'],
    ['post', '/discard'],
  ] as const)('is sought in every service, and %s %s goes to the one that has it', async (method, action) => {
    const id = newId();
    answer(gateway.change, ({ url, method: seen }) =>
      url === `/v1/dead-letters/${id}${action}` && seen === method.toUpperCase()
        ? [200, { done: seen }]
        : [200, { id }],
    );
    const path = `/v1/dead-letters/${id}${action}`;
    const given =
      method === 'get' ? await gateway.api.get(path) : await gateway.api.post(path, { reason: 'nobody needs it' });
    expect(given.status).toBe(200);
    expect(given.body).toEqual({ done: method.toUpperCase() });
    const last = gateway.change.seen.at(-1);
    expect(callerIn(last)).toMatchObject({ sub: 'admin' });
    if (method === 'post') expect(JSON.parse(last?.body ?? '')).toEqual({ reason: 'nobody needs it' });
    expect(gateway.cmdb.seen.at(-1)?.url).toBe(`/v1/dead-letters/${id}`);
  });

  it('is not found when all services say so', async () => {
    for (const id of [newId(), 'x']) {
      const { status, body } = await gateway.api.post(`/v1/dead-letters/${id}/redrive`, {});
      expect(status).toBe(404);
      expect(body['detail']).toContain(id);
    }
  });

  it('may be in a service that is away', async () => {
    gateway.incident.json(500, {});
    const { status, body } = await gateway.api.get(`/v1/dead-letters/${newId()}`);
    expect(status).toBe(503);
    expect(body['detail']).toContain('incident-svc');
  });

  it('is discarded only with a reason', async () => {
    for (const body of [{}, { reason: '' }, { reason: 'x', more: 1 }]) {
      expect((await gateway.api.post(`/v1/dead-letters/${newId()}/discard`, body)).status).toBe(400);
    }
  });

  it('passes on why it is refused', async () => {
    const id = newId();
    answer(gateway.cmdb, ({ method }) =>
      method === 'GET' ? [200, { id }] : [409, { type: '/problems/illegal-transition', state: 'discarded' }],
    );
    const { status, body } = await gateway.api.post(`/v1/dead-letters/${id}/redrive`, {});
    expect(status).toBe(409);
    expect(body).toMatchObject({ state: 'discarded' });
  });
});

describe('many dead letters', () => {
  it.each([
    ['redrive', { fingerprint: 'f' }],
    ['discard', { consumer: 'incident-svc.alerts', reason: 'never needed' }],
  ])('are for the service that has them to %s', async (action, work) => {
    const task = { id: newId(), state: 'running' };
    gateway.incident.json(202, task);
    const given = await gateway.api.post(`/v1/dead-letters/${action}`, { service: 'incident-svc', ...work });
    expect(given.status).toBe(202);
    expect(given.body).toEqual(task);
    const seen = gateway.incident.seen.at(-1);
    expect(seen?.url).toBe(`/v1/dead-letters/${action}`);
    expect(JSON.parse(seen?.body ?? '')).toEqual(work);
  });

  it('need a service, and a reason to be discarded', async () => {
    const refused: [string, object][] = [
      ['redrive', { fingerprint: 'f' }],
      ['redrive', { service: 'nobody', fingerprint: 'f' }],
      ['redrive', { service: 'cmdb-svc', surprise: 1 }],
      ['discard', { service: 'cmdb-svc', fingerprint: 'f' }],
    ];
    for (const [action, body] of refused) {
      expect((await gateway.api.post(`/v1/dead-letters/${action}`, body)).status).toBe(400);
    }
  });

  it('are followed by their task, wherever it is', async () => {
    const id = newId();
    answer(gateway.capacity, ({ url }) => [url === `/v1/dead-letter-tasks/${id}` ? 200 : 404, { id, state: 'done' }]);
    const { status, body } = await gateway.api.get(`/v1/dead-letter-tasks/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'done' });
  });
});
