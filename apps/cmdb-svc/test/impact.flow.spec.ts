import {
  type ChangeData,
  changeCompleted,
  changeStarted,
  type IncidentData,
  incidentOpened,
  incidentResolved,
} from '@itops/contracts';
import { newId } from '@itops/kit';
import { migrate } from '@itops/platform';
import { createTestDatabase, eventually, startTestService, type TestService } from '@itops/testing';
import { DataSource } from 'typeorm';

import { cmdbService } from '../src/cmdb.service';

const AT = '2026-01-01T00:00:00.000Z';

function incident(over: Partial<IncidentData>): IncidentData {
  return {
    ...{ id: newId(), version: 1, number: 'INC0000001', title: 't', description: '', state: 'new', holdReason: null },
    ...{ impact: 2, urgency: 2, priority: 3, ciId: null, affectedCis: [], assignmentGroup: null, assignee: null },
    ...{ caller: null, source: 'manual', openedAt: AT, acknowledgedAt: null, resolvedAt: null, closedAt: null },
    ...{
      reopenCount: 0,
      reassignmentCount: 0,
      closeCode: null,
      closeNotes: null,
      causedByChangeId: null,
      alertCount: 0,
    },
    ...over,
  };
}

function change(over: Partial<ChangeData>): ChangeData {
  return {
    ...{ id: newId(), version: 1, number: 'CHG0000001', title: 't', type: 'normal', state: 'implement', cis: [] },
    ...{
      plannedStart: null,
      plannedEnd: null,
      actualStart: null,
      actualEnd: null,
      assignmentGroup: null,
      assignee: null,
    },
    ...{
      requestedBy: 'x',
      closeCode: null,
      closeNotes: null,
      source: 'manual',
      externalRef: null,
      failed: false,
      createdAt: AT,
    },
    ...over,
  };
}

describe('relationships, impact and status', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService(cmdbService);
  });
  afterAll(() => service.close());

  const create = async (name: string, externalId = name) => {
    const { body } = await service.api.post('/v1/cis', {
      ...{ class: 'server', name, externalIds: [{ source: 'impact', externalId }] },
    });
    return String(body['id']);
  };
  const relate = (type: string, parent: unknown, child: unknown, attributes = {}) =>
    service.api.post('/v1/relationships', { type, parent, child, attributes });
  const effects = async (id: string, query = '') => {
    const { body } = await service.api.get(`/v1/cis/${id}/impact?${query}`);
    const items = Array.isArray(body['items']) ? body['items'] : [];
    return Object.fromEntries(items.map((item: { ciName: string; effect: string }) => [item.ciName, item.effect]));
  };

  it('answers what suffers and what is needed, at once after each write', async () => {
    const [shop, cluster, a, b] = [
      await create('i-shop'),
      await create('i-cluster'),
      await create('i-a'),
      await create('i-b'),
    ];
    const first = await relate('Depends on', 'i-shop', cluster);
    expect(first).toMatchObject({ status: 201, body: { parentId: shop, childId: cluster, version: 1 } });
    expect(await relate('Depends on', shop, { source: 'impact', externalId: 'i-cluster' })).toMatchObject({
      status: 409,
      body: { existingId: first.body['id'] },
    });
    const member = await relate('Cluster of', cluster, a);
    await relate('Cluster of', cluster, b);
    expect(await effects(a)).toEqual({ 'i-cluster': 'degraded', 'i-shop': 'degraded' });
    expect(await effects(shop, 'direction=dependencies')).toEqual({
      ...{ 'i-cluster': 'down', 'i-a': 'degraded', 'i-b': 'degraded' },
    });
    const path = `/v1/relationships/${String(member.body['id'])}`;
    expect(await service.api.patch(path, { attributes: { quorum: 0 } }, { 'if-match': '*' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/attributes/quorum' }] },
    });
    expect(await service.api.patch(path, { attributes: { quorum: 2 } })).toMatchObject({ status: 428 });
    await service.api.patch(path, { attributes: { quorum: 2 } }, { 'if-match': '"1"' });
    expect(await effects(a)).toEqual({ 'i-cluster': 'down', 'i-shop': 'down' });
    expect(await effects(a, 'depth=1')).toEqual({ 'i-cluster': 'down' });
    expect(await service.api.delete(path, { 'if-match': '"1"' })).toMatchObject({ status: 412 });
    expect(await service.api.delete(path, { 'if-match': '"2"' })).toMatchObject({ status: 204 });
    expect(await effects(a)).toEqual({});
    const list = await service.api.get(`/v1/relationships?ciId=${cluster}`);
    expect(list.body['items']).toHaveLength(2);
    await service.api.post(`/v1/cis/${cluster}/actions/retire`, {}, { 'if-match': '*' });
    expect(await effects(b)).toEqual({});
  });

  it('points at the end that names no item, or several', async () => {
    await create('i-twin', 't1');
    await create('i-twin', 't2');
    expect(await relate('Runs on', 'i-nobody', 'i-twin')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/parent' }, { pointer: '/child' }] },
    });
  });

  it('lets the operational status follow incidents and changes', async () => {
    const id = await create('i-status');
    const status = (wanted: string) =>
      eventually(async () => {
        const { body } = await service.api.get(`/v1/cis/${id}`);
        expect(body['operationalStatus']).toBe(wanted);
      });
    const running = change({ cis: [id] });
    const open = incident({ ciId: id, priority: 1 });
    await service.bus.emitEvents([changeStarted.of(running.id, 1, running)]);
    await status('maintenance');
    await service.bus.emitEvents([incidentOpened.of(open.id, 1, open)]);
    await status('non_operational');
    const other = incident({ ciId: id });
    await service.bus.emitEvents([incidentOpened.of(other.id, 1, other)]);
    await service.bus.emitEvents([incidentResolved.of(open.id, 2, { ...open, version: 2, state: 'resolved' })]);
    await status('degraded');
    await service.bus.emitEvents([changeCompleted.of(running.id, 2, { ...running, version: 2, state: 'review' })]);
    await service.bus.emitEvents([incidentResolved.of(other.id, 2, { ...other, version: 2, state: 'resolved' })]);
    await status('operational');
  });

  it('migrates up, down and up again', async () => {
    const database = await createTestDatabase('cmdb_migrations');
    const { migrations } = cmdbService.database ?? { migrations: [] };
    const options = { type: 'postgres' as const, url: database.url, migrations: [...migrations] };
    await migrate(options);
    const source = await new DataSource(options).initialize();
    for (const _ of migrations) await source.undoLastMigration();
    const left = await source.query<object[]>(
      "select 1 from information_schema.tables where table_schema = 'public' and table_name <> 'migrations'",
    );
    expect(left).toEqual([]);
    await source.runMigrations();
    await source.query('select count(*) from ci');
    await source.destroy();
    await database.drop();
  });
});
