import { domainTopics } from '@itops/contracts';
import { newId } from '@itops/kit';
import { startTestService, type TestService } from '@itops/testing';

import { cmdbService } from '../src/cmdb.service';

// The callback takes them as a rest: Jest would hand its `done` to a parameter that a row leaves out.
type BadRequest = [method: string, path: string, body?: unknown, headers?: Record<string, string>];

describe('configuration items over REST', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService(cmdbService);
  });
  afterAll(() => service.close());

  const create = async (body: Record<string, unknown>) => {
    const answer = await service.api.post('/v1/cis', body);
    expect(answer).toMatchObject({ status: 201 });
    return answer;
  };

  it('documents that every change of what is there takes If-Match, and what an action may be sent', async () => {
    const { body } = await service.api.get('/openapi.json');
    const ifMatch = { name: 'If-Match', in: 'header', required: true };
    const takesVersion = { parameters: expect.arrayContaining([expect.objectContaining(ifMatch)]) };
    expect(body['paths']).toMatchObject({
      '/v1/cis/{id}': { patch: takesVersion },
      '/v1/relationships/{id}': { patch: takesVersion, delete: takesVersion },
      '/v1/cis/{id}/actions/{action}': {
        post: {
          ...takesVersion,
          requestBody: {
            required: false,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/MoveCiStageInput' } } },
          },
        },
      },
    });
  });

  it('checks what an action is sent, which may be nothing', async () => {
    const { body } = await create({ class: 'server', name: 'bodied' });
    const act = (action: string, sent?: unknown) =>
      service.api.post(`/v1/cis/${String(body['id'])}/actions/${action}`, sent, { 'if-match': '*' });
    expect(await act('retire', { reason: 5 })).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ pointer: '/reason' })]) },
    });
    expect(await act('retire', { why: 'x' })).toMatchObject({ status: 400 });
    expect(await act('retire')).toMatchObject({ status: 200 });
  });

  it('lists the classes with what they inherit', async () => {
    const { status, body } = await service.api.get('/v1/ci-classes');
    expect(status).toBe(200);
    expect(body['items']).toHaveLength(23);
    const machine = await service.api.get('/v1/ci-classes/virtual_machine');
    expect(machine.body).toMatchObject({
      name: 'virtual_machine',
      parent: 'server',
      attributesSchema: { properties: { fqdn: { type: 'string' }, environment: {}, instance_id: {} } },
      identification: [['instance_id'], ['fqdn'], ['environment', 'name'], ['name']],
    });
    expect(await service.api.get('/v1/ci-classes/toaster')).toMatchObject({ status: 404 });
  });

  it.each([
    ['/v1/cis/web-1', "with the id 'web-1', which is none: ids are UUIDs. GET /v1/cis?name=…"],
    ['/v1/cis/web-1/impact', 'GET /v1/cis?name=…'],
    ['/v1/cis/web-1/history', 'GET /v1/cis?name=…'],
    ['/v1/relationships/web-1', 'GET /v1/relationships?ciId=…'],
    [`/v1/cis/${newId()}`, 'Check the id'],
  ])('%s is answered with how an item is found', async (path, words) => {
    const answer = await service.api.get(path);
    expect(answer).toMatchObject({ status: 404, body: { detail: expect.stringContaining(words) } });
  });

  it('creates, shows, patches and retires an item, each step with its event and its history', async () => {
    const created = await create({
      class: 'virtual_machine',
      name: 'web-1',
      attributes: { fqdn: 'web-1.shop.example', cpu_count: 4, labels: { team: 'a', tier: 'web' } },
      externalIds: [{ source: 'vsphere', externalId: 'vm-1' }],
      ownerGroup: 'Shop',
      criticality: 2,
    });
    const id = String(created.body['id']);
    expect(created.headers.get('location')).toBe(`/v1/cis/${id}`);
    expect(created.headers.get('etag')).toMatch(/^"1-/);
    expect(created.body).toMatchObject({
      class: 'virtual_machine',
      stage: 'operate',
      operationalStatus: 'operational',
      sources: { fqdn: 'vsphere', cpu_count: 'vsphere', labels: 'vsphere' },
      allowedActions: ['build', 'retire'],
      createdBy: 'test',
    });

    expect(await service.api.patch(`/v1/cis/${id}`, { criticality: 1 })).toMatchObject({ status: 428 });
    expect(await service.api.patch(`/v1/cis/${id}`, { criticality: 1 }, { 'if-match': '"7"' })).toMatchObject({
      status: 412,
    });
    const patched = await service.api.patch(
      `/v1/cis/${id}`,
      { attributes: { cpu_count: 8, fqdn: null, labels: { tier: 'front' } }, ownerGroup: null },
      { 'if-match': '"1"' },
    );
    expect(patched).toMatchObject({
      status: 200,
      body: {
        version: 2,
        ownerGroup: null,
        attributes: { cpu_count: 8, labels: { team: 'a', tier: 'front' } },
        sources: { cpu_count: 'manual', labels: 'manual' },
      },
    });
    const same = await service.api.patch(`/v1/cis/${id}`, { attributes: { cpu_count: 8 } }, { 'if-match': '"2"' });
    expect(same.body).toMatchObject({ version: 2 });

    const retired = await service.api.post(
      `/v1/cis/${id}/actions/retire`,
      { reason: 'replaced' },
      { 'if-match': '"2"' },
    );
    expect(retired).toMatchObject({
      status: 200,
      body: { version: 3, stage: 'retired', operationalStatus: 'retired', allowedActions: ['reinstate'] },
    });
    const again = await service.api.post(`/v1/cis/${id}/actions/retire`, {}, { 'if-match': '"3"' });
    expect(again).toMatchObject({ status: 409, body: { state: 'retired', allowedActions: ['reinstate'] } });
    expect(await service.api.post(`/v1/cis/${id}/actions/explode`, {}, { 'if-match': '*' })).toMatchObject({
      status: 404,
    });

    await service.bus.waitFor(domainTopics.ci.name, ({ subject, type }) => subject === id && type.includes('retired'));
    const events = service.bus.all(domainTopics.ci.name).filter(({ subject }) => subject === id);
    expect(events[0]?.data['classPath']).toEqual(['virtual_machine', 'server', 'infrastructure', 'ci']);
    expect(events.map(({ type, event }) => [type, event['aggregateversion']])).toEqual([
      ['itops.ci.created.v1', 1],
      ['itops.ci.updated.v1', 2],
      ['itops.ci.retired.v1', 3],
    ]);
    const history = await service.api.get(`/v1/cis/${id}/history`);
    expect(history.body).toMatchObject({
      items: [
        { action: 'retire', reason: 'replaced', actor: 'test' },
        { action: 'update', before: { version: 1 }, after: { version: 2 } },
        { action: 'create' },
      ],
      nextCursor: null,
    });
  });

  it('refuses what the class does not allow, and a name of a source that is taken', async () => {
    expect(
      await service.api.post('/v1/cis', { class: 'server', name: 'x', attributes: { cpu_count: 'many' } }),
    ).toMatchObject({ status: 400, body: { errors: [{ pointer: '/attributes/cpu_count' }] } });
    const twin = { class: 'server', name: 'twin', externalIds: [{ source: 'hand', externalId: '1' }] };
    const all = await Promise.all(Array.from({ length: 6 }, () => service.api.post('/v1/cis', twin)));
    expect(all.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('finds items by each filter, and pages on while others are added', async () => {
    const owner = 'Filters';
    for (const name of ['alpha-1', 'alpha-2', 'Alpha_3', 'beta-1']) {
      await create({
        class: name.startsWith('beta') ? 'cache' : 'virtual_machine',
        name,
        ownerGroup: owner,
        externalIds: [{ source: 'list', externalId: name }],
      });
    }
    const found = async (query: string) => {
      const { status, body } = await service.api.get(`/v1/cis?ownerGroup=${owner}&${query}`);
      expect(status).toBe(200);
      return Array.isArray(body['items']) ? body['items'].map((item: { name: string }) => item.name) : [];
    };
    expect(await found('q=alpha')).toEqual(['alpha-1', 'alpha-2', 'Alpha_3']);
    expect(await found('q=alpha_')).toEqual(['Alpha_3']);
    expect(await found('q=%25')).toEqual([]);
    expect(await found('class=server')).toEqual(['alpha-1', 'alpha-2', 'Alpha_3']);
    expect(await found('class=application')).toEqual(['beta-1']);
    expect(await found('name=beta-1')).toEqual(['beta-1']);
    expect(await found('stage=design,build')).toEqual([]);
    expect(await found('stage=operate&operationalStatus=operational&criticality=3&sort=-name')).toHaveLength(4);
    expect(await found('criticality=1')).toEqual([]);
    expect(await found('source=nobody')).toEqual([]);
    const { body } = await service.api.get('/v1/cis?source=list&externalId=alpha-1');
    expect(body['items']).toHaveLength(1);

    const seen: unknown[] = [];
    let next: string | null = `/v1/cis?ownerGroup=${owner}&limit=2&sort=-createdAt`;
    while (next !== null) {
      const page = await service.api.get(next);
      seen.push(
        ...(Array.isArray(page.body['items']) ? page.body['items'].map((item: { name: string }) => item.name) : []),
      );
      next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? null;
      if (seen.length === 2) await create({ class: 'cache', name: 'late', ownerGroup: owner });
    }
    expect(seen).toEqual(['beta-1', 'Alpha_3', 'alpha-2', 'alpha-1']);
  });

  it.each<BadRequest>([
    ['POST', '/v1/cis', { class: 'server' }],
    ['POST', '/v1/cis', { class: 'server', name: 'x', colour: 'red' }],
    ['POST', '/v1/cis', { class: 'toaster', name: 'x' }],
    ['POST', '/v1/cis', { class: 'server', name: 7 }],
    ['POST', '/v1/cis', { class: 'server', name: 'a\u0000b' }],
    ['POST', '/v1/cis', { class: 'server', name: 'x', attributes: { note: 'a\u0000b' } }],
    ['POST', '/v1/cis', { class: 'server', name: 'x', attributes: { note: 'x'.repeat(70_000) } }],
    ['POST', '/v1/cis', '{"class":"server","name":"x","attributes":{"note":"\\ud800"}}'],
    ['POST', '/v1/cis', { class: 'server', name: 'x', criticality: 1e308 }],
    ['POST', '/v1/cis', { class: 'server', name: 'x', criticality: 9 }],
    ['POST', '/v1/cis', { class: 'server', name: 'x', attributes: [] }],
    ['POST', '/v1/cis', { class: 'server', name: 'x', externalIds: [{ source: 's' }] }],
    ['POST', '/v1/cis', '{"class": '],
    ['POST', '/v1/cis', []],
    ['GET', '/v1/cis/not-a-uuid'],
    ['GET', '/v1/cis/018f0000-0000-7000-8000-000000000000'],
    ['GET', '/v1/cis/not-a-uuid/history'],
    ['GET', '/v1/cis/not-a-uuid/impact'],
    ['GET', '/v1/cis/018f0000-0000-7000-8000-000000000000/impact'],
    ['GET', '/v1/cis?cursor=abc'],
    ['GET', `/v1/cis?cursor=${Buffer.from('["createdAt","yesterday?","x"]').toString('base64url')}`],
    ['GET', '/v1/cis?sort=colour'],
    ['GET', '/v1/cis?limit=0'],
    ['GET', '/v1/cis?limit=99999999999999999999'],
    ['GET', '/v1/cis?colour=red'],
    ['GET', '/v1/cis?class=toaster'],
    ['GET', '/v1/cis?stage=gone'],
    ['GET', '/v1/cis?q=%00'],
    ['GET', '/v1/cis?class=server&class=toaster'],
    ['GET', '/v1/cis?criticality<=5'],
    ['GET', '/v1/cis?fields=colour'],
    ['PATCH', '/v1/cis/not-a-uuid', { name: 'x' }, { 'if-match': '"1"' }],
    ['PATCH', '/v1/cis/018f0000-0000-7000-8000-000000000000', { operationalStatus: 'degraded' }, { 'if-match': '"1"' }],
    ['PATCH', '/v1/cis/018f0000-0000-7000-8000-000000000000', { name: 'x' }, { 'if-match': 'soon' }],
    ['POST', '/v1/relationships', { type: 'Eats', parent: 'a', child: 'b' }],
    ['POST', '/v1/relationships', { type: 'Runs on', parent: 'a' }],
    ['POST', '/v1/relationships', { type: 'Runs on', parent: 7, child: 'b' }],
    ['GET', '/v1/relationships?ciId=7'],
    ['GET', '/v1/relationships/x'],
    ['DELETE', '/v1/relationships/x', undefined, { 'if-match': '*' }],
    ['POST', '/v1/discovery', {}],
    ['POST', '/v1/discovery', []],
    ['POST', '/v1/discovery'],
    ['POST', '/v1/discovery', { source: 's', items: [{ class: 'server', externalId: '1', name: 'x', colour: 1 }] }],
    ['POST', '/v1/discovery', { source: 's', items: [], full: 'yes' }],
    ['POST', '/v1/discovery', { source: 's', items: [{ class: 'server', externalId: '1', name: '\u0000' }] }],
  ])(
    'answers %s %s with a problem document when it is wrong (%j)',
    async (...[method, path, body, headers]: BadRequest) => {
      const answer = await service.api.send(method, path, body, headers);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(typeof answer.body['detail']).toBe('string');
      expect(answer.body).toMatchObject({ status: answer.status });
    },
  );
});
