import { ciRetired, domainTopics } from '@itops/contracts';
import { isRecord, newId } from '@itops/kit';
import { eventually, identifiedAs, startTestService, type TestService } from '@itops/testing';

import { changeService } from '../src/change.service';
import { CHANGE_ACTIONS } from '../src/domain/change.lifecycle';
import { act, expectProblem, itemsOf, makeKnown, openChange, someCi } from './service-under-test';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(changeService);
}, 120_000);
afterAll(() => service.close());

const times = { plannedStart: '2026-02-01T20:00:00.000Z', plannedEnd: '2026-02-01T22:00:00.000Z' };

describe('a request for change', () => {
  it('is answered with the resource, its ETag and its place', async () => {
    const ci = someCi({ externalIds: [{ source: 'k8s', externalId: `uid-${newId()}` }] });
    await makeKnown(service, [ci]);
    const answer = await service.api.post('/v1/changes', {
      title: 'Replace the disk',
      ...times,
      cis: [ci.id, ci.name, ci.externalIds[0]],
      assignmentGroup: 'storage',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      version: 1,
      type: 'normal',
      state: 'new',
      allowedActions: ['request-approval', 'cancel'],
      cis: [ci.id],
      ...times,
      requestedBy: 'test',
      createdBy: 'test',
      source: 'manual',
      failed: false,
      deployment: null,
    });
    expect(answer.body['number']).toMatch(/^CHG\d{7}$/);
    for (const later of ['risk', 'model', 'templateId', 'conflicts']) expect(answer.body).not.toHaveProperty(later);
    expect(answer.headers.get('etag')).toMatch(/^"1-/);
    expect(answer.headers.get('location')).toBe(`/v1/changes/${String(answer.body['id'])}`);

    for (const key of ['id', 'number']) {
      const read = await service.api.get(`/v1/changes/${String(answer.body[key])}`);
      expect(read.status).toBe(200);
      expect(read.body).toEqual(answer.body);
    }
    const event = await service.bus.waitFor(domainTopics.change.name, ({ subject }) => subject === answer.body['id']);
    expect(event).toMatchObject({ type: 'itops.change.created.v1', event: { aggregateversion: 1, actor: 'test' } });
  });

  it('points at the CI that is unknown or ambiguous', async () => {
    const name = `twin-${newId()}`;
    await makeKnown(service, [someCi({ name }), someCi({ name })]);
    const answer = await service.api.post('/v1/changes', { title: 'x', cis: ['nothing', name, newId()] });
    expectProblem(answer, 400);
    expect(answer.body['errors']).toEqual([
      { pointer: '/cis/0', reason: '"nothing" is no known CI' },
      { pointer: '/cis/1', reason: expect.stringContaining('2 CIs') },
      { pointer: '/cis/2', reason: expect.stringContaining('is no known CI') },
    ]);
  });
});

describe('a reference to a retired CI', () => {
  it('is resolved by its id only', async () => {
    const ci = someCi();
    await makeKnown(service, [ci]);
    await service.bus.emitEvents([ciRetired.of(ci.id, 2, { ...ci, version: 2, stage: 'retired' })]);
    await eventually(async () => {
      expectProblem(await service.api.post('/v1/changes', { title: 'x', cis: [ci.name] }), 400);
    });
    expect(await openChange(service, { cis: [ci.id] })).toMatchObject({ cis: [ci.id] });
  });
});

describe('a normal change', () => {
  it('goes from request to close; each step is an event, a version and a row of its history', async () => {
    const change = await openChange(service, { ...times });
    const steps: [string, object, string][] = [
      ['request-approval', {}, 'assess'],
      ['reject', { reason: 'no backout plan' }, 'new'],
      ['request-approval', {}, 'assess'],
      ['approve', {}, 'authorize'],
      ['schedule', {}, 'scheduled'],
      ['start', {}, 'implement'],
      ['back-out', { reason: 'disk does not fit' }, 'review'],
      ['review', { review: 'order the other disk' }, 'review'],
      ['close', { closeCode: 'unsuccessful', closeNotes: 'old disk is back' }, 'closed'],
    ];
    let version = 1;
    for (const [action, body, state] of steps) {
      const answer = await act(service, change, action, body, { 'if-match': `"${version}"` });
      version += 1;
      expect(answer.body).toMatchObject({ state, version });
      expect(answer.headers.get('etag')).toMatch(new RegExp(`^"${version}-`));
    }
    const { body } = await service.api.get(`/v1/changes/${String(change['number'])}`);
    expect(body).toMatchObject({
      state: 'closed',
      failed: true,
      closeCode: 'unsuccessful',
      review: 'order the other disk',
      allowedActions: [],
    });

    await service.bus.waitFor(domainTopics.change.name, (e) => e.subject === change['id'] && e.type.includes('closed'));
    const events = service.bus.all(domainTopics.change.name).filter(({ subject }) => subject === change['id']);
    expect(events.map(({ event }) => event['aggregateversion'])).toEqual(
      Array.from({ length: version }, (_, i) => i + 1),
    );

    const history = itemsOf(await service.api.get(`/v1/changes/${String(change['id'])}/history`));
    expect(history.map(({ action }) => action)).toEqual(['create', ...steps.map(([action]) => action)]);
    expect(history[2]).toMatchObject({
      actor: 'bob',
      reason: 'no backout plan',
      before: { state: 'assess' },
      after: { state: 'new' },
    });
  });

  it('is not approved by the one who requested it', async () => {
    const change = await openChange(service, { requestedBy: 'carol' });
    await act(service, change, 'request-approval');
    expectProblem(await act(service, change, 'approve', {}, identifiedAs('carol')), 403);
    expect((await act(service, change, 'approve')).status).toBe(200);
    const noTimes = await act(service, change, 'schedule');
    expectProblem(noTimes, 400);
    expect(noTimes.body['errors']).toMatchObject([{ pointer: '/plannedStart' }, { pointer: '/plannedEnd' }]);
    expect((await act(service, change, 'schedule', times)).body).toMatchObject({ state: 'scheduled', ...times });
  });

  it('refuses an illegal move with what is possible, and an unknown one with all that exist', async () => {
    const change = await openChange(service, {});
    const illegal = await act(service, change, 'start');
    expectProblem(illegal, 409);
    expect(illegal.body).toMatchObject({ state: 'new', allowedActions: ['request-approval', 'cancel'] });
    const unknown = await act(service, change, 'explode');
    expectProblem(unknown, 404);
    expect(unknown.body['actions']).toEqual([...CHANGE_ACTIONS]);
    expect(unknown.body['detail']).toContain('request-approval, approve');
  });
});

describe('an edit', () => {
  it('sets and clears fields, and is told', async () => {
    const change = await openChange(service, { description: 'old', assignee: 'eve' });
    const path = `/v1/changes/${String(change['id'])}`;
    const edit = { title: 'New title', assignee: null, backoutPlan: 'put it back', impact: 2, ...times };
    const answer = await service.api.patch(path, edit, { 'if-match': '"1"' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ ...edit, description: 'old', version: 2 });
    const again = await service.api.patch(path, edit, { 'if-match': '"2"' });
    expect(again.body).toMatchObject({ version: 2 });
    await service.bus.waitFor(
      domainTopics.change.name,
      (e) => e.subject === change['id'] && e.type === 'itops.change.updated.v1',
    );
    expectProblem(await service.api.patch(path, { plannedEnd: times.plannedStart }, { 'if-match': '"2"' }), 400);
  });

  it('is refused once the change is over', async () => {
    const change = await openChange(service, {});
    await act(service, change, 'cancel', { reason: 'not needed' });
    const path = `/v1/changes/${String(change['id'])}`;
    expectProblem(await service.api.patch(path, { title: 'late' }, { 'if-match': '*' }), 409);
  });
});

describe('If-Match', () => {
  it('is required, and must name the current version', async () => {
    const change = await openChange(service, {});
    const path = `/v1/changes/${String(change['id'])}`;
    expectProblem(await service.api.patch(path, { title: 'x' }), 428);
    expectProblem(await service.api.post(`${path}/actions/cancel`, { reason: 'x' }), 428);
    expectProblem(await service.api.patch(path, { title: 'x' }, { 'if-match': '"7"' }), 412);
    expectProblem(await service.api.post(`${path}/actions/cancel`, { reason: 'x' }, { 'if-match': '"7"' }), 412);
    expectProblem(await service.api.patch(path, { title: 'x' }, { 'if-match': '"abc"' }), 400);
  });

  it('lets exactly one of two win who act on the same version at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const change = await openChange(service, {});
      const answers = await Promise.all(
        ['request-approval', 'cancel', 'request-approval', 'cancel'].map((action) =>
          act(service, change, action, action === 'cancel' ? { reason: 'x' } : {}, { 'if-match': '"1"' }),
        ),
      );
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(statuses.filter((status) => status === 412 || status === 409)).toHaveLength(3);
      const { body } = await service.api.get(`/v1/changes/${String(change['id'])}`);
      expect(body['version']).toBe(2);
    }
  });
});

