import { newId } from '@itops/kit';
import { type TestService, startTestService } from '@itops/testing';

import { changeService } from '../src/change.service';
import { act, itemsOf, makeKnown, openChange, someCi } from './service-under-test';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(changeService);
}, 120_000);
afterAll(() => service.close());

const idsOf = async (query: string) => itemsOf(await service.api.get(`/v1/changes?${query}`)).map(({ id }) => id);

describe('the list of changes', () => {
  it('is filtered by each of its filters', async () => {
    const group = `g-${newId()}`;
    const ci = someCi();
    await makeKnown(service, [ci]);
    const a = await openChange(service, {
      title: 'Widen the blue pipe',
      cis: [ci.id],
      assignmentGroup: group,
      assignee: 'eve',
      plannedStart: '2031-01-01T00:00:00.000Z',
    });
    const b = await openChange(service, {
      title: 'Paint the door',
      description: 'in blue',
      type: 'standard',
      assignmentGroup: group,
      source: 'api',
      externalRef: `T-${group}`,
      plannedStart: '2031-01-02T00:00:00.000Z',
    });
    await act(service, b, 'schedule');
    const started = (await act(service, b, 'start')).body;
    const all = `assignmentGroup=${group}&sort=createdAt`;
    const cases: [string, unknown[]][] = [
      ['', [a['id'], b['id']]],
      ['&state=new', [a['id']]],
      ['&state=implement,new', [a['id'], b['id']]],
      ['&state=closed', []],
      ['&type=standard', [b['id']]],
      [`&ciId=${ci.id}`, [a['id']]],
      [`&ciId=${newId()}`, []],
      ['&assignee=eve', [a['id']]],
      ['&source=api', [b['id']]],
      ['&source=manual,api', [a['id'], b['id']]],
      [`&externalRef=T-${group}`, [b['id']]],
      ['&plannedStart>=2031-01-02T00:00:00Z', [b['id']]],
      ['&plannedStart<2031-01-02T00:00:00Z', [a['id']]],
      [`&actualStart>=${String(started['actualStart'])}`, [b['id']]],
      [`&actualStart<${String(started['actualStart'])}`, []],
      ['&actualStart=null', [a['id']]],
      ['&type!=standard', [a['id']]],
      ['&assignee!=eve', [b['id']]],
      ['&assignee=eve&assignee=adam', []],
      [`&number=${String(a['number'])},${String(b['number'])}`, [a['id'], b['id']]],
      ['&q=blue', [a['id'], b['id']]],
      ['&q=blue%20-door', [a['id']]],
      [`&q=${String(a['number'])}`, [a['id']]],
      ["&q='%26%7C!(", []],
    ];
    for (const [query, expected] of cases) expect([query, await idsOf(all + query)]).toEqual([query, expected]);
  });

  it.each(['createdAt', '-createdAt', 'updatedAt', '-number', 'plannedStart', '-plannedStart', 'actualStart'])(
    'sorted by %s shows every change once, page by page',
    async (sort) => {
      const group = `p-${newId()}`;
      for (let n = 0; n < 7; n++) {
        const plannedStart = n % 3 === 0 ? null : `2032-01-0${(n % 2) + 1}T00:00:00.000Z`;
        await openChange(service, { title: `Change ${n}`, assignmentGroup: group, plannedStart });
      }
      const whole = await idsOf(`assignmentGroup=${group}&sort=${sort}`);
      expect(new Set(whole).size).toBe(7);
      const paged: unknown[] = [];
      let path = `/v1/changes?assignmentGroup=${group}&sort=${sort}&limit=3`;
      for (let page = 0; page < 3; page++) {
        const answer = await service.api.get(path);
        paged.push(...itemsOf(answer).map(({ id }) => id));
        const link = answer.headers.get('link');
        if (page === 2) {
          expect(answer.body['nextCursor']).toBeNull();
          expect(link).toBeNull();
        } else {
          expect(link).toMatch(/rel="next"/);
          path = /<(.*)>/.exec(link ?? '')?.[1] ?? '';
        }
      }
      expect(paged).toEqual(whole);
    },
  );

  it('is newest first without a sort', async () => {
    const group = `n-${newId()}`;
    const first = await openChange(service, { assignmentGroup: group });
    const second = await openChange(service, { assignmentGroup: group });
    expect(await idsOf(`assignmentGroup=${group}`)).toEqual([second['id'], first['id']]);
  });
});
