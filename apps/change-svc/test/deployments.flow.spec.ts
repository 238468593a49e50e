import {
  type DeploymentIn,
  ciCreated,
  ciUpdated,
  deploymentReported,
  domainTopics,
  inboundTopics,
} from '@itops/contracts';
import { newId } from '@itops/kit';
import { type TestService, eventually, startTestService } from '@itops/testing';

import { changeService } from '../src/change.service';
import { act, itemsOf, makeKnown, someCi } from './service-under-test';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(changeService);
}, 120_000);
afterAll(() => service.close());

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString();

function report(externalRef: string, more: Partial<DeploymentIn> = {}): DeploymentIn {
  return { source: 'github', externalRef, ci: 'shop', status: 'started', at: at(0), ...more };
}

/** Sends the report keyed by its deployment, so that the reports of one stay in order. */
const send = (data: DeploymentIn, id = newId()) =>
  service.bus.emit(deploymentReported, { key: `${data.source}/${data.externalRef}`, data, id });

const find = async (externalRef: string) => itemsOf(await service.api.get(`/v1/changes?externalRef=${externalRef}`));

const waitFor = (externalRef: string, wanted: Record<string, unknown>) =>
  eventually(async () => {
    const changes = await find(externalRef);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject(wanted);
    return changes[0] ?? {};
  });

const eventsOf = (change: Record<string, unknown>) =>
  service.bus.all(domainTopics.change.name).filter(({ subject }) => subject === change['id']);

/** All reports sent before this one on every partition are handled when it is. */
const handled = async () => {
  const refs = Array.from({ length: 16 }, () => `fence-${newId()}`);
  for (const ref of refs) await send(report(ref));
  for (const ref of refs) await waitFor(ref, { state: 'implement' });
};

describe('a deployment', () => {
  it('opens a change on its CI, moves it, and tells each step with the cause', async () => {
    const ci = someCi();
    await makeKnown(service, [ci]);
    const ref = `run-${newId()}`;
    const startId = await send(
      report(ref, { ci: ci.name, title: 'Shop 4.2', revision: 'abc', url: 'https://ci/1', environment: 'prod' }),
    );
    const started = await waitFor(ref, {
      type: 'standard',
      source: 'deployment',
      state: 'implement',
      title: 'Shop 4.2',
      cis: [ci.id],
      actualStart: at(0),
      actualEnd: null,
      version: 3,
      deployment: { source: 'github', status: 'started', ci: ci.name, revision: 'abc', environment: 'prod' },
    });
    const endId = await send(report(ref, { ci: ci.name, status: 'succeeded', at: at(7) }));
    const closed = await waitFor(ref, {
      id: started['id'],
      state: 'closed',
      closeCode: 'successful',
      failed: false,
      actualEnd: at(7),
      version: 5,
      allowedActions: [],
    });
    await service.bus.waitFor(
      domainTopics.change.name,
      ({ subject, type }) => subject === closed['id'] && type.includes('closed'),
    );
    const told = eventsOf(closed);
    expect(
      told.map(({ type, event }) => [type.split('.')[2], event['aggregateversion'], event['causationid']]),
    ).toEqual([
      ['created', 1, startId],
      ['scheduled', 2, startId],
      ['started', 3, startId],
      ['completed', 4, endId],
      ['closed', 5, endId],
    ]);
    const history = itemsOf(await service.api.get(`/v1/changes/${String(closed['id'])}/history`));
    expect(history.map(({ action }) => action)).toEqual(['create', 'schedule', 'start', 'complete', 'close']);
    const audited: { causation_id: string }[] = await service.database.query(
      'select causation_id from audit_log where resource_id = $1 order by at, id',
      [closed['id']],
    );
    expect(audited.map(({ causation_id }) => causation_id)).toEqual([startId, startId, startId, endId, endId]);
  });

  it.each([
    ['failed', 'itops.change.failed.v1'],
    ['rolled_back', 'itops.change.backed-out.v1'],
  ] as const)('that %s is told and counts as failed', async (status, type) => {
    const ref = `run-${newId()}`;
    await send(report(ref));
    await send(report(ref, { status, at: at(3) }));
    const change = await waitFor(ref, { state: 'closed', failed: true, closeCode: 'unsuccessful', actualEnd: at(3) });
    const event = await service.bus.waitFor(
      domainTopics.change.name,
      (e) => e.subject === change['id'] && e.type === type,
    );
    expect(event.data).toMatchObject({ failed: true, state: 'review' });
  });

  it('reported out of order, twice and redelivered ends as it would have in order', async () => {
    const ref = `run-${newId()}`;
    const end = report(ref, { status: 'succeeded', at: at(9) });
    const endId = await send(end);
    await send(end, endId);
    await send(end);
    await waitFor(ref, { state: 'closed', actualStart: null });
    await send(report(ref, { at: at(1) }));
    await send(report(ref, { at: at(1) }));
    await waitFor(ref, { state: 'closed', closeCode: 'successful', actualStart: at(1), actualEnd: at(9), version: 6 });
    await handled();
    const change = await waitFor(ref, { version: 6 });
    expect(eventsOf(change).map(({ event }) => event['aggregateversion'])).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is one change also when its reports come on different partitions at the same time', async () => {
    const refs = Array.from({ length: 20 }, () => `run-${newId()}`);
    await Promise.all(
      refs.flatMap((ref) =>
        (['started', 'succeeded', 'rolled_back'] as const).map((status, minute) =>
          service.bus.emit(deploymentReported, { key: newId(), data: report(ref, { status, at: at(minute) }) }),
        ),
      ),
    );
    for (const ref of refs) {
      await waitFor(ref, {
        state: 'closed',
        failed: true,
        actualStart: at(0),
        actualEnd: at(2),
        closeCode: 'unsuccessful',
      });
    }
  });

  it('can be ended by a person; a late report then takes nothing back', async () => {
    const ref = `run-${newId()}`;
    await send(report(ref));
    const change = await waitFor(ref, { state: 'implement' });
    await act(service, change, 'complete');
    await act(service, change, 'close', { closeCode: 'successful_issues', closeNotes: 'slow' });
    await send(report(ref, { status: 'succeeded', at: at(4) }));
    await waitFor(ref, { state: 'closed', closeCode: 'successful_issues', closeNotes: 'slow', actualEnd: at(4) });
  });

  it('on an unknown CI is linked when the CI becomes known', async () => {
    const name = `later-${newId()}`;
    const external = { source: 'k8s', externalId: `uid-${newId()}` };
    const [byName, byExternal] = [`run-${newId()}`, `run-${newId()}`];
    await send(report(byName, { ci: name }));
    await send(report(byExternal, { ci: external }));
    await waitFor(byName, { cis: [], deployment: { ci: name } });
    const waiting = await waitFor(byExternal, { cis: [], deployment: { ci: external } });
    const ci = someCi({ name, externalIds: [external] });
    await makeKnown(service, [ci]);
    await waitFor(byName, { cis: [ci.id], version: 4 });
    await waitFor(byExternal, { cis: [ci.id], version: 4 });
    const event = await service.bus.waitFor(
      domainTopics.change.name,
      ({ subject, type }) => subject === waiting['id'] && type === 'itops.change.updated.v1',
    );
    expect(event.data).toMatchObject({ cis: [ci.id], state: 'implement' });
  });

  it('finds its CI also when both become known at the same time', async () => {
    const cis = Array.from({ length: 40 }, () => someCi());
    await Promise.all(
      cis.flatMap((ci) => [send(report(ci.id, { ci: ci.name })), service.bus.emitEvents([ciCreated.of(ci.id, 1, ci)])]),
    );
    for (const ci of cis) await waitFor(ci.id, { cis: [ci.id] });
  });

  it('is found by the new name of a renamed CI', async () => {
    const ci = someCi();
    await makeKnown(service, [ci]);
    const name = `renamed-${newId()}`;
    const ref = `run-${newId()}`;
    await send(report(ref, { ci: name }));
    await waitFor(ref, { cis: [] });
    await service.bus.emitEvents([ciUpdated.of(ci.id, 2, { ...ci, version: 2, name })]);
    await waitFor(ref, { cis: [ci.id] });
  });
});

