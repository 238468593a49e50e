import { discoveryReported, domainTopics } from '@itops/contracts';
import { eventually, startTestService, type TestService } from '@itops/testing';
import * as fc from 'fast-check';

import { cmdbService } from '../src/cmdb.service';

const item = (externalId: string, name: string, attributes: Record<string, unknown> = {}, className = 'server') => ({
  class: className,
  externalId,
  name,
  attributes,
});

describe('discovery', () => {
  let service: TestService;
  let serial = 0;
  beforeAll(async () => {
    service = await startTestService(cmdbService);
  });
  afterAll(() => service.close());

  const newSource = () => `source-${++serial}`;
  const discover = async (body: unknown) => {
    const answer = await service.api.post('/v1/discovery', body);
    expect(answer).toMatchObject({ status: 200 });
    return answer.body;
  };
  const countAll = async () => {
    const [row] = await service.database.query<
      { cis: string; relationships: string; audits: string; versions: string }[]
    >(
      `select (select count(*) from ci) as cis, (select count(*) from relationship) as relationships,
              (select count(*) from audit_log) as audits, (select coalesce(sum(version), 0) from ci) as versions`,
    );
    return row;
  };

  it('creates, leaves alone, updates, and names what it can not take', async () => {
    const source = newSource();
    const body = {
      source,
      items: [
        item('1', 'd-web'),
        item('2', 'd-db', {}, 'database_instance'),
        item('3', 'd-x', {}, 'toaster'),
        item('1', 'twice'),
      ],
      relationships: [
        { type: 'Depends on', parent: { externalId: '1' }, child: { externalId: '2' } },
        { type: 'Depends on', parent: { externalId: '1' }, child: { externalId: '9' } },
      ],
    };
    expect(await discover(body)).toMatchObject({
      ...{ created: 2, updated: 0, unchanged: 0, relationships: { created: 1 } },
      items: [{ externalId: '1', outcome: 'created' }, { externalId: '2' }],
      rejected: [
        { list: 'items', index: 2, pointer: '/items/2/class' },
        { list: 'items', index: 3, pointer: '/items/3/externalId' },
        { list: 'relationships', index: 1, pointer: '/relationships/1/child/externalId' },
      ],
    });
    const before = await countAll();
    expect(await discover(body)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await countAll()).toEqual(before);
    expect(await discover({ source, items: [item('1', 'd-web', { cpu_count: 4 })] })).toMatchObject({ updated: 1 });
  });

  it('lets two sources name the same item and tells who set what', async () => {
    const [a, b] = [newSource(), newSource()];
    await discover({ source: a, items: [item('1', 'same-1', { serial_number: 'SN-77', os: 'linux' })] });
    const second = await discover({
      source: b,
      items: [
        item('x', 'other name', { serial_number: 'sn-77', memory_bytes: 1024 }, 'physical_server'),
        item('y', 'same-1', { serial_number: 'SN-78' }),
      ],
    });
    expect(second).toMatchObject({ items: [{ outcome: 'updated' }, { outcome: 'created' }] });
    const { body } = await service.api.get(`/v1/cis?source=${b}&externalId=x`);
    expect(body['items']).toMatchObject([
      {
        class: 'physical_server',
        name: 'same-1',
        externalIds: [{ source: a }, { source: b, externalId: 'x' }],
        sources: { os: a, memory_bytes: b },
      },
    ]);
  });

  it('retires what a complete report leaves out, and takes it back when it is reported again', async () => {
    const source = newSource();
    const items = [item('1', 'f-1'), item('2', 'f-2')];
    const relationships = [{ type: 'Runs on', parent: { externalId: '1' }, child: { externalId: '2' } }];
    await discover({ source, items, relationships });
    const partial = { source, items: items.slice(0, 1), full: true };
    expect(await discover(partial)).toMatchObject({ retired: 1, relationships: { removed: 1 } });
    expect(await discover(partial)).toMatchObject({ retired: 0, unchanged: 1, relationships: { removed: 0 } });
    expect(await discover({ source, items })).toMatchObject({ updated: 1, unchanged: 1 });
  });

  it('gives the same estate and nothing further however often and in whatever parts it is sent', async () => {
    const names = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(names, fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }), async (numbers, cuts) => {
        const source = newSource();
        const items = numbers.map((number) => item(`e${number}`, `${source}-${number % 7}`, { cpu_count: number }));
        const relationships = numbers.slice(1).map((number, index) => ({
          type: 'Depends on',
          parent: { externalId: `e${number}` },
          child: { externalId: `e${numbers[index]}` },
        }));
        const edges = [0, ...cuts.map((cut) => Math.min(cut, items.length)).sort((x, y) => x - y), items.length];
        for (const [index, from] of edges.slice(0, -1).entries()) {
          await discover({ source, items: items.slice(from, edges[index + 1]) });
        }
        await discover({ source, items, relationships });
        const before = await countAll();
        expect(await discover({ source, items, relationships })).toMatchObject({
          ...{ created: 0, updated: 0, unchanged: items.length, rejected: [] },
        });
        for (const one of items) await discover({ source, items: [one] });
        expect(await countAll()).toEqual(before);
        const found = await service.api.get(`/v1/cis?source=${source}&limit=200`);
        expect(found.body['items']).toHaveLength(items.length);
      }),
      { numRuns: 8 },
    );
  });

  it('makes no doubles when the same is sent at once, by one source or by several', async () => {
    const source = newSource();
    const items = Array.from({ length: 20 }, (_, index) =>
      item(`${index}`, `race-${index}`, { serial_number: `R${index}` }),
    );
    const others = [newSource(), newSource()];
    await Promise.all([source, source, source, ...others].map((name) => discover({ source: name, items })));
    const { body } = await service.api.get('/v1/cis?q=race-&limit=200');
    expect(body['items']).toHaveLength(20);
  });

  it('takes 2,000 items and 10,000 relationships at once, and also from Kafka', async () => {
    const source = newSource();
    const items = Array.from({ length: 2000 }, (_, index) => item(`${index}`, `${source}-${index}`));
    const pairs = Array.from({ length: 10_000 }, (_, index) => ({
      p: index % 2000,
      c: (index * 7 + 1 + Math.floor(index / 2000)) % 2000,
    }));
    const relationships = pairs.map(({ p, c }) => ({
      type: 'Depends on',
      parent: { externalId: `${p}` },
      child: { externalId: `${c}` },
    }));
    const started = performance.now();
    expect(await discover({ source, items })).toMatchObject({ created: 2000 });
    await discover({ source, items: [], relationships: relationships.slice(0, 5000) });
    await discover({ source, items: [], relationships: relationships.slice(5000) });
    process.stdout.write(`discovery of 2,000 + 10,000 in three parts: ${Math.round(performance.now() - started)} ms\n`);
    const tool = newSource();
    await service.bus.emit(discoveryReported, { key: tool, data: { source: tool, items: [item('k', 'from-kafka')] } });
    await service.bus.waitFor(domainTopics.ci.name, ({ data }) => data['name'] === 'from-kafka');
    await service.bus.emit(discoveryReported, {
      key: tool,
      data: { source: tool, items: [item('k', 'x', {}, 'toaster')] },
    });
    await eventually(async () => {
      const { body } = await service.api.get('/v1/dead-letters');
      expect(JSON.stringify(body)).toContain('toaster');
    });
  });
});
