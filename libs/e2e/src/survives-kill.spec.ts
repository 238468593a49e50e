import path from 'node:path';

import { PositionVector } from '@itops/apps/gateway/src/features/stream-events/position-vector';
import { domainTopics } from '@itops/contracts';
import { type EventSourceUnderTest, eventually, startOwnTestServers, TestBus } from '@itops/testing';

import { FaultStory, type FinalState } from './fault-story';
import { PlatformProcesses, type ProcessName } from './platform-processes';

type Servers = Awaited<ReturnType<typeof startOwnTestServers>>;

/** What the story ends with when nothing dies. */
const EXPECTED: FinalState = {
  incident: {
    state: 'resolved',
    priority: expect.any(Number),
    ci: 'payment',
    alertCount: 3,
    closeCode: 'alerts_cleared',
  },
  incidentsOfTheFault: 1,
  impact: ['checkout', 'shop', 'storefront'],
  firstSuspect: expect.stringContaining('release-2'),
  pathOfTheFirst: expect.arrayContaining(['payment']),
  alerts: ['checkout resolved', 'payment resolved', 'storefront resolved'],
  changes: [expect.stringContaining('release-1'), expect.stringContaining('release-2')],
  preventiveIncidents: 1,
  predictedBreaches: 1,
  deadLetters: 0,
};

describe('one fault, followed through separate processes on real servers', () => {
  let servers: Servers;
  let platform: PlatformProcesses;
  let undisturbed: FinalState;

  const play = async (run: string, disturb: () => Promise<void>, mend: () => Promise<void>): Promise<FinalState> => {
    const story = new FaultStory(platform.client, run);
    await story.prepare();
    await story.foresee();
    await story.deploy();
    await disturb();
    const alerting = story.alert();
    await mend();
    await alerting;
    return toTheEnd(story, run);
  };
  const toTheEnd = async (story: FaultStory, run: string): Promise<FinalState> => {
    await story.settle();
    await story.recover();
    const state = await story.finalState();
    return { ...state, changes: state.changes.map(withoutRun(run)), firstSuspect: withoutRun(run)(state.firstSuspect) };
  };
  const nothing = () => Promise.resolve();

  beforeAll(async () => {
    servers = await startOwnTestServers({ root: path.resolve(__dirname, '../../..') });
    platform = await PlatformProcesses.start(servers);
    undisturbed = await play('run-calm', nothing, nothing);
  }, 240_000);

  afterAll(async () => {
    await platform?.stop();
    await servers?.stop();
  }, 60_000);

  it('becomes one incident with its impact, its suspect and its preventive incident', () => {
    expect(undisturbed).toEqual(EXPECTED);
  });

  const processes: ProcessName[] = ['cmdb-svc', 'incident-svc', 'change-svc', 'capacity-svc'];
  it.each(processes)(
    'ends in the same state when %s is killed in the middle',
    async (name) => {
      const state = await play(
        `run-${name}`,
        () => platform.kill(name),
        () => platform.restart(name),
      );
      expect(state).toEqual(undisturbed);
    },
    180_000,
  );

  it('ends in the same state when the gateway is killed in the middle, and who listens gets each event once', async () => {
    const topics = Object.values(domainTopics).map(({ name }) => name);
    const bus = await TestBus.connect(servers.brokers, platform.prefix, topics);
    const before = await platform.listen();
    await eventually(() => expect(before.comments[0]).toBe('listening'));
    const start = PositionVector.parse(before.lastId);
    let after: EventSourceUnderTest | undefined;
    const state = await play(
      'run-gateway',
      async () => {
        await eventually(() => expect(before.messages.length).toBeGreaterThan(0));
        await platform.kill('gateway');
        await eventually(() => expect(before.ended).toBe(true));
      },
      async () => {
        await platform.restart('gateway');
        after = await platform.listen(before.lastId);
      },
    );
    expect(state).toEqual(undisturbed);
    // A relay in doubt may have sent an event twice: it is one.
    const written = () => {
      const events = topics.flatMap((topic) => bus.all(topic));
      const wanted = events.filter(
        ({ offset, partition, topic }) => Number(offset) >= (start?.at(topic, partition) ?? Number.NaN),
      );
      return new Set(wanted.map(({ id }) => id));
    };
    const heard = () => [...before.messages, ...(after?.messages ?? [])].map(({ data }) => data);
    await eventually(() => expect(new Set(heard().map(({ id }) => id))).toEqual(written()));
    expect(heard()).toHaveLength(written().size);
    for (const events of Map.groupBy(heard(), ({ subject }) => subject).values()) {
      const versions = events.map(({ aggregateversion: version }) => Number(version));
      expect(versions).toEqual(versions.toSorted((one, other) => one - other));
    }
    expect(after?.messages.length).toBeGreaterThan(0);
    await after?.close();
    await bus.close();
  }, 180_000);

  it('ends in the same state when incident-svc learns of the estate and of the fault only afterwards', async () => {
    await platform.kill('incident-svc');
    const story = new FaultStory(platform.client, 'run-late');
    await story.prepare();
    await story.deploy();
    await story.alert();
    await platform.restart('incident-svc');
    expect(await toTheEnd(story, 'run-late')).toEqual(undisturbed);
  }, 180_000);

  it('ends in the same state when the broker is killed in the middle', async () => {
    const state = await play(
      'run-broker',
      () => servers.kafka.kill(),
      () => servers.kafka.restart(),
    );
    expect(state).toEqual(undisturbed);
  }, 240_000);
});

function withoutRun(run: string): (text: string) => string {
  return (text) => text.replace(` ${run}`, '');
}
