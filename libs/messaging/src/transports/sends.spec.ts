import fc from 'fast-check';

import { type OutgoingRecord } from '../record';
import { bytesOf, inSends } from './sends';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const binary = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
const header = fc.oneof(text, binary, fc.array(fc.oneof(text, binary), { maxLength: 3 }));
const record: fc.Arbitrary<OutgoingRecord> = fc.record({
  topic: fc.constant('t'),
  key: fc.option(text),
  value: fc.option(binary),
  headers: fc.dictionary(text, header, { maxKeys: 3 }),
});

describe('sends', () => {
  it('keep every record, in order, and the limit, unless a record alone is larger', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), fc.integer({ min: 1, max: 2_000 }), (records, limit) => {
        const sends = [...inSends(records, limit)];
        expect(sends.flat()).toEqual(records);
        for (const send of sends) {
          const bytes = send.reduce((sum, one) => sum + bytesOf(one), 0);
          expect(send.length === 1 || bytes <= limit).toBe(true);
          expect(send.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('count bytes, not characters, and every value of a repeated header', () => {
    const empty = bytesOf({ topic: 't', key: null, value: null, headers: {} });
    expect(bytesOf({ topic: 't', key: 'ä', value: null, headers: {} })).toBe(empty + 2);
    const repeated = bytesOf({ topic: 't', key: null, value: null, headers: { h: ['xx', Buffer.alloc(1_000)] } });
    expect(repeated).toBeGreaterThan(empty + 1_002);
  });
});
