import fc from 'fast-check';

import { type IncomingRecord } from '../../record';
import { JointDelivery, NotTaken, type Portion } from './joint-delivery';

interface Named extends Portion {
  readonly name: string;
}

const RECORD: IncomingRecord = {
  ...{ topic: 't', partition: 0, offset: '0', key: null, value: null, headers: {}, timestamp: 0 },
};

function portion(name: string, length = 1): Named {
  return { name, records: Array.from({ length }, () => RECORD) };
}

const namesOf = (portions: readonly Named[]): string[] => portions.map(({ name }) => name);

describe('a joint delivery', () => {
  it('hands over together what comes together, and one call after the other', async () => {
    const calls: string[][] = [];
    let atOnce = 0;
    const delivery = new JointDelivery<Named>(10, async (portions) => {
      expect(++atOnce).toBe(1);
      calls.push(namesOf(portions));
      await new Promise((resolve) => setImmediate(resolve));
      atOnce--;
      return new Set(portions);
    });
    const later = delivery.hand(portion('a')).then(() => delivery.hand(portion('c')));
    expect(await Promise.all([later, delivery.hand(portion('b'))])).toEqual([true, true]);
    expect(calls).toEqual([['a', 'b'], ['c']]);
  });

  it('hands over each portion once, never more records than are wanted unless one portion has them', async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(lengths, async (given) => {
        const seen: string[] = [];
        const delivery = new JointDelivery<Named>(10, (portions) => {
          const records = portions.flatMap(({ records }) => records).length;
          expect(records <= 10 || portions.length === 1).toBe(true);
          seen.push(...namesOf(portions));
          return Promise.resolve(new Set(portions));
        });
        await Promise.all(given.map((length, index) => delivery.hand(portion(String(index), length))));
        expect(seen.toSorted()).toEqual(given.map((_, index) => String(index)).toSorted());
      }),
    );
  });

  it('tries what was not taken again by itself, so that only what holds up is held up', async () => {
    const calls: string[][] = [];
    const delivery = new JointDelivery<Named>(10, (portions) => {
      calls.push(namesOf(portions));
      if (portions.some(({ name }) => name === 'bad')) return Promise.reject(new NotTaken('no'));
      return Promise.resolve(new Set(portions));
    });
    const results = await Promise.allSettled(['one', 'bad', 'two'].map((name) => delivery.hand(portion(name))));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(calls).toEqual([['one', 'bad', 'two'], ['one'], ['bad'], ['two']]);
  });

  it('tries nothing again that was taken and whose commit failed', async () => {
    let calls = 0;
    const delivery = new JointDelivery<Named>(10, () => {
      calls++;
      return Promise.reject(new Error('not committed'));
    });
    const results = await Promise.allSettled(['one', 'two'].map((name) => delivery.hand(portion(name))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(calls).toBe(1);
  });

  it('tells what was nobody’s any more', async () => {
    const delivery = new JointDelivery<Named>(10, (portions) =>
      Promise.resolve(new Set(portions.filter(({ name }) => name === 'ours'))),
    );
    expect(await Promise.all([delivery.hand(portion('theirs')), delivery.hand(portion('ours'))])).toEqual([
      false,
      true,
    ]);
  });
});
