import { toPage } from './pagination';

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
