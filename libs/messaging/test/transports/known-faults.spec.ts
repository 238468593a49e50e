import { arm, disarm } from '@itops/faults/armed';
import { eventually } from '@itops/testing';
import { Kafka } from 'kafkajs';

import { KafkajsTransport } from '../../src/transports/kafkajs/kafkajs-transport';
import { CLIENT_NAMES } from '../../src/transports/offered';
import { API, BrokerProxy } from './broker-proxy';
import { apart, givenBrokers, joined, readyTail, record, Seen, Subject } from './subject';

const values = (count: number): string[] => Array.from({ length: count }, (_, index) => `${index}`);

/** Of kafkajs 2.2.4; what does not depend on its inside is asked of the other client as well. */
describe('known faults of kafkajs', () => {
  let subject: Subject;
  let proxy: BrokerProxy;

  beforeEach(async () => {
    proxy = await BrokerProxy.start(givenBrokers()[0] ?? '');
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    disarm();
    await subject.close();
    await proxy.close();
  });

  /** Counts how often members learn of a rebalance. */
  function countRebalances(): () => number {
    let count = 0;
    const again = (): void => {
      count++;
      arm('during-rebalance', again);
    };
    arm('during-rebalance', again);
    return () => count;
  }

  it('#1751, a request queue that sets itself a timer of a negative delay for ever: an idle one sets none', async () => {
    subject = new Subject('kafkajs');
    const topic = await subject.topic();
    const transport = await subject.connect();
    const timers = jest.spyOn(globalThis, 'setTimeout');
    await transport.publishBatch([record(topic, 'k', 'v')]);
    const seen = new Seen();
    await joined(transport, { group: 'g', topics: [topic], onRecords: seen.take });
    await eventually(() => expect(seen.values()).toEqual(['v']));
    for (let ping = 0; ping < 20; ping++) await transport.ping();
    const negative = timers.mock.calls.filter(([, delay]) => delay !== undefined && delay < 0);
    expect(negative).toEqual([]);
  });

  describe.each(CLIENT_NAMES)('over %s', (client) => {
    beforeEach(() => {
      subject = new Subject(client);
    });

    it('#1720, a member that goes on with a long batch through a rebalance, is expelled, and so causes the next one: it stops at the next chunk and joins', async () => {
      const topic = await subject.topic(2);
      const sent = values(1_200);
      const writer = await subject.connect();
      await writer.publishBatch(sent.map((value) => record(topic, value, value)));
      const rebalances = countRebalances();
      // Each chunk is some work, so that the batch lasts until the other has come.
      let alone = true;
      const work = () => (alone ? new Promise<void>((resolve) => setTimeout(resolve, 25)) : undefined);
      const [first, second] = [new Seen(work), new Seen()];
      const options = { group: 'g', topics: [topic], maxRecords: 5 };
      await joined(await subject.connect(), { ...options, onRecords: first.take });
      await eventually(() => expect(first.records.length).toBeGreaterThan(20));
      await joined(await subject.connect(), { ...options, onRecords: second.take });
      alone = false;
      await eventually(() => {
        expect(new Set([...first.values(), ...second.values()]).size).toBe(sent.length);
      }, 40_000);
      expect(second.records.length).toBeGreaterThan(0);
      expect(rebalances()).toBe(1);
      expect(first.records.length + second.records.length).toBe(sent.length);
    });

    it('#1046, batches of revoked partitions are still processed and committed: what was fetched before is dropped', async () => {
      const topic = await subject.topic(2);
      await (await subject.connect()).publishBatch(values(200).map((value) => record(topic, value, value)));
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const rebalances = countRebalances();
      const [first, second] = [new Seen(() => held), new Seen()];
      const options = { group: 'g', topics: [topic], maxRecords: 10 };
      await joined(await subject.connect(), { ...options, onRecords: first.take });
      const other = (await subject.connect()).subscribeBatches({ ...options, onRecords: second.take });
      await eventually(() => expect(rebalances()).toBe(1));
      const inHand = first.mostAtOnce;
      release();
      await eventually(() => expect(other.isJoined()).toBe(true), 30_000);
      await eventually(() => expect(first.records.length + second.records.length).toBe(200), 30_000);
      expect(inHand).toBe(1);
      expect(new Set([...first.values(), ...second.values()]).size).toBe(200);
      // Behind the ten that were in hand, each partition was read by one member alone.
      expect(apart(first.records.slice(10), second.records)).toBe(true);
    });

    it('#1764, batches in parallel that come twice, with rebalances while they last: one at a time, with heartbeats for longer than a session', async () => {
      const topic = await subject.topic(3);
      await (await subject.connect()).publishBatch(values(90).map((value) => record(topic, value, value)));
      const rebalances = countRebalances();
      const beats = () => proxy.requests.filter(({ api }) => api === API.heartbeat).length;
      const joins = () => proxy.requests.filter(({ api }) => api === API.joinGroup).length;
      // Six heartbeats are 12 s; a session lasts 10 s.
      const seen: Seen = new Seen(() =>
        seen.records.length === 0 ? eventually(() => expect(beats()).toBeGreaterThan(5), 30_000) : undefined,
      );
      await joined(await subject.connect({ brokers: [proxy.address] }), {
        group: 'g',
        topics: [topic],
        onRecords: seen.take,
      });
      const joinsBefore = joins();
      await eventually(() => expect(seen.records).toHaveLength(90), 40_000);
      expect(new Set(seen.values()).size).toBe(90);
      expect(seen.mostAtOnce).toBe(1);
      expect(rebalances()).toBe(0);
      expect(joins()).toBe(joinsBefore);
    });

    it('a rebalance that a heartbeat hears of and that no join follows, as when its broker restarts meanwhile: the member goes on', async () => {
      const topic = await subject.topic();
      const seen: Seen = new Seen(() => {
        if (seen.records.length > 1) return;
        proxy.falseRebalances = 1;
        return eventually(() => expect(proxy.falseRebalances).toBe(0), 30_000);
      });
      const member = await joined(await subject.connect({ brokers: [proxy.address] }), {
        ...{ group: 'g', topics: [topic], maxRecords: 1 },
        onRecords: seen.take,
      });
      await (await subject.connect()).publishBatch(values(3).map((value) => record(topic, 'k', value)));
      await eventually(() => expect(new Set(seen.values())).toEqual(new Set(values(3))), 30_000);
      await eventually(() => expect(member.isJoined()).toBe(true), 30_000);
    });

    it('a join that its broker ends in the middle, when nothing comes of the rebalance: the member goes on', async () => {
      const topic = await subject.topic();
      const seen = new Seen();
      const member = await joined(await subject.connect({ brokers: [proxy.address] }), {
        ...{ group: 'g', topics: [topic] },
        onRecords: seen.take,
      });
      let cut = 0;
      proxy.judge = ({ api }) => (api === API.joinGroup && cut++ === 0 ? 'close' : 'pass');
      proxy.falseRebalances = 1;
      await eventually(() => expect(cut).toBeGreaterThan(0), 30_000);
      await (await subject.connect()).publishBatch([record(topic, 'k', 'v')]);
      await eventually(() => expect(seen.values()).toEqual(['v']), 30_000);
      await eventually(() => expect(member.isJoined()).toBe(true), 30_000);
    });

    it('a commit that gets no answer, after which nothing more is sent: it is made up for', async () => {
      const topic = await subject.topic();
      const seen = new Seen();
      const transport = await subject.connect({ brokers: [proxy.address] });
      await joined(transport, { group: 'g', topics: [topic], onRecords: seen.take });
      let cut = 0;
      proxy.judge = ({ api }) => (api === API.offsetCommit && cut++ === 0 ? 'close' : 'pass');
      await (await subject.connect()).publishBatch([record(topic, 'k', 'v')]);
      await eventually(() => expect(seen.values()).toContain('v'), 30_000);
      const watcher = await subject.connect();
      await eventually(async () => expect((await watcher.lag('g', [topic])).get(topic)?.get(0)).toBe(0), 30_000);
      expect(cut).toBeGreaterThan(1);
    });

    it('#1656, versions that one broker announced are used with another that does not know them: after a failed send they are asked for anew', async () => {
      const topic = await subject.topic();
      const transport = await subject.connect({ brokers: [proxy.address] });
      await transport.publishBatch([record(topic, 'k', 'new broker')]);
      const [newest = 0] = proxy.versionsOf(API.produce);
      // Its place is taken by an older one, which ends the connection on what it does not know, as Kafka does.
      const older = 5;
      expect(newest).toBeGreaterThan(older);
      proxy.highestProduce = older;
      proxy.judge = ({ api, version }) => (api === API.produce && version > older ? 'close' : 'pass');
      proxy.cut();
      await eventually(() => transport.publishBatch([record(topic, 'k', 'old broker')]), 30_000);
      expect(proxy.versionsOf(API.produce).at(-1)).toBe(older);
      const seen = new Seen();
      await readyTail(await subject.connect(), { topics: [topic], from: 'earliest', onRecords: seen.take });
      expect(seen.values()).toEqual(['new broker', 'old broker']);
    });

    it('#598, concurrent sends of an idempotent producer come out of order, or not at all: sends never overlap, also after a failed one', async () => {
      const topic = await subject.topic();
      const transport = await subject.connect({ brokers: [proxy.address] });
      const sent = values(200);
      await Promise.all(sent.map((value) => transport.publishBatch([record(topic, 'k', value)])));
      let produced = 0;
      proxy.judge = ({ api }) => (api === API.produce && ++produced === 1 ? 'close' : 'pass');
      const more = sent.map((value) => `more ${value}`);
      await Promise.all(more.map((value) => eventually(() => transport.publishBatch([record(topic, 'k', value)]))));
      const seen = new Seen();
      await readyTail(await subject.connect(), { topics: [topic], from: 'earliest', onRecords: seen.take });
      expect(seen.values()).toEqual([...sent, ...more]);
    });
  });

  it('#659, a consumer that stops without a word (its cause was never found; here it is stopped behind the adapter’s back): without fetch and heartbeat it is replaced', async () => {
    subject = new Subject('kafkajs');
    const topic = await subject.topic();
    const made = jest.spyOn(Kafka.prototype, 'consumer');
    const transport = new KafkajsTransport(
      { access: { brokers: givenBrokers() }, clientId: 'spec', tailGroup: 'spec.tail', compression: 'none' },
      { stallMs: 3_000 },
    );
    try {
      const seen = new Seen();
      const name = subject.prefix + topic;
      await joined(transport, { group: `${subject.prefix}g`, topics: [name], onRecords: seen.take });
      await transport.publishBatch([record(name, 'k', 'before')]);
      await eventually(() => expect(seen.values()).toEqual(['before']));
      const [first] = made.mock.results;
      if (first?.type === 'return') await first.value.stop();
      await transport.publishBatch([record(name, 'k', 'after')]);
      await eventually(() => expect(seen.values()).toEqual(['before', 'after']), 30_000);
      expect(made).toHaveBeenCalledTimes(2);
    } finally {
      await transport.close();
    }
  });
});
