import { batches } from './ops-api.mts';

describe('cutting into lots', () => {
  it('keeps the order, loses nothing, and lets a lot pass the limit only when it holds one item', () => {
    const lots = batches(['aaaa', 'b', 'c', 'dddddddddddd'], 10);
    expect(lots).toEqual([['aaaa'], ['b', 'c'], ['dddddddddddd']]);
    expect(batches([], 10)).toEqual([]);
  });
});
