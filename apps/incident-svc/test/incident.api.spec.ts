import { domainTopics } from '@itops/contracts';
import { newId } from '@itops/kit';
import { eventually } from '@itops/testing';

import { etag, IncidentTest, rows, text } from './estate';

let test: IncidentTest;
beforeAll(async () => {
  test = await IncidentTest.start();
  await test.addEstate(['web>app', 'app>db'], 2);
});
afterAll(() => test.close());

async function open(fields: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const { status, body } = await test.service.api.post('/v1/incidents', { title: 'Shop is slow', ...fields });
  expect([status, body]).toEqual([201, body]);
  return body;
}

describe('an incident', () => {
  it('is opened, found by id and number, with its headers and item', async () => {
    const answer = await test.service.api.post('/v1/incidents', {
      title: 'Checkout is slow',
      description: 'since noon',
      impact: 2,
      urgency: 1,
      ci: 'app',
      caller: 'ann',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toMatch(/^"1-/);
    expect(answer.headers.get('location')).toBe(`/v1/incidents/${text(answer.body, 'id')}`);
    expect(answer.body).toMatchObject({
      state: 'new',
      priority: 2,
      ciId: test.idOf('app'),
      ciName: 'app',
      source: 'manual',
      caller: 'ann',
      createdBy: 'test',
      affectedCis: [test.idOf('app'), test.idOf('web')],
      allowedActions: ['start', 'resolve', 'cancel', 'assign', 'propose-major'],
      version: 1,
      reopenCount: 0,
      reassignmentCount: 0,
      alertCount: 0,
      major: null,
      assignmentGroup: null,
    });
    const byNumber = await test.service.api.get(`/v1/incidents/${text(answer.body, 'number')}`);
    expect(byNumber.body).toEqual(answer.body);
    const impact = await test.service.api.get(`/v1/incidents/${text(answer.body, 'id')}/impact`);
    expect(impact.body).toMatchObject({ ciId: test.idOf('app'), direction: 'affected', truncated: false });
    expect(rows(impact.body['items'])).toMatchObject([{ ciName: 'web', distance: 1, effect: 'down' }]);
  });

  it('goes through its whole life, each move with the version that was read', async () => {
    let incident = await open();
    const id = incident['id'];
    const moves: [string, unknown, Record<string, unknown>][] = [
      ['assign', { group: 'web' }, { assignmentGroup: 'web', reassignmentCount: 0 }],
      ['start', {}, { state: 'in_progress' }],
      ['assign', { group: 'db', assignee: 'bob' }, { assignee: 'bob', reassignmentCount: 1 }],
      ['hold', { reason: 'vendor' }, { state: 'on_hold', holdReason: 'vendor' }],
      ['resume', {}, { state: 'in_progress', holdReason: null }],
      ['propose-major', {}, { major: { state: 'candidate' } }],
      ['accept-major', {}, { major: { state: 'accepted' } }],
      ['resolve', { closeCode: 'fixed', closeNotes: 'restarted' }, { state: 'resolved', closeCode: 'fixed' }],
      ['reopen', { reason: 'slow again' }, { state: 'in_progress', reopenCount: 1, closeCode: null, resolvedAt: null }],
      ['resolve', { closeCode: 'fixed', closeNotes: 'index' }, { state: 'resolved' }],
      ['close', {}, { state: 'closed', allowedActions: [] }],
    ];
    for (const [action, body, expected] of moves) {
      const answer = await test.act(incident, action, body);
      expect([action, answer.status, answer.body]).toEqual([action, 200, expect.objectContaining(expected)]);
      incident = answer.body;
    }
    expect(incident['version']).toBe(moves.length + 1);
    const stale = await test.act({ ...incident, version: 3 }, 'start');
    expect(stale.status).toBe(412);
    const illegal = await test.act(incident, 'start');
    expect(illegal.body).toMatchObject({ status: 409, state: 'closed', action: 'start', allowedActions: [] });
    await eventually(() =>
      expect(test.events(id)).toEqual(
        [
          'opened',
          'assigned',
          'started',
          'assigned',
          'held',
          'resumed',
          'noted',
          'escalated',
          'resolved',
          'reopened',
          'resolved',
          'closed',
        ].map((type, index) => ({ type, version: index + 1 })),
      ),
    );
    const audit = await test.service.database.query<{ action: string }[]>(
      'select action from audit_log where resource_id = $1 order by at, id',
      [id],
    );
    expect(audit.map(({ action }) => action)).toEqual(['open', ...moves.map(([action]) => action)]);
  });

  it('wants If-Match, knows its actions and refuses others', async () => {
    const incident = await open();
    const path = `/v1/incidents/${text(incident, 'id')}`;
    expect((await test.service.api.post(`${path}/actions/start`, {})).status).toBe(428);
    expect((await test.service.api.patch(path, { title: 'x' }, {})).status).toBe(428);
    expect((await test.service.api.post(`${path}/actions/start`, {}, { 'if-match': '"9"' })).status).toBe(412);
    expect((await test.service.api.post(`${path}/actions/start`, {}, { 'if-match': 'nonsense' })).status).toBe(400);
    expect((await test.act(incident, 'hold', { reason: 'vendor' })).body).toMatchObject({
      status: 409,
      state: 'new',
      allowedActions: expect.arrayContaining(['start']),
    });
    expect((await test.act(incident, 'explode')).body).toMatchObject({
      status: 404,
      actions: expect.arrayContaining(['start']),
    });
    expect((await test.act({ ...incident, id: newId() }, 'start')).status).toBe(404);
  });

  it('is edited: priority and item by themselves, words by themselves', async () => {
    const incident = await open();
    const path = `/v1/incidents/${text(incident, 'id')}`;
    const causedByChangeId = newId();
    const answer = await test.service.api.patch(
      path,
      { title: 'Shop is down', impact: 1, urgency: 1, ci: 'db', causedByChangeId },
      etag(incident),
    );
    expect(answer.body).toMatchObject({
      version: 3,
      title: 'Shop is down',
      priority: 1,
      ciName: 'db',
      causedByChangeId,
    });
    const same = await test.service.api.patch(path, { title: 'Shop is down' }, etag(answer.body));
    expect(same.headers.get('etag')).toMatch(/^"3-/);
    expect((await test.service.api.patch(path, { title: 'old' }, etag(incident))).status).toBe(412);
  });

  it("takes the times of another system's records, and keeps its own beside them", async () => {
    const time = (hour: number) => `2016-02-29T${String(hour).padStart(2, '0')}:30:00.000Z`;
    let incident = await open({ at: time(1), ci: 'app' });
    expect(incident).toMatchObject({ openedAt: time(1) });
    expect(text(incident, 'createdAt') > '2020').toBe(true);
    const path = `/v1/incidents/${text(incident, 'id')}`;
    const moves: [string, Record<string, unknown>, Record<string, unknown>][] = [
      ['assign', { group: 'web' }, {}],
      ['start', {}, { acknowledgedAt: time(3) }],
      ['hold', { reason: 'caller' }, {}],
      ['resume', {}, {}],
      ['propose-major', {}, {}],
      ['resolve', { closeCode: 'fixed', closeNotes: 'again' }, { resolvedAt: time(7) }],
      ['reopen', { reason: 'not yet' }, { resolvedAt: null }],
      ['resolve', { closeCode: 'fixed', closeNotes: 'now' }, { resolvedAt: time(9), acknowledgedAt: time(3) }],
    ];
    for (const [index, [action, body, expected]] of moves.entries()) {
      const answer = await test.act(incident, action, { ...body, at: time(index + 2) });
      expect([action, answer.status, answer.body]).toEqual([action, 200, expect.objectContaining(expected)]);
      incident = answer.body;
    }
    const note = await test.service.api.post(`${path}/notes`, { kind: 'work', text: 'Thanks', at: time(10) });
    expect(note).toMatchObject({ status: 201, body: { at: time(10) } });
    const edited = await test.service.api.patch(path, { urgency: 1, at: time(11) }, { 'if-match': '*' });
    expect(edited.status).toBe(200);
    const closed = await test.act(edited.body, 'close', { at: '2016-02-29T13:30:00+01:00' });
    expect(closed.body).toMatchObject({ closedAt: time(12), openedAt: time(1), resolvedAt: time(9) });
    expect(text(closed.body, 'updatedAt') > '2020').toBe(true);
    const timeline = await test.list(`${path}/timeline`);
    expect(timeline.map(({ at }) => at)).toEqual(Array.from({ length: 12 }, (_, index) => time(index + 1)));
    const [audited] = await test.service.database.query<{ count: number }[]>(
      "select count(*)::int as count from audit_log where resource_id = $1 and at > '2020-01-01'",
      [incident['id']],
    );
    expect(audited?.count).toBe(12);
  });

  it.each([
    ['to come', '2999-01-01T00:00:00Z'],
    ['before its last move', '2016-02-29T08:29:59.999Z'],
    ['before all time', '0001-01-01T00:00:00Z'],
    ['that is none', '2016-06-30T23:59:60Z'],
    ['in words', 'yesterday'],
    ['without a zone', '2016-03-01T00:00:00'],
    ['that is null', null],
  ])('can not be moved at a time %s', async (_, at) => {
    const incident = await open({ at: '2016-02-29T08:30:00Z' });
    const path = `/v1/incidents/${text(incident, 'id')}`;
    const refused = [
      await test.act(incident, 'start', { at }),
      await test.act(incident, 'assign', { group: 'web', at }),
      await test.service.api.post(`${path}/notes`, { kind: 'work', text: 'x', at }),
      await test.service.api.patch(path, { title: 'x', at }, etag(incident)),
    ];
    for (const answer of refused) {
      expect(answer).toMatchObject({
        status: 400,
        body: { errors: expect.arrayContaining([expect.objectContaining({ pointer: '/at' })]) },
      });
    }
    expect((await test.service.api.get(path)).body).toMatchObject({ version: 1 });
  });

  it('is moved without a body as well, where the action needs none', async () => {
    const incident = await open();
    const path = `/v1/incidents/${text(incident, 'id')}/actions/start`;
    const answer = await test.service.api.send('POST', path, undefined, etag(incident));
    expect(answer.status).toBeLessThan(500);
  });

  it('has notes and a timeline', async () => {
    const incident = await open();
    const path = `/v1/incidents/${text(incident, 'id')}`;
    const note = await test.service.api.post(`${path}/notes`, { kind: 'public', text: 'We are on it' });
    expect(note).toMatchObject({ status: 201, body: { kind: 'public', text: 'We are on it', author: 'test' } });
    expect(rows((await test.service.api.get(`${path}/notes`)).body['items'])).toEqual([note.body]);
    const timeline = await test.list(`${path}/timeline`);
    expect(timeline).toMatchObject([
      { kind: 'state', actor: 'test' },
      { kind: 'note', summary: 'We are on it', data: { kind: 'public' } },
    ]);
    await test.service.bus.waitFor(
      domainTopics.incident.name,
      ({ type, subject }) => type === 'itops.incident.noted.v1' && subject === incident['id'],
    );
  });

  it.each([
    ['no title', {}, '/title'],
    ['an empty title', { title: '' }, '/title'],
    ['a title that is a number', { title: 5 }, '/title'],
    ['a long title', { title: 'x'.repeat(1025) }, '/title'],
    ['an unknown field', { title: 'x', colour: 'red' }, '/colour'],
    ['a time of its own', { title: 'x', openedAt: '2020-01-01T00:00:00Z' }, '/openedAt'],
    ['an impossible impact', { title: 'x', impact: 4 }, '/impact'],
    ['an urgency in words', { title: 'x', urgency: 'high' }, '/urgency'],
    ['an unknown item', { title: 'x', ci: 'nowhere' }, '/ci'],
    ['an item that is no reference', { title: 'x', ci: { name: 'app' } }, '/ci'],
    ['a time to come', { title: 'x', at: '2999-01-01T00:00:00Z' }, '/at'],
    ['U+0000', { title: 'a\u0000b' }, '/title'],
    ['a group that is null', { title: 'x', assignmentGroup: null }, '/assignmentGroup'],
  ])('is refused with %s', async (_, body, pointer) => {
    const answer = await test.service.api.post('/v1/incidents', body);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) },
    });
  });

  it.each([
    ['hold', { reason: 'lunch' }],
    ['hold', {}],
    ['resolve', { closeCode: 'fixed' }],
    ['reopen', {}],
    ['cancel', { reason: '' }],
    ['assign', {}],
    ['assign', { group: 7 }],
    ['start', { force: true }],
  ])('refuses to %s with %j', async (action, body) => {
    expect((await test.act(await open(), action, body)).status).toBe(400);
  });

  it.each([
    ['POST', '/v1/incidents', '{"title":'],
    ['POST', '/v1/incidents', '[]'],
    ['POST', '/v1/incidents', 'null'],
    ['PATCH', `/v1/incidents/${newId()}`, '{"impact":9}'],
    ['GET', '/v1/incidents?limit=0', undefined],
    ['GET', '/v1/incidents?limit=201', undefined],
    ['GET', '/v1/incidents?cursor=nonsense', undefined],
    ['GET', '/v1/incidents?sort=colour', undefined],
    ['GET', '/v1/incidents?state=sleeping', undefined],
    ['GET', '/v1/incidents?ciId=app', undefined],
    ['GET', '/v1/incidents?openedAt>=yesterday', undefined],
    ['GET', '/v1/incidents?colour=red', undefined],
    ['GET', `/v1/incidents/${newId()}/impact?depth=99`, undefined],
    ['GET', '/v1/alerts?severity=terrible', undefined],
    ['GET', '/v1/incidents/INC9999999', undefined],
    ['GET', '/v1/incidents/%00', undefined],
    ['GET', '/v1/alerts/none', undefined],
    ['GET', '/v1/incidents/none/timeline', undefined],
    ['GET', '/v1/incidents/none/suspects', undefined],
    ['POST', '/v1/incidents/none/notes', '{"kind":"work","text":"x"}'],
  ])('answers %s %s %s with a clear 4xx', async (method, path, body) => {
    const answer = await test.service.api.send(method, path, body, { 'if-match': '*' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).toMatchObject({
      type: expect.any(String),
      title: expect.any(String),
      detail: expect.any(String),
    });
  });
});

describe('the list of incidents', () => {
  it('is filtered, sorted and read page by page', async () => {
    const group = newId();
    for (let number = 0; number < 5; number++) {
      const urgency = (number % 3) + 1;
      await open({
        title: `paged zebra${number}`,
        urgency,
        assignmentGroup: group,
        assignee: `p${number % 2}`,
        ci: number < 2 ? 'db' : 'web',
      });
    }
    const list = (query: string) => test.list(`/v1/incidents?assignmentGroup=${group}${query}`);
    expect(await list('')).toHaveLength(5);
    expect(await list('&assignee=p0')).toHaveLength(3);
    expect(await list(`&ciId=${test.idOf('db')}`)).toHaveLength(2);
    expect(await list('&urgency=1,2')).toHaveLength(4);
    expect(await list('&priority=3')).toHaveLength(2);
    expect(await list('&state=new&source=manual&impact=3')).toHaveLength(5);
    expect(await list('&state=closed')).toEqual([]);
    expect(await list('&q=zebra3')).toHaveLength(1);
    expect(await list('&openedAt<2020-01-01T00:00:00Z')).toEqual([]);
    expect(await list('&openedAt>=2020-01-01T00:00:00Z')).toHaveLength(5);
    for (const sort of ['openedAt', '-openedAt', 'priority', '-priority', 'number', '-updatedAt']) {
      const whole = (await list(`&sort=${sort}`)).map(({ id }) => id);
      const paged: unknown[] = [];
      let next: string | null = `/v1/incidents?assignmentGroup=${group}&sort=${sort}&limit=2`;
      while (next !== null) {
        const page = await test.service.api.get(next);
        paged.push(...rows(page.body['items']).map(({ id }) => id));
        next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? null;
      }
      expect(paged).toEqual(whole);
    }
  });
});
