import path from 'node:path';

import { eventually, startOwnTestServers } from '@itops/testing';

import { type EventTransport } from '../../src/port';
import { CLIENT_NAMES } from '../../src/transports/offered';
import { joined, readyTail, record, Seen, Subject } from './subject';

const root = path.resolve(__dirname, '../../../..');
const RECOVERY_MS = 45_000;

describe.each(CLIENT_NAMES)('a broker that goes away, over %s', (client) => {
  let servers: Awaited<ReturnType<typeof startOwnTestServers>>;
  let subject: Subject;

  beforeAll(async () => {
    servers = await startOwnTestServers({ root });
  });

  beforeEach(() => {
    subject = new Subject(client, servers.brokers);
  });

  afterEach(async () => {
    await subject.close();
  });

  afterAll(async () => {
    await servers.stop();
  });

  /** As the relay does it: the same again until it is acknowledged. */
  async function surely(transport: EventTransport, topic: string, value: string): Promise<void> {
    await eventually(() => transport.publishBatch([record(topic, 'k', value)]), RECOVERY_MS);
  }

  it('costs no record and no order: producer, group and tail go on when it is back', async () => {
    const topic = await subject.topic();
    const transport = await subject.connect();
    const [seen, tailed] = [new Seen(), new Seen()];
    const subscription = await joined(transport, { group: 'g', topics: [topic], onRecords: seen.take });
    await readyTail(transport, { topics: [topic], from: 'latest', onRecords: tailed.take });
    await surely(transport, topic, '0');
    await eventually(() => expect(tailed.values()).toEqual(['0']));
    let last = 0;
    let goesOn = true;
    const writing = (async () => {
      while (goesOn) await surely(transport, topic, `${++last}`);
    })();
    await eventually(() => expect(last).toBeGreaterThan(5));
    await servers.kafka.kill();
    await expect(subject.connect().then((other) => other.ping())).rejects.toThrow();
    await servers.kafka.restart();
    const before = last;
    await eventually(() => expect(last).toBeGreaterThan(before + 5), RECOVERY_MS);
    goesOn = false;
    await writing;
    const all = Array.from({ length: last + 1 }, (_, index) => `${index}`);
    // What was sent twice, since its acknowledgement was lost, may come twice, but never out of order.
    await eventually(() => expect([...new Set(seen.values())]).toEqual(all), RECOVERY_MS);
    await eventually(() => expect([...new Set(tailed.values())]).toEqual(all), RECOVERY_MS);
    await eventually(() => expect(subscription.isJoined()).toBe(true), RECOVERY_MS);
    await eventually(async () => {
      expect((await transport.lag('g', [topic])).get(topic)).toEqual(new Map([[0, 0]]));
    }, RECOVERY_MS);
  });

  it('is waited for at the start, by a group, a tail and a sender', async () => {
    const topic = await subject.topic();
    await servers.kafka.kill();
    const transport = await subject.connect();
    const [seen, tailed] = [new Seen(), new Seen()];
    const subscription = transport.subscribeBatches({
      group: 'g',
      topics: [topic],
      maxRecords: 10,
      onRecords: seen.take,
    });
    transport.tailRecords({ topics: [topic], from: 'earliest', onRecords: tailed.take });
    await expect(transport.publishBatch([record(topic, 'k', 'early')], { timeoutMs: 500 })).rejects.toThrow('500 ms');
    expect(subscription.isJoined()).toBe(false);
    await servers.kafka.restart();
    await surely(transport, topic, 'there');
    await eventually(() => expect(seen.values()).toContain('there'), RECOVERY_MS);
    await eventually(() => expect(tailed.values()).toContain('there'), RECOVERY_MS);
  });

  it('does not keep a transport from being closed', async () => {
    const topic = await subject.topic();
    const transport = await subject.connect();
    await joined(transport, { group: 'g', topics: [topic], onRecords: () => Promise.resolve() });
    await readyTail(transport, { topics: [topic], from: 'latest', onRecords: () => undefined });
    await surely(transport, topic, 'v');
    await servers.kafka.kill();
    try {
      await transport.close();
    } finally {
      await servers.kafka.restart();
    }
  });
});
