import { newId } from '@itops/kit';
import { eventually } from '@itops/testing';
import { Kafka, logLevel } from 'kafkajs';

import { CLIENT_NAMES } from '../../src/transports/offered';
import { declared, givenBrokers, joined, readyTail, record, Seen, Subject } from './subject';

describe.each(CLIENT_NAMES)('reading the log and keeping its topics over %s', (client) => {
  let subject: Subject;

  beforeEach(() => {
    subject = new Subject(client);
  });

  afterEach(async () => {
    await subject.close();
  });

  describe('a tail', () => {
    it('reads from the beginning, from now, and from where another stopped, and gets everything each time', async () => {
      const topic = await subject.topic(3);
      const transport = await subject.connect();
      const send = (values: readonly string[]): Promise<void> =>
        transport.publishBatch(values.map((value) => record(topic, value, value)));
      await send(['a', 'b', 'c']);
      const all = new Seen();
      const early = await readyTail(transport, { topics: [topic], from: 'earliest', onRecords: all.take });
      expect(all.values().sort()).toEqual(['a', 'b', 'c']);
      const live = new Seen();
      await readyTail(transport, { topics: [topic], from: 'latest', onRecords: live.take });
      await send(['d', 'e']);
      await eventually(() => expect(live.values().sort()).toEqual(['d', 'e']));
      await eventually(() => expect(all.values().sort()).toEqual(['a', 'b', 'c', 'd', 'e']));
      await eventually(() => {
        const places = Object.values(early.positions()[topic] ?? {});
        expect(places.reduce((sum, offset) => sum + Number(offset), 0)).toBe(5);
      });
      await early.close();
      await send(['f']);
      const later = new Seen();
      await readyTail(transport, { topics: [topic], from: early.positions(), onRecords: later.take });
      expect(later.values()).toEqual(['f']);
      expect(all.values()).not.toContain('f');
    });

    it('hands the same records over again when its reader fails', async () => {
      const topic = await subject.topic();
      const transport = await subject.connect();
      await transport.publishBatch(['1', '2'].map((value) => record(topic, 'k', value)));
      let failures = 0;
      const seen = new Seen(() => {
        if (failures++ === 0) throw new Error('not yet');
      });
      await readyTail(transport, { topics: [topic], from: 'earliest', onRecords: seen.take });
      expect(seen.values()).toEqual(['1', '2']);
    });

    it('goes on where the log begins when its positions are no longer there', async () => {
      const topic = await subject.topic();
      const transport = await subject.connect();
      await transport.publishBatch([record(topic, 'k', 'only')]);
      const seen = new Seen();
      await readyTail(transport, { topics: [topic], from: { [topic]: { 0: '1' } }, onRecords: seen.take });
      await transport.publishBatch([record(topic, 'k', 'next')]);
      await eventually(() => expect(seen.values()).toEqual(['next']));
    });
  });

  describe('the rest of the port', () => {
    it('says the lag of a group by topic and partition', async () => {
      const [first, second] = [await subject.topic(2), await subject.topic(1)];
      const transport = await subject.connect();
      const keys = Array.from({ length: 20 }, (_, index) => `k${index}`);
      await transport.publishBatch(keys.map((key) => record(first, key, 'v')));
      await transport.publishBatch([record(second, 'k', 'v')]);
      const before = await transport.lag('lag', [first, second]);
      expect([...before.keys()].sort()).toEqual([first, second].sort());
      expect([...(before.get(first)?.keys() ?? [])].sort()).toEqual([0, 1]);
      expect([...(before.get(first)?.values() ?? [])].reduce((sum, lag) => sum + lag, 0)).toBe(20);
      expect(before.get(second)).toEqual(new Map([[0, 1]]));
      const seen = new Seen();
      await joined(transport, { group: 'lag', topics: [first], onRecords: seen.take });
      await eventually(async () => {
        const after = await transport.lag('lag', [first, second]);
        expect(after.get(first)).toEqual(new Map([0, 1].map((partition) => [partition, 0])));
        expect(after.get(second)).toEqual(new Map([[0, 1]]));
      });
    });

    it('creates topics as they are declared, and reports a difference without changing it', async () => {
      const transport = await subject.connect();
      const name = `declared-${newId().slice(-8)}`;
      const topic = { ...declared(name, 3), retentionMs: 3_600_000, cleanup: 'compact' } as const;
      await eventually(async () => expect(await transport.ensureTopics([topic])).toEqual([]));
      const other = { ...topic, partitions: 4, retentionMs: -1, cleanup: 'delete' } as const;
      for (const reader of CLIENT_NAMES) {
        const differences = await (await subject.connect({ client: reader })).ensureTopics([other]);
        expect(differences).toEqual([
          `${subject.prefix}${name} has 3 partitions, declared are 4`,
          `${subject.prefix}${name} keeps records for 3600000 ms, declared are -1`,
          `${subject.prefix}${name} has cleanup policy compact, declared is delete`,
        ]);
      }
      expect(await transport.ensureTopics([topic])).toEqual([]);
    });

    it('reports a topic that acknowledges with another number of replicas', async () => {
      const name = `foreign-${newId().slice(-8)}`;
      const kafka = new Kafka({ brokers: givenBrokers(), logLevel: logLevel.NOTHING });
      const admin = kafka.admin();
      await admin.connect();
      await admin.createTopics({
        // To wait for them fails now and then where the broker has not heard of the topic itself yet.
        waitForLeaders: false,
        topics: [
          {
            topic: subject.prefix + name,
            numPartitions: 1,
            replicationFactor: 1,
            configEntries: [
              { name: 'min.insync.replicas', value: '2' },
              { name: 'retention.ms', value: '-1' },
            ],
          },
        ],
      });
      await admin.disconnect();
      const transport = await subject.connect();
      // Declared are two, of which a broker that stands alone can have one.
      await eventually(async () => {
        expect(await transport.ensureTopics([declared(name)])).toEqual([
          `${subject.prefix}${name} acknowledges with 2 replicas in sync, declared are 1`,
        ]);
      });
    });

    it('names the log, whoever asks', async () => {
      const [one, other] = await Promise.all([subject.connect(), subject.connect()]);
      expect(await one.logId()).toMatch(/.{8}/);
      expect(await other.logId()).toBe(await one.logId());
    });

    it('answers a ping, and says so when nobody is there', async () => {
      await (await subject.connect()).ping();
      await expect((await subject.connect({ brokers: ['127.0.0.1:1'] })).ping()).rejects.toThrow();
    });
  });
});
