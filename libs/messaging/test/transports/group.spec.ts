import { arm, disarm } from '@itops/faults/armed';
import { eventually } from '@itops/testing';

import { type EventTransport, type Subscription } from '../../src/port';
import { type IncomingRecord } from '../../src/record';
import { CLIENT_NAMES, type ClientName } from '../../src/transports/offered';
import { apart, joined, record, Seen, Subject, textOf } from './subject';

/** Records; many enough to keep all members at work. */
const FAR_AHEAD = 400;

/** A member of a group, which notes what it was handed while it had which partitions. */
interface Member {
  readonly transport: EventTransport;
  readonly subscription: Subscription;
  readonly seen: Seen;
}

describe.each(CLIENT_NAMES)('a group over %s', (client) => {
  let subject: Subject;

  beforeEach(() => {
    subject = new Subject(client);
  });

  afterEach(async () => {
    disarm();
    await subject.close();
  });

  async function member(
    topic: string,
    before: (records: readonly IncomingRecord[]) => Promise<void> | void = () => undefined,
    as: ClientName = client,
  ): Promise<Member> {
    const transport = await subject.connect({ client: as });
    const seen = new Seen(before);
    const subscription = await joined(transport, { group: 'g', topics: [topic], maxRecords: 5, onRecords: seen.take });
    return { transport, subscription, seen };
  }

  /** Writes until it is told to stop, never far ahead of these members; resolves to all that was acknowledged. */
  function keepWriting(
    transport: EventTransport,
    topic: string,
    members: () => readonly Member[],
  ): () => Promise<string[]> {
    let goesOn = true;
    const taken = () => members().reduce((sum, { seen }) => sum + seen.records.length, 0);
    const written: string[] = [];
    const writing = (async () => {
      while (goesOn) {
        await eventually(() => expect(!goesOn || written.length < taken() + FAR_AHEAD).toBe(true), 60_000);
        const values = Array.from({ length: 8 }, (_, index) => `${written.length + index}`);
        await transport.publishBatch(values.map((value, index) => record(topic, `key-${index}`, value)));
        written.push(...values);
      }
    })();
    return async () => {
      goesOn = false;
      await writing;
      return written;
    };
  }

  const partitionsOf = ({ seen }: Member, from: number): Set<number> =>
    new Set(seen.records.slice(from).map(({ partition }) => partition));

  it('shares its partitions, hands them over when a member joins and leaves, and loses nothing', async () => {
    const topic = await subject.topic(4);
    const first = await member(topic);
    const members = [first];
    const stop = keepWriting(await subject.connect(), topic, () => members);
    await eventually(() => expect(partitionsOf(first, 0).size).toBe(4));
    const second = await member(topic);
    members.push(second);
    await eventually(() => expect(partitionsOf(second, 0).size).toBe(2), 30_000);
    // What the first is handed from now on are the other two.
    const after = first.seen.records.length;
    await eventually(() => expect(partitionsOf(first, after).size).toBe(2));
    expect(apart(first.seen.records.slice(after), second.seen.records)).toBe(true);
    await second.subscription.close();
    const left = first.seen.records.length;
    await eventually(() => expect(partitionsOf(first, left).size).toBe(4), 30_000);
    const written = await stop();
    const all = () => [...first.seen.values(), ...second.seen.values()];
    await eventually(() => expect(new Set(all())).toEqual(new Set(written)), 30_000);
    // Handed over at their edges: both members committed what they had in hand.
    expect(all()).toHaveLength(written.length);
  });

  it('lets a member finish what it has in hand, and nothing more, before another goes on behind it', async () => {
    const topic = await subject.topic(2);
    const writer = await subject.connect();
    await writer.publishBatch(Array.from({ length: 60 }, (_, index) => record(topic, `key-${index}`, `${index}`)));
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let calls = 0;
    const rebalanced = jest.fn();
    arm('during-rebalance', rebalanced);
    const first = await member(topic, () => {
      calls++;
      return held;
    });
    await eventually(() => expect(calls).toBe(1));
    const transport = await subject.connect();
    const seen = new Seen();
    const second = transport.subscribeBatches({ group: 'g', topics: [topic], maxRecords: 5, onRecords: seen.take });
    await eventually(() => expect(rebalanced).toHaveBeenCalledTimes(1));
    // Work in hand is not cut off, and nothing new is begun: the other waits.
    expect(calls).toBe(1);
    expect(first.seen.records).toHaveLength(0);
    release();
    await eventually(() => expect(second.isJoined()).toBe(true), 30_000);
    await eventually(() => expect([...first.seen.values(), ...seen.values()]).toHaveLength(60), 30_000);
    expect(new Set([...first.seen.values(), ...seen.values()]).size).toBe(60);
  });

  it('does not make a storm of a hand-over: each join is one rebalance', async () => {
    const topic = await subject.topic(4);
    const members = [await member(topic)];
    let rebalances = 0;
    const count = () => {
      rebalances++;
      arm('during-rebalance', count);
    };
    arm('during-rebalance', count);
    const stop = keepWriting(await subject.connect(), topic, () => members);
    members.push(await member(topic), await member(topic));
    for (const one of members) await eventually(() => expect(one.subscription.isJoined()).toBe(true), 30_000);
    const before = members.map(({ seen }) => seen.records.length);
    await eventually(() => {
      members.forEach(({ seen }, index) => expect(seen.records.length).toBeGreaterThan((before[index] ?? 0) + 20));
    }, 30_000);
    await stop();
    // The first saw the second come, then both saw the third come: three, and one to spare for a slow machine.
    expect(rebalances).toBeGreaterThanOrEqual(2);
    expect(rebalances).toBeLessThanOrEqual(4);
  });

  it('may have members of both clients, while a service is moved from one to the other', async () => {
    const topic = await subject.topic(4);
    const other = CLIENT_NAMES.find((name) => name !== client) ?? client;
    const first = await member(topic);
    const second = await member(topic, undefined, other);
    const writer = await subject.connect();
    await eventually(() => expect(first.subscription.isJoined()).toBe(true), 30_000);
    const values = Array.from({ length: 80 }, (_, index) => `${index}`);
    await writer.publishBatch(values.map((value) => record(topic, value, value)));
    await eventually(() =>
      expect([...first.seen.values(), ...second.seen.values()].sort()).toEqual([...values].sort()),
    );
    expect(apart(first.seen.records, second.seen.records)).toBe(true);
    await first.subscription.close();
    await writer.publishBatch([record(topic, 'k', 'after')]);
    await eventually(() => expect(second.seen.values()).toContain('after'), 30_000);
  });

  it('keeps the order of each key through a hand-over', async () => {
    const topic = await subject.topic(2);
    const order: IncomingRecord[] = [];
    const note = (records: readonly IncomingRecord[]): void => void order.push(...records);
    const members = [await member(topic, note)];
    const stop = keepWriting(await subject.connect(), topic, () => members);
    await eventually(() => expect(order.length).toBeGreaterThan(20));
    const second = await member(topic, note);
    members.push(second);
    await eventually(() => expect(second.seen.records.length).toBeGreaterThan(20), 30_000);
    const written = await stop();
    await eventually(() => expect(new Set(order.map(textOf)).size).toBe(written.length), 30_000);
    for (const [, of] of Map.groupBy(order, ({ key }) => key?.toString())) {
      const firstTimes = [...new Set(of.map((one) => Number(textOf(one))))];
      expect(firstTimes).toEqual([...firstTimes].sort((one, two) => one - two));
    }
  });
});
