import * as fc from 'fast-check';

import { InvalidInput } from '../errors';
import { Cursors, type CursorUse } from './cursors';

const cursors = new Cursors('a secret that is long enough, for this spec');
const use: CursorUse = {
  list: 'incidents',
  sort: '-openedAt',
  conditions: [{ field: 'state', operator: '=', values: ['new'] }],
};

describe('a cursor', () => {
  it('comes back as it went out, and is the same for the same place', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (position) => {
        const cursor = cursors.seal(use, position);
        expect(cursors.open(use, cursor)).toEqual(position);
        expect(cursors.seal(use, position)).toBe(cursor);
      }),
    );
  });

  it('is refused when one character of it is another', () => {
    const cursor = cursors.seal(use, ['2026-01-01', '018f4e1a-6c2b-7d3e-8f90-123456789abc']);
    const others = 'Az9_=';
    for (const at of cursor.split('').keys()) {
      for (const other of others) {
        if (other === cursor[at]) continue;
        const forged = cursor.slice(0, at) + other + cursor.slice(at + 1);
        expect(() => cursors.open(use, forged)).toThrow('is not a cursor of this platform');
      }
    }
  });

  it('is refused when it is written in another way that reads alike', () => {
    for (const place of ['x', 'xx', 'xxx']) {
      const cursor = cursors.seal(use, [place]);
      const ends = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
      const others = ends.map((end) => cursor.slice(0, -1) + end).filter((other) => other !== cursor);
      for (const other of [...others, `${cursor}=`, `${cursor}==`, ` ${cursor}`, `${cursor}\n`])
        expect(() => cursors.open(use, other)).toThrow('is not a cursor of this platform');
    }
  });

  it('is refused when one byte of it is another, or it is shorter or longer', () => {
    const bytes = Buffer.from(cursors.seal(use, ['1', 'x']), 'base64url');
    const forged = [...bytes.keys()].flatMap((at) =>
      [1, 2, 4, 8, 16, 32, 64, 128].map((bit) => {
        const other = Buffer.from(bytes);
        other.writeUInt8(bytes.readUInt8(at) ^ bit, at);
        return other;
      }),
    );
    for (const other of [...forged, bytes.subarray(1), bytes.subarray(0, -1), Buffer.concat([bytes, bytes])])
      expect(() => cursors.open(use, other.toString('base64url'))).toThrow(InvalidInput);
  });

  it('is refused, and nothing worse, whatever text it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), (text) => {
        expect(() => cursors.open(use, text)).toThrow(InvalidInput);
      }),
    );
  });

  it('is good for its own list, order and filters alone', () => {
    const cursor = cursors.seal(use, ['1', 'x']);
    expect(() => cursors.open({ ...use, list: 'changes' }, cursor)).toThrow('was made for another list');
    expect(() => cursors.open({ ...use, sort: 'openedAt' }, cursor)).toThrow('was made for another sort order');
    expect(() => cursors.open({ ...use, conditions: [] }, cursor)).toThrow('was made with other filters');
    expect(() => cursors.open({ ...use, within: 'INC0000001' }, cursor)).toThrow('was made with other filters');
  });

  it('is good whatever order its filters are written in', () => {
    const more = { field: 'priority', operator: '<=', values: ['2'] } as const;
    const cursor = cursors.seal({ ...use, conditions: [...use.conditions, more] }, ['x']);
    expect(cursors.open({ ...use, conditions: [more, ...use.conditions] }, cursor)).toEqual(['x']);
  });

  it('is good only where its secret is known', () => {
    const others = new Cursors('another secret that is long enough, for this spec');
    expect(() => others.open(use, cursors.seal(use, ['x']))).toThrow('is not a cursor of this platform');
  });
});
