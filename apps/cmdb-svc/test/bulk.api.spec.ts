import { domainTopics } from '@itops/contracts';
import { isRecord } from '@itops/kit';
import { type ApiResponse, startTestService, type TestService } from '@itops/testing';

import { cmdbService } from '../src/cmdb.service';

describe('many at once', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService(cmdbService);
  });
  afterAll(() => service.close());

  const cis = (items: unknown, headers: Record<string, string> = {}) =>
    service.api.post('/v1/cis/bulk', { items }, headers);
  const relationships = (items: unknown) => service.api.post('/v1/relationships/bulk', { items });
  const itemsOf = ({ body }: ApiResponse): Record<string, unknown>[] =>
    Array.isArray(body['items']) ? body['items'].filter(isRecord) : [];
  const resourceOf = (item: unknown): Record<string, unknown> =>
    isRecord(item) && isRecord(item['resource']) ? item['resource'] : {};
  const server = (name: string, more: object = {}) => ({ create: { class: 'server', name, ...more } });
  const external = (externalId: string) => ({ externalIds: [{ source: 'bulk', externalId }] });

  it('creates and changes items, each answered by itself', async () => {
    const first = await cis([server('bulk-1', external('1')), server('bulk-2')]);
    expect(first).toMatchObject({ status: 200, body: { succeeded: 2, failed: 0 } });
    const [one, two] = itemsOf(first).map(resourceOf);
    const answer = await cis([
      { update: { id: one?.['id'], ifMatch: '"1"', patch: { attributes: { fqdn: 'a.example' }, ownerGroup: null } } },
      { update: { id: one?.['id'], ifMatch: '"1"', patch: { name: 'too late' } } },
      { update: { id: two?.['id'], patch: { name: 'no version' } } },
      { update: { id: '0199f0c5-1111-7aaa-8bbb-000000000002', ifMatch: '*', patch: {} } },
      { update: { id: two?.['id'], ifMatch: '*', patch: { name: 'renamed', stage: 'design' } } },
      { update: { id: two?.['id'], ifMatch: '*', patch: { attributes: { fqdn: 5 } } } },
      server('bulk-3', external('3')),
      server('bulk-4', external('3')),
      server('bulk-5', external('1')),
      { create: { class: 'toaster', name: 'x' } },
      { create: { class: 'server' } },
      { ...server('both'), update: { id: one?.['id'], patch: {} } },
      {},
      7,
      { create: { class: 'server', name: 'x', size: 1 } },
    ]);
    expect(answer.body).toMatchObject({ succeeded: 2, failed: 13 });
    expect(itemsOf(answer).map(({ index, status }) => [index, status])).toEqual(
      [200, 412, 428, 404, 409, 400, 201, 409, 409, 400, 400, 400, 400, 400, 400].map((status, index) => [
        index,
        status,
      ]),
    );
    expect(itemsOf(answer)[0]).toMatchObject({
      resource: { version: 2, attributes: { fqdn: 'a.example' }, allowedActions: expect.any(Array) },
    });
    expect(itemsOf(answer)[5]).toMatchObject({ error: { errors: [{ pointer: '/update/patch/attributes/fqdn' }] } });
    expect(itemsOf(answer)[9]).toMatchObject({
      error: { type: '/problems/invalid-input', errors: [{ pointer: '/create/class' }] },
    });
    expect(itemsOf(answer)[14]).toMatchObject({ error: { errors: [{ pointer: '/create/size' }] } });
    // What was refused has changed nothing, not even half.
    expect((await service.api.get(`/v1/cis/${String(two?.['id'])}`)).body).toEqual(two);
  });

  it.each([
    [{ create: { class: 'server', name: 'x', constructor: 1 } }, '/items/1/create/constructor'],
    [{ ...server('y'), toString: 1 }, '/items/1/toString'],
  ])('refuses all of them where a name would get lost: %j', async (item, pointer) => {
    const answer = await cis([server('fine'), item]);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it('tells of each in one transaction, with its audit, and keyed as a whole', async () => {
    const names = Array.from({ length: 500 }, (_, n) => `many-${n}`);
    const send = () =>
      cis(
        names.map((name) => server(name)),
        { 'idempotency-key': 'whole' },
      );
    const [first, again] = [await send(), await send()];
    expect(first.body).toMatchObject({ succeeded: 500, failed: 0 });
    expect(again.body).toEqual(first.body);
    const rows: { count: number; transactions: number }[] = await service.database.query(
      `select count(*)::int as count, count(distinct xmin::text)::int as transactions from ci where name like 'many-%'`,
    );
    expect(rows).toEqual([{ count: 500, transactions: 1 }]);
    const ids = new Set(itemsOf(first).map((item) => String(resourceOf(item)['id'])));
    const audited: { id: string }[] = await service.database.query(
      `select resource_id as id from audit_log where action = 'create' and resource_id = any($1)`,
      [[...ids]],
    );
    expect(audited.length).toBe(500);
    const last = String(resourceOf(itemsOf(first).at(-1))['id']);
    await service.bus.waitFor(domainTopics.ci.name, ({ subject }) => subject === last);
  });

  it('gives an item back the status that its conditions ask for', async () => {
    const made = resourceOf(itemsOf(await cis([server('back')]))[0]);
    const id = String(made['id']);
    await service.database.query(
      `insert into ci_condition (kind, ref_id, ci_id, priority) values ('incident', $1, $1, 1)`,
      [id],
    );
    await service.api.post(`/v1/cis/${id}/actions/retire`, {}, { 'if-match': '*' });
    const back = await cis([{ update: { id, ifMatch: '*', patch: { stage: 'operate' } } }]);
    expect(resourceOf(itemsOf(back)[0])).toEqual((await service.api.get(`/v1/cis/${id}`)).body);
    expect(resourceOf(itemsOf(back)[0])).toMatchObject({ stage: 'operate', operationalStatus: 'non_operational' });
  });

  it('relates items, each answered by itself, and shows it at once', async () => {
    const made = await cis(['a', 'b', 'c'].map((name) => server(`related-${name}`, external(`r-${name}`))));
    const [a, b, c] = itemsOf(made).map((item) => String(resourceOf(item)['id']));
    const relate = (parent: unknown, child: unknown, more: object = {}) => ({
      create: { type: 'Depends on', parent, child, ...more },
    });
    const answer = await relationships([
      relate('related-a', b),
      relate(a, b),
      relate(a, a),
      relate('nobody', 'no one'),
      { create: { type: 'Depends on', parentId: b, childId: c } },
      { create: { type: 'Depends on', parentId: b } },
      { create: { type: 'Loves', parentId: b, childId: c } },
      relate({ source: 'bulk', externalId: 'r-a' }, c, { attributes: { note: 'x' } }),
    ]);
    expect(itemsOf(answer).map(({ status }) => status)).toEqual([201, 409, 400, 400, 201, 400, 400, 201]);
    expect(itemsOf(answer)[1]).toMatchObject({ error: { existingId: resourceOf(itemsOf(answer)[0])['id'] } });
    expect(itemsOf(answer)[3]).toMatchObject({
      error: { errors: [{ pointer: '/create/parent' }, { pointer: '/create/child' }] },
    });
    const impact = await service.api.get(`/v1/cis/${c}/impact`);
    expect(itemsOf(impact).map(({ ciId }) => ciId)).toEqual(expect.arrayContaining([a, b]));

    const id = resourceOf(itemsOf(answer)[7])['id'];
    const changed = await relationships([
      { update: { id, ifMatch: '"1"', patch: { attributes: { note: null, why: 'y' } } } },
      { update: { id, ifMatch: '"1"', patch: { attributes: {} } } },
      { update: { id, patch: { attributes: {} } } },
      { update: { id, ifMatch: '*', patch: {} } },
      relate('related-a', c),
    ]);
    expect(itemsOf(changed).map(({ status }) => status)).toEqual([200, 412, 428, 400, 409]);
    expect(itemsOf(changed)[0]).toMatchObject({ resource: { version: 2, attributes: { why: 'y' } } });
    expect((await service.api.get(`/v1/relationships/${String(id)}`)).body).toEqual(resourceOf(itemsOf(changed)[0]));
  });

  it.each([
    ['nothing', []],
    ['too many', Array.from({ length: 501 }, () => ({}))],
    ['no list', { 0: {} }],
  ])('refuses %s', async (_, items) => {
    expect((await cis(items)).status).toBe(400);
    expect((await relationships(items)).status).toBe(400);
  });
});
