import * as fc from 'fast-check';

import { InvalidInput } from './errors';
import { decodeCursor, encodeCursor, toPage } from './pagination';

describe('a cursor', () => {
  it('comes back as it went out', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
        fc.string(),
        (sort, value, id) => {
          expect(decodeCursor(sort, encodeCursor(sort, { value, id }))).toEqual({ value, id });
        },
      ),
    );
  });

  it('refuses any text that is no cursor, with the place and the reason', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor('createdAt', text)).toThrow(InvalidInput);
      }),
    );
  });

  it('refuses a cursor that was made for another order', () => {
    const cursor = encodeCursor('createdAt', { value: 'x', id: '1' });
    expect(() => decodeCursor('-priority', cursor)).toThrow('another sort order');
  });
});

describe('a page', () => {
  it('has a next cursor exactly when there are more rows', () => {
    const page = (rows: number[]) =>
      toPage(
        rows,
        2,
        (row) => row * 10,
        (row) => `after-${row}`,
      );
    expect(page([1, 2, 3])).toEqual({ items: [10, 20], nextCursor: 'after-2' });
    expect(page([1, 2])).toEqual({ items: [10, 20], nextCursor: null });
    expect(page([])).toEqual({ items: [], nextCursor: null });
  });
});
