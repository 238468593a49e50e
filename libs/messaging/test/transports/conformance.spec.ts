import { newId } from '@itops/kit';
import { eventually } from '@itops/testing';

import { RetryLater } from '../../src/port';
import { type IncomingRecord } from '../../src/record';
import { CLIENT_NAMES, OFFERED } from '../../src/transports/offered';
import { declared, givenBrokers, joined, readyTail, record, Seen, Subject, textOf } from './subject';
import { TransactionalWriter } from './transactional-writer';

describe.each(CLIENT_NAMES)('the transport over %s', (client) => {
  let subject: Subject;

  beforeEach(() => {
    subject = new Subject(client);
  });

  afterEach(async () => {
    await subject.close();
  });

  function byKey(records: readonly IncomingRecord[]): Map<string, string[]> {
    return new Map(
      [...Map.groupBy(records, ({ key }) => key?.toString() ?? '')].map(([key, of]) => [key, of.map(textOf)]),
    );
  }

  /** Two keys that belong to different ones of two partitions. */
  async function keysApart(): Promise<[string, string]> {
    const topic = await subject.topic(2);
    const transport = await subject.connect();
    await transport.publishBatch(Array.from({ length: 20 }, (_, index) => record(topic, `key-${index}`, 'x')));
    const seen = new Seen();
    await readyTail(transport, { topics: [topic], from: 'earliest', onRecords: seen.take });
    const [one, other] = [0, 1].map((place) =>
      seen.records.find(({ partition }) => partition === place)?.key?.toString(),
    );
    return [one ?? '', other ?? ''];
  }

  describe('what is sent and read', () => {
    it('keeps each key’s order, whatever sends at the same time', async () => {
      const topic = await subject.topic(4);
      const transport = await subject.connect();
      const keys = Array.from({ length: 12 }, (_, index) => `key-${index}`);
      const versions = Array.from({ length: 40 }, (_, index) => String(index));
      await Promise.all(
        versions.map((version) => transport.publishBatch(keys.map((key) => record(topic, key, version)))),
      );
      const seen = new Seen();
      await joined(transport, { group: 'order', topics: [topic], maxRecords: 7, onRecords: seen.take });
      await eventually(() => expect(seen.records).toHaveLength(keys.length * versions.length));
      for (const [key, values] of byKey(seen.records)) expect([key, values]).toEqual([key, versions]);
      expect(new Set(seen.records.map(({ partition }) => partition)).size).toBeGreaterThan(1);
      expect(seen.mostAtOnce).toBe(1);
    });

    it('hands over at most so many records at once, each partition’s in order, and gives places in the log', async () => {
      const topic = await subject.topic(2);
      const transport = await subject.connect();
      await transport.publishBatch(Array.from({ length: 50 }, (_, index) => record(topic, `k${index}`, String(index))));
      const calls: (readonly IncomingRecord[])[] = [];
      const seen = new Seen((records) => void calls.push(records));
      await joined(transport, { group: 'chunks', topics: [topic], maxRecords: 6, onRecords: seen.take });
      await eventually(() => expect(seen.records).toHaveLength(50));
      for (const call of calls) expect(call.length).toBeLessThanOrEqual(6);
      for (const [, of] of Map.groupBy(seen.records, ({ partition }) => partition)) {
        expect(of.map(({ offset }) => Number(offset))).toEqual(of.map((_, index) => index));
        for (const one of of) {
          expect(one.topic).toBe(topic);
          expect(Math.abs(Date.now() - one.timestamp)).toBeLessThan(60_000);
        }
      }
    });

    it('keeps null and empty keys and values apart', async () => {
      const topic = await subject.topic();
      const transport = await subject.connect();
      const sent = [
        record(topic, null, null),
        record(topic, '', ''),
        record(topic, 'k', null),
        record(topic, null, 'v'),
      ];
      for (const one of sent) await transport.publishBatch([one]);
      const seen = new Seen();
      await joined(transport, { group: 'nulls', topics: [topic], onRecords: seen.take });
      await eventually(() => expect(seen.records).toHaveLength(sent.length));
      expect(seen.records.map(({ key, value }) => [key?.toString() ?? null, value?.toString() ?? null])).toEqual([
        [null, null],
        ['', ''],
        ['k', null],
        [null, 'v'],
      ]);
    });

    it('keeps headers: repeated, empty, binary, and named like what every object has', async () => {
      const topic = await subject.topic();
      const transport = await subject.connect();
      const binary = Buffer.from([0, 255, 128, 1]);
      const headers = {
        plain: 'text',
        ümlaut: 'ö',
        empty: '',
        binary,
        twice: ['a', 'b'],
        constructor: 'c',
        toString: 'd',
      };
      await transport.publishBatch([{ topic, key: 'k', value: Buffer.from('v'), headers }]);
      const seen = new Seen();
      await joined(transport, { group: 'headers', topics: [topic], onRecords: seen.take });
      await eventually(() => expect(seen.records).toHaveLength(1));
      const found = seen.records[0]?.headers ?? {};
      const bytes = Object.fromEntries(
        Object.entries(found).map(([name, value]) => [name, [value].flat().map((one) => Buffer.from(one))]),
      );
      expect(bytes).toEqual({
        plain: [Buffer.from('text')],
        ümlaut: [Buffer.from('ö')],
        empty: [Buffer.alloc(0)],
        binary: [binary],
        twice: [Buffer.from('a'), Buffer.from('b')],
        constructor: [Buffer.from('c')],
        toString: [Buffer.from('d')],
      });
    });

    it('carries records of 900 KB, several in one batch, and refuses one that the broker does not take', async () => {
      const topic = await subject.topic();
      const transport = await subject.connect();
      const large = ['a', 'b', 'c'].map((letter) => record(topic, letter, Buffer.alloc(900_000, letter)));
      await transport.publishBatch(large);
      await expect(transport.publishBatch([record(topic, 'x', Buffer.alloc(1_200_000))])).rejects.toThrow(topic);
      await transport.publishBatch([record(topic, 'd', 'after')]);
      const seen = new Seen();
      await joined(transport, { group: 'large', topics: [topic], onRecords: seen.take });
      await eventually(() => expect(seen.records).toHaveLength(4));
      expect(seen.records.map(({ value }) => value?.length)).toEqual([900_000, 900_000, 900_000, 5]);
      expect(seen.records[1]?.value?.equals(Buffer.alloc(900_000, 'b'))).toBe(true);
    });

    it.each(OFFERED[client])('compresses with %s, and both clients read it', async (compression) => {
      const topic = await subject.topic();
      const values = Array.from({ length: 30 }, (_, index) => `${index} `.repeat(200));
      await (await subject.connect({ compression })).publishBatch(values.map((value) => record(topic, 'k', value)));
      for (const reader of CLIENT_NAMES) {
        const seen = new Seen();
        await joined(await subject.connect({ client: reader }), {
          group: `by-${reader}`,
          topics: [topic],
          onRecords: seen.take,
        });
        await eventually(() => expect(seen.values()).toEqual(values));
      }
    });

    it('puts a key where the other client puts it', async () => {
      const topic = await subject.topic(5);
      const keys = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? newId() : `ключ-${index}`));
      for (const writer of CLIENT_NAMES) {
        await (await subject.connect({ client: writer })).publishBatch(keys.map((key) => record(topic, key, writer)));
      }
      const seen = new Seen();
      await joined(await subject.connect(), { group: 'places', topics: [topic], onRecords: seen.take });
      await eventually(() => expect(seen.records).toHaveLength(2 * keys.length));
      for (const [, of] of Map.groupBy(seen.records, ({ key }) => key?.toString())) {
        expect(of).toHaveLength(2);
        expect(new Set(of.map(({ partition }) => partition)).size).toBe(1);
      }
    });

    it('skips the marks of transactions and what was aborted, also over several fetches', async () => {
      const topic = await subject.topic();
      const writer = await TransactionalWriter.connect(givenBrokers(), subject.prefix + topic);
      const bulk = Array.from({ length: 12 }, (_, index) => `aborted ${index} ${'x'.repeat(200_000)}`);
      await writer.write(['committed 1'], 'commit');
      await writer.write(['aborted'], 'abort');
      await writer.write(['aborted again'], 'abort');
      await writer.write(['committed 2', 'committed 3'], 'commit');
      await writer.write(bulk, 'abort');
      await writer.write(['committed 4'], 'commit');
      const expected = ['committed 1', 'committed 2', 'committed 3', 'committed 4'];
      const transport = await subject.connect();
      const seen = new Seen();
      const tailed = new Seen();
      await joined(transport, { group: 'transactions', topics: [topic], onRecords: seen.take });
      await readyTail(transport, { topics: [topic], from: 'earliest', onRecords: tailed.take });
      await eventually(() => expect(seen.values()).toEqual(expected));
      await eventually(() => expect(tailed.values()).toEqual(expected));
      const caughtUp = () =>
        eventually(async () => {
          expect((await transport.lag('transactions', [topic])).get(topic)).toEqual(new Map([[0, 0]]));
        });
      await caughtUp();
      await writer.write(['aborted at the end'], 'abort');
      await caughtUp();
      await writer.close();
      expect(seen.values()).toEqual(expected);
    });
  });

  describe('a subscription', () => {
    it('gets the same records again after a throw, and loses none', async () => {
      const topic = await subject.topic();
      const transport = await subject.connect();
      const sent = Array.from({ length: 20 }, (_, index) => String(index));
      await transport.publishBatch(sent.map((value) => record(topic, 'k', value)));
      const tries: string[][] = [];
      const seen = new Seen((records) => {
        tries.push(records.map(textOf));
        if (tries.length === 2) throw new Error('not this time');
      });
      await joined(transport, { group: 'again', topics: [topic], maxRecords: 5, onRecords: seen.take });
      await eventually(() => expect(seen.values()).toEqual(sent));
      expect(tries[2]).toEqual(tries[1]);
      await eventually(async () => {
        expect((await transport.lag('again', [topic])).get(topic)).toEqual(new Map([[0, 0]]));
      });
    });

    it('pauses a partition alone when it is asked to wait, and resumes it', async () => {
      const topic = await subject.topic(2);
      const transport = await subject.connect();
      const [slow, fast] = await keysApart();
      let refused = 0;
      let waits = true;
      const seen = new Seen((records) => {
        if (!waits || records.every(({ key }) => key?.toString() !== slow)) return;
        refused++;
        throw new RetryLater(300);
      });
      await joined(transport, { group: 'pause', topics: [topic], onRecords: seen.take });
      await transport.publishBatch([record(topic, slow, 'slow')]);
      await eventually(() => expect(refused).toBeGreaterThan(0));
      for (let index = 0; index < 5; index++) {
        await transport.publishBatch([record(topic, fast, `fast ${index}`)]);
        await eventually(() => expect(seen.values()).toContain(`fast ${index}`));
      }
      expect(seen.values()).not.toContain('slow');
      await eventually(() => expect(refused).toBeGreaterThan(2));
      waits = false;
      await eventually(() => expect(seen.values().filter((value) => value === 'slow')).toHaveLength(1));
    });

    it('waits until its topic exists', async () => {
      const name = `late-${newId().slice(-8)}`;
      const transport = await subject.connect();
      const seen = new Seen();
      const subscription = transport.subscribeBatches({
        group: 'late',
        topics: [name],
        maxRecords: 10,
        onRecords: seen.take,
      });
      await expect(transport.publishBatch([record(name, 'k', 'too early')])).rejects.toThrow(name);
      expect(subscription.isJoined()).toBe(false);
      await transport.ensureTopics([declared(name)]);
      await eventually(() => transport.publishBatch([record(name, 'k', 'there')]), 30_000);
      await eventually(() => expect(seen.values()).toEqual(['there']), 30_000);
    });

    it('finishes and commits what is in hand when it is closed, and another goes on behind it', async () => {
      const topic = await subject.topic();
      const transport = await subject.connect();
      const sent = Array.from({ length: 30 }, (_, index) => String(index));
      await transport.publishBatch(sent.map((value) => record(topic, 'k', value)));
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const first = new Seen(() => held);
      let entered = false;
      const subscription = await joined(transport, {
        group: 'close',
        topics: [topic],
        maxRecords: 10,
        onRecords: (records) => {
          entered = true;
          return first.take(records);
        },
      });
      await eventually(() => expect(entered).toBe(true));
      const closing = subscription.close();
      release();
      await closing;
      expect(first.values()).toEqual(sent.slice(0, 10));
      expect((await transport.lag('close', [topic])).get(topic)).toEqual(new Map([[0, 20]]));
      const second = new Seen();
      await joined(await subject.connect(), { group: 'close', topics: [topic], onRecords: second.take });
      await eventually(() => expect(second.values()).toEqual(sent.slice(10)));
    });
  });

  describe('a publication', () => {
    it('is refused with the topic’s name where there is none, without harm to what is sent with it', async () => {
      const topic = await subject.topic();
      const transport = await subject.connect();
      const first = transport.publishBatch([record(topic, 'k', 'first')]);
      const unknown = transport.publishBatch([record('nowhere', 'k', 'lost')]);
      const last = transport.publishBatch([record(topic, 'k', 'last')]);
      await expect(unknown).rejects.toThrow('nowhere');
      await Promise.all([first, last]);
      const tailed = new Seen();
      await readyTail(transport, { topics: [topic], from: 'earliest', onRecords: tailed.take });
      expect([...new Set(tailed.values())]).toEqual(['first', 'last']);
    });

    it('gives up after its time where nobody answers', async () => {
      const transport = await subject.connect({ brokers: ['127.0.0.1:1'] });
      await expect(transport.publishBatch([record('t', 'k', 'v')], { timeoutMs: 200 })).rejects.toThrow('200 ms');
    });

    it('is refused after the transport was closed', async () => {
      const topic = await subject.topic();
      const transport = await subject.connect();
      await transport.publishBatch([record(topic, 'k', 'v')]);
      await transport.close();
      await expect(transport.publishBatch([record(topic, 'k', 'v')])).rejects.toThrow('closed');
    });
  });
});
