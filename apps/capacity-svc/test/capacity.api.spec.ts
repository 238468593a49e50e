import { ManualClock, newId } from '@itops/kit';
import { eventually, startTestService, type TestService } from '@itops/testing';

import { capacityService } from '../src/capacity.service';
import { announce, ci, itemsOf, report } from './estate';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const good = { metric: 'disk.used', comparator: '>', value: 90 };

describe('the API', () => {
  let service: TestService;
  let resource: string;
  const host = ci('api-host');

  beforeAll(async () => {
    service = await startTestService(capacityService, { clock: new ManualClock(new Date(NOW)) });
    await announce(service, host);
    await report(service, [{ ci: host.id, metric: 'few', points: [[NOW, 1]] }]);
    resource = await eventually(async () => {
      const [first] = itemsOf((await service.api.get('/v1/resources')).body);
      expect(first).toMatchObject({ ciId: host.id });
      return String(first?.['id']);
    });
  });

  afterAll(() => service.close());

  it('makes, reads, changes, lists and removes a threshold', async () => {
    const made = await service.api.post('/v1/thresholds', {
      ...good,
      selector: { ciClass: 'server', ciId: host.id, labels: { mount: '/' } },
      forMinutes: 5,
      predictDays: 7,
      severity: 'critical',
    });
    expect(made.status).toBe(201);
    const id = String(made.body['id']);
    expect(made.headers.get('location')).toBe(`/v1/thresholds/${id}`);
    expect(made.headers.get('etag')).toMatch(/^"1-/);
    expect(made.body).toEqual({
      id,
      version: 1,
      ...good,
      selector: { ciClass: 'server', ciId: host.id, labels: { mount: '/' } },
      forMinutes: 5,
      predictDays: 7,
      severity: 'critical',
      createdAt: '2026-06-15T12:00:00.000Z',
      updatedAt: '2026-06-15T12:00:00.000Z',
      createdBy: 'test',
    });
    expect((await service.api.get(`/v1/thresholds/${id}`)).body).toEqual(made.body);

    const path = `/v1/thresholds/${id}`;
    expect((await service.api.patch(path, { value: 80 })).status).toBe(428);
    expect((await service.api.patch(path, { value: 80 }, { 'if-match': '"7"' })).status).toBe(412);
    const changed = await service.api.patch(
      path,
      { value: 80, predictDays: null, selector: { ciClass: null, labels: { mount: null, tier: 'web' } } },
      { 'if-match': '"1"', 'content-type': 'application/merge-patch+json' },
    );
    expect(changed).toMatchObject({
      status: 200,
      body: {
        version: 2,
        value: 80,
        predictDays: null,
        forMinutes: 5,
        selector: { ciClass: null, ciId: host.id, labels: { tier: 'web' } },
      },
    });
    expect((await service.api.patch(path, {}, { 'if-match': '"2"' })).body['version']).toBe(2);

    expect((await service.api.delete(path)).status).toBe(428);
    expect((await service.api.delete(path, { 'if-match': '"1"' })).status).toBe(412);
    expect((await service.api.delete(path, { 'if-match': '"2"' })).status).toBe(204);
    expect((await service.api.get(path)).status).toBe(404);
    expect((await service.api.delete(path, { 'if-match': '*' })).status).toBe(404);
    const audit = await service.database.query<{ action: string; actor: string }[]>(
      `select action, actor from audit_log where resource_id = $1 order by at, id`,
      [id],
    );
    expect(audit).toEqual(['create', 'update', 'delete'].map((action) => ({ action, actor: 'test' })));
  });

  it('lists thresholds page by page, by metric and item', async () => {
    const metric = `list-${newId()}`;
    for (let index = 0; index < 5; index++) await service.api.post('/v1/thresholds', { ...good, metric, value: index });
    await service.api.post('/v1/thresholds', { ...good, metric, selector: { ciId: host.id } });
    const seen: unknown[] = [];
    let path = `/v1/thresholds?metric=${metric}&limit=4&sort=createdAt`;
    for (let pages = 0; path !== '' && pages < 5; pages++) {
      const { body, headers } = await service.api.get(path);
      seen.push(...itemsOf(body).map(({ id }) => id));
      path = /<([^>]*)>/.exec(headers.get('link') ?? '')?.[1] ?? '';
    }
    expect(new Set(seen).size).toBe(6);
    expect(itemsOf((await service.api.get(`/v1/thresholds?metric=${metric}&ciId=${host.id}`)).body)).toHaveLength(1);
  });

  it('says how many points a forecast needs', async () => {
    const { status, body, headers } = await service.api.get(`/v1/resources/${resource}/forecast?horizon=P7D`);
    expect(status).toBe(409);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({
      type: '/problems/conflict',
      detail: expect.stringContaining('at least 24 points') as unknown,
    });
    expect(body['detail']).toContain('has 1');
  });

  const nowhere = newId();
  const long = 'x'.repeat(256);
  it.each<[string, string, unknown, number]>([
    ['POST', '/v1/thresholds', {}, 400],
    ['POST', '/v1/thresholds', [], 400],
    ['POST', '/v1/thresholds', 'no json', 400],
    ['POST', '/v1/thresholds', { ...good, unknown: 1 }, 400],
    ['POST', '/v1/thresholds', { ...good, metric: '' }, 400],
    ['POST', '/v1/thresholds', { ...good, metric: long }, 400],
    ['POST', '/v1/thresholds', { ...good, metric: 'a\u0000b' }, 400],
    ['POST', '/v1/thresholds', { ...good, comparator: '>=' }, 400],
    ['POST', '/v1/thresholds', { ...good, value: '90' }, 400],
    ['POST', '/v1/thresholds', { ...good, value: 1e200 }, 400],
    ['POST', '/v1/thresholds', { ...good, value: null }, 400],
    ['POST', '/v1/thresholds', '{"metric":"a","comparator":">","value":1e999}', 400],
    ['POST', '/v1/thresholds', { ...good, forMinutes: -1 }, 400],
    ['POST', '/v1/thresholds', { ...good, forMinutes: 1.5 }, 400],
    ['POST', '/v1/thresholds', { ...good, predictDays: 0 }, 400],
    ['POST', '/v1/thresholds', { ...good, predictDays: 91 }, 400],
    ['POST', '/v1/thresholds', { ...good, severity: 'bad' }, 400],
    ['POST', '/v1/thresholds', { ...good, selector: 'all' }, 400],
    ['POST', '/v1/thresholds', { ...good, selector: [] }, 400],
    ['POST', '/v1/thresholds', { ...good, selector: { name: 'x' } }, 400],
    ['POST', '/v1/thresholds', { ...good, selector: { ciId: 'x' } }, 400],
    ['POST', '/v1/thresholds', { ...good, selector: { ciId: nowhere } }, 400],
    ['POST', '/v1/thresholds', { ...good, selector: { labels: { a: 1 } } }, 400],
    ['POST', '/v1/thresholds', { ...good, selector: { labels: { a: '\u0000' } } }, 400],
    ['POST', '/v1/thresholds', { ...good, selector: { labels: { 'a\u0000': '' } } }, 400],
    ['PATCH', `/v1/thresholds/${nowhere}`, { value: 1 }, 404],
    ['PATCH', '/v1/thresholds/x', { value: 1 }, 404],
    ['PATCH', `/v1/thresholds/${nowhere}`, { value: null }, 400],
    ['PATCH', `/v1/thresholds/${nowhere}`, { selector: null }, 400],
    ['PATCH', `/v1/thresholds/${nowhere}`, { selector: { labels: null } }, 400],
    ['PATCH', `/v1/thresholds/${nowhere}`, { selector: { labels: { a: 1 } } }, 400],
    ['POST', '/v1/thresholds', { ...good, selector: { labels: { a: null } } }, 400],
    ['PATCH', `/v1/thresholds/${nowhere}`, { id: nowhere }, 400],
    ['DELETE', `/v1/thresholds/${nowhere}`, undefined, 404],
    ['DELETE', '/v1/thresholds/%00', undefined, 400],
    ['GET', '/v1/thresholds/x', undefined, 404],
    ['GET', '/v1/thresholds?limit=0', undefined, 400],
    ['GET', '/v1/thresholds?limit=201', undefined, 400],
    ['GET', '/v1/thresholds?limit=x', undefined, 400],
    ['GET', '/v1/thresholds?sort=value', undefined, 400],
    ['GET', '/v1/thresholds?cursor=x', undefined, 400],
    ['GET', '/v1/thresholds?ciId=x', undefined, 400],
    ['GET', '/v1/thresholds?nothing=1', undefined, 400],
    ['GET', '/v1/resources?ciId=x', undefined, 400],
    ['GET', '/v1/resources?metric=', undefined, 400],
    ['GET', '/v1/resources?metric=%00', undefined, 400],
    ['GET', '/v1/resources?sort=lastAt', undefined, 400],
    [
      'GET',
      `/v1/resources?cursor=${Buffer.from('["createdAt","no time","no id"]').toString('base64url')}`,
      undefined,
      400,
    ],
    ['GET', '/v1/resources/x', undefined, 404],
    ['GET', `/v1/resources/${nowhere}`, undefined, 404],
    ['GET', '/v1/resources/x/series', undefined, 404],
    ['GET', `/v1/resources/${nowhere}/series`, undefined, 404],
    ['GET', '/v1/resources/RESOURCE/series?from=yesterday', undefined, 400],
    ['GET', '/v1/resources/RESOURCE/series?from=2026-02-30T00:00:00Z', undefined, 400],
    ['GET', '/v1/resources/RESOURCE/series?from=0000-01-01T00:00:00Z', undefined, 400],
    ['GET', '/v1/resources/RESOURCE/series?from=2026-02-02T00:00:00Z&to=2026-02-01T00:00:00Z', undefined, 400],
    ['GET', '/v1/resources/RESOURCE/series?resolution=5m', undefined, 400],
    ['GET', '/v1/resources/RESOURCE/series?limit=10001', undefined, 400],
    ['GET', '/v1/resources/RESOURCE/series?cursor=%7B', undefined, 400],
    [
      'GET',
      `/v1/resources/RESOURCE/series?cursor=${Buffer.from(`["raw","x","${nowhere}"]`).toString('base64url')}`,
      undefined,
      400,
    ],
    ['GET', '/v1/resources/x/forecast', undefined, 404],
    ['GET', `/v1/resources/${nowhere}/forecast`, undefined, 404],
    ['GET', '/v1/resources/RESOURCE/forecast', undefined, 409],
    ['GET', '/v1/resources/RESOURCE/forecast?horizon=7', undefined, 400],
    ['GET', '/v1/resources/RESOURCE/forecast?horizon=P91D', undefined, 400],
    ['GET', '/v1/resources/RESOURCE/forecast?horizon=', undefined, 400],
    ['GET', '/v1/resources/RESOURCE/forecast?horizon=P7D&horizon=P8D', undefined, 400],
    ['GET', '/v1/breaches?kind=past', undefined, 400],
    ['GET', '/v1/breaches?state=', undefined, 400],
    ['GET', '/v1/breaches?ciId=1', undefined, 400],
    ['GET', '/v1/breaches?resourceId=x', undefined, 400],
    ['GET', '/v1/breaches/x', undefined, 404],
    ['GET', `/v1/breaches/${nowhere}`, undefined, 404],
    ['POST', '/v1/breaches', {}, 404],
  ])('%s %s %j: %i', async (method, path, body, status) => {
    const answer = await service.api.send(
      method,
      path.replace('RESOURCE', resource),
      body,
      method === 'POST' || method === 'GET' ? {} : { 'if-match': '"1"' },
    );
    expect({ status: answer.status, detail: answer.body['detail'] }).toMatchObject({ status });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      status,
      type: expect.stringContaining('/problems/') as unknown,
      title: expect.any(String) as unknown,
    });
  });

  it('lists no breach where there is none, and describes itself', async () => {
    expect(
      (await service.api.get('/v1/breaches?kind=current,predicted&state=open,cleared&sort=detectedAt')).body,
    ).toEqual({ items: [], nextCursor: null });
    const { body } = await service.api.get('/openapi.json');
    const { paths } = body;
    expect(Object.keys(paths ?? {})).toEqual(
      expect.arrayContaining(['/v1/thresholds/{id}', '/v1/resources/{id}/forecast', '/v1/breaches']),
    );
  });
});
