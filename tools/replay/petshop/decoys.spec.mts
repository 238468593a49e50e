import { drawDecoys } from './decoys.mts';

describe('decoy changes', () => {
  const fault = { injectedAt: Date.parse('2023-04-18T22:00:00Z'), rootCause: 'b' };
  const drawn = drawDecoys('seed', fault, ['a', 'b', 'c', 'd'], 200);

  it('end in the 24 hours before the fault, on other nodes', () => {
    for (const { endedAt, node, startedAt } of drawn) {
      expect(fault.injectedAt - endedAt).toBeGreaterThanOrEqual(0);
      expect(fault.injectedAt - endedAt).toBeLessThan(24 * 3_600_000);
      expect(startedAt).toBeLessThan(endedAt);
      expect(node).not.toBe('b');
    }
    expect(new Set(drawn.map(({ node }) => node))).toEqual(new Set(['a', 'c', 'd']));
  });

  it('are the same for the same seed, whatever the order of the nodes', () => {
    expect(drawDecoys('seed', fault, ['d', 'c', 'b', 'a'], 200)).toEqual(drawn);
    expect(drawDecoys('other', fault, ['a', 'b', 'c', 'd'], 200)).not.toEqual(drawn);
  });
});