describe('what can not be understood', () => {
  it('goes to the dead letters while the rest flows', async () => {
    const topic = inboundTopics.deployments.name;
    const key = `github/${newId()}`;
    const ref = `run-${newId()}`;
    const garbage: [string, Buffer][] = [
      ['not JSON', Buffer.from('{"specversion":')],
      ['no CloudEvent', Buffer.from('{"hello":"world"}')],
      ['nothing at all', Buffer.alloc(0)],
    ];
    for (const [, value] of garbage) {
      await service.bus.emitRaw(topic, { key, value, headers: { 'content-type': 'application/cloudevents+json' } });
    }
    const bad: unknown[] = [
      { ...report(ref), status: 'exploded' },
      { ...report(ref), at: 'soon' },
      { ...report(ref), at: '9999-12-31T23:59:59-14:00' },
      { ...report(ref), at: '0000-01-01T00:00:00Z' },
      { ...report(ref), color: 'red' },
      { ...report(ref), title: 'a\u0000b' },
      { source: 'github' },
      'text',
      null,
    ];
    for (const data of bad) await service.bus.emit(deploymentReported, { key, data });
    const leap = `leap-${newId()}`;
    await service.bus.emit(deploymentReported, { key, data: report(leap, { at: '2016-12-31T23:59:60Z' }) });
    await waitFor(leap, { state: 'implement', actualStart: '2017-01-01T00:00:00.000Z' });
    expect(await find(ref)).toEqual([]);
    const dead = itemsOf(await service.api.get('/v1/dead-letters?limit=200'));
    expect(dead).toHaveLength(garbage.length + bad.length);
  });

  it('does not happen to the longest values that the contract takes', async () => {
    const long = (letter: string) => letter.repeat(255);
    const ref = `${newId()}${'é'.repeat(219)}`;
    await send(
      report(ref, {
        source: long('ü'),
        ci: { source: '\u{1F4A5}'.repeat(127), externalId: '\u{1F4A5}'.repeat(127) },
        title: long('x'),
        revision: long('x'),
        url: 'x'.repeat(2048),
        actor: long('x'),
        environment: long('"'),
      }),
    );
    await waitFor(encodeURIComponent(ref), { state: 'implement', title: long('x') });
  });
});

describe('many deployments', () => {
  it('are handled in batches', async () => {
    const refs = Array.from({ length: 1_000 }, (_, n) => `bulk-${n}-${newId()}`);
    for (const status of ['started', 'succeeded'] as const) {
      await Promise.all(refs.map((ref) => send(report(ref, { status, at: at(status === 'started' ? 0 : 5) }))));
    }
    await eventually(async () => {
      const [row]: { count: string }[] = await service.database.query(
        `select count(*) from change where external_ref like 'bulk-%' and state = 'closed' and version = 5`,
      );
      expect(row?.count).toBe('1000');
    }, 40_000);
  });
});