it('describes its API, each action with its body', async () => {
  const { body } = await service.api.get('/openapi.json');
  const paths = Object.keys(isRecord(body['paths']) ? body['paths'] : {});
  for (const action of CHANGE_ACTIONS) expect(paths).toContain(`/v1/changes/{id}/actions/${action}`);
  expect(paths).toEqual(expect.arrayContaining(['/v1/changes', '/v1/changes/{id}', '/v1/changes/{id}/history']));
  expect(paths).not.toContain('/v1/changes/{id}/actions/{action}');
});

describe('bad input', () => {
  const bodies: [string, unknown][] = [
    ['no title', {}],
    ['an empty title', { title: '' }],
    ['a title that is a number', { title: 7 }],
    ['a title that is null', { title: null }],
    ['a title that is too long', { title: 'x'.repeat(256) }],
    ['an unknown field', { title: 'x', risk: 1 }],
    ['a field of the response', { title: 'x', state: 'closed' }],
    ['__proto__', '{"title":"x","__proto__":{"state":"closed"}}'],
    ['an unknown type', { title: 'x', type: 'huge' }],
    ['U+0000 in a text', { title: 'a\u0000b' }],
    ['U+0000 in a CI', { title: 'x', cis: ['a\u0000b'] }],
    ['U+0000 in an external id', { title: 'x', cis: [{ source: 'k8s', externalId: '\u0000' }] }],
    ['a date that is none', { title: 'x', plannedStart: 'tomorrow' }],
    ['a date without zone', { title: 'x', plannedStart: '2026-01-31T10:00:00' }],
    ['a date of five digits', { title: 'x', plannedStart: '+275760-09-13T00:00:00Z' }],
    ['a date beyond the year 9999', { title: 'x', plannedStart: '9999-12-31T23:59:59-14:00' }],
    ['a date in the year 0', { title: 'x', plannedStart: '0000-01-01T00:00:00Z' }],
    ['a day that does not exist', { title: 'x', plannedStart: '2026-02-30T00:00:00Z' }],
    ['a zone that does not exist', { title: 'x', plannedStart: '2026-02-20T00:00:00+99:99' }],
    ['a number for a date', { title: 'x', plannedStart: 1767225600000 }],
    ['an end before the start', { title: 'x', plannedStart: times.plannedEnd, plannedEnd: times.plannedStart }],
    ['cis that are no list', { title: 'x', cis: 'srv' }],
    ['a CI that is a number', { title: 'x', cis: [7] }],
    ['a CI that is null', { title: 'x', cis: [null] }],
    ['a CI with too many members', { title: 'x', cis: [{ source: 'a', externalId: 'b', c: 1 }] }],
    ['too many CIs', { title: 'x', cis: Array.from({ length: 101 }, () => 'srv') }],
    ['an impact out of range', { title: 'x', impact: 4 }],
    ['an impact that is no integer', { title: 'x', impact: 1.5 }],
    ['source deployment', { title: 'x', source: 'deployment' }],
    ['a list', []],
    ['a list of changes', [{ title: 'x' }]],
    ['null', 'null'],
    ['a text', '"x"'],
    ['a number', '7'],
    ['JSON that ends too early', '{"title":'],
    ['nothing', ''],
  ];
  it.each(bodies)('%s is refused on POST', async (_, body) => {
    expectProblem(await service.api.post('/v1/changes', body), 400);
  });

  it.each([
    ['an unknown field', { type: 'standard' }],
    ['cis', { cis: [] }],
    ['a null title', { title: null }],
    ['U+0000', { backoutPlan: '\u0000' }],
    ['a bad date', { plannedEnd: '2026-13-01T00:00:00Z' }],
    ['a list', []],
  ])('%s is refused on PATCH', async (_, body) => {
    const change = await openChange(service, {});
    expectProblem(await service.api.patch(`/v1/changes/${String(change['id'])}`, body, { 'if-match': '*' }), 400);
  });

  it.each([
    ['reject', {}],
    ['reject', { reason: '' }],
    ['reject', { reason: 7 }],
    ['fail', {}],
    ['cancel', { why: 'x' }],
    ['approve', { note: 'x' }],
    ['schedule', { plannedStart: 'soon' }],
    ['schedule', { plannedStart: null }],
    ['close', {}],
    ['close', { closeCode: 'great' }],
    ['close', { closeCode: 'successful', closeNotes: '\u0000' }],
    ['review', { review: ['x'] }],
    ['close', []],
    ['close', 'null'],
  ])('%s with %j is refused', async (action, body) => {
    const change = await openChange(service, {});
    const path = `/v1/changes/${String(change['id'])}/actions/${action}`;
    expectProblem(await service.api.post(path, body, { 'if-match': '*' }), 400);
  });

  it.each([
    'nonsense',
    'CHG9999999',
    'CHG',
    '00000000-0000-0000-0000-000000000000',
    newId(),
    '%27%3B--',
    'x'.repeat(300),
    '__proto__',
  ])('the id %s is not found', async (id) => {
    expectProblem(await service.api.get(`/v1/changes/${id}`), 404);
    expectProblem(await service.api.get(`/v1/changes/${id}/history`), 404);
    expectProblem(await service.api.patch(`/v1/changes/${id}`, { title: 'x' }, { 'if-match': '*' }), 404);
    expectProblem(await service.api.post(`/v1/changes/${id}/actions/start`, {}, { 'if-match': '*' }), 404);
  });

  const cursor = (parts: unknown) => `cursor=${Buffer.from(JSON.stringify(parts)).toString('base64url')}`;
  it.each([
    'cursor=nonsense',
    'cursor=',
    cursor(['-createdAt', 'x', 'y']),
    cursor(['-createdAt', '2026-01-01', 'not-a-uuid']),
    cursor(['-createdAt', 7, newId()]),
    cursor(['number', 'CHG1', newId()]),
    cursor({}),
    'sort=color',
    'sort=constructor',
    'sort=-__proto__',
    'sort=',
    'sort=createdAt;drop',
    'limit=0',
    'limit=201',
    'limit=x',
    'limit=1.5',
    'limit=5&limit=6',
    'state=open',
    'state=',
    'type=normal,huge',
    'source=me',
    'ciId=srv-1',
    'ciId=%00',
    'q=%00',
    'q=',
    'assignee=',
    'plannedStart>=soon',
    'actualStart<9999-12-31T23:59:59-14:00',
    'plannedStart>=',
    'fields=id,colour',
    'color=red',
    'sort=createdAt&sort=number',
    'assignee[x]=b',
    '%ff=1',
  ])('the list refuses ?%s', async (query) => {
    expectProblem(await service.api.get(`/v1/changes?${query}`), 400);
  });

  it('U+0000 in the path is refused', async () => {
    const answer = await service.api.get('/v1/changes/a%00b');
    expect([400, 404]).toContain(answer.status);
  });
});
