import fc from 'fast-check';

import { afterSealing, openGaps, type SealedPositions, unsealedRanges } from './positions';

const NOTHING: SealedPositions = { to: 0, gaps: [] };
const look = (taken: readonly number[], oldestRunning = '10', firstUnknown = '20') => ({
  ...{ taken, isWhole: true, oldestRunning, firstUnknown },
});

describe('the positions of sealed rows', () => {
  it('leave a gap for each position below the newest that was not seen', () => {
    const sealed = afterSealing(NOTHING, look([2, 3, 6]), '20');
    expect(sealed).toEqual({
      to: 6,
      gaps: [
        { low: 1, high: 1, below: '20' },
        { low: 4, high: 5, below: '20' },
      ],
    });
    expect(unsealedRanges(sealed)).toEqual({ lows: [1, 4, 7], highs: [1, 5, Number.MAX_SAFE_INTEGER] });
  });

  it('fill a gap when its row comes, and keep the rest of it', () => {
    const sealed = { to: 9, gaps: [{ low: 3, high: 7, below: '15' }] };
    expect(afterSealing(sealed, look([5]), '20')).toEqual({
      to: 9,
      gaps: [
        { low: 3, high: 4, below: '15' },
        { low: 6, high: 7, below: '15' },
      ],
    });
  });

  it('forget a gap when every transaction that could fill it has ended, or when its ids come from another cluster', () => {
    const gap = { low: 3, high: 3, below: '15' };
    expect(openGaps([gap], look([], '14', '20'))).toEqual([gap]);
    expect(openGaps([gap], look([], '15', '20'))).toEqual([]);
    expect(openGaps([gap], look([], '3', '15'))).toEqual([]);
  });

  it('forget no gap that the look did not reach', () => {
    const gap = { low: 5, high: 8, below: '15' };
    expect(openGaps([gap], { ...look([2, 6], '16'), isWhole: false })).toEqual([gap]);
    expect(openGaps([gap], { ...look([2, 8], '16'), isWhole: false })).toEqual([]);
  });

  it('pass by no row, whatever is open, rolled back or cut off, and forget all gaps in the end', () => {
    // A transaction takes positions, and commits or rolls back later; a look takes what is committed, up to a limit.
    const steps = fc.array(
      fc.oneof(
        fc.record({ take: fc.integer({ min: 1, max: 4 }) }),
        fc.record({ end: fc.nat(), commits: fc.boolean() }),
        fc.record({ most: fc.integer({ min: 1, max: 5 }) }),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (script) => {
        const model = new Model();
        for (const step of script) {
          if ('take' in step) model.take(step.take);
          else if ('end' in step) model.end(step.end, step.commits);
          else model.look(step.most);
        }
        model.settle();
        expect(model.sealedInOrder.toSorted((one, other) => one - other)).toEqual(model.committedInOrder);
        expect(model.sealed.gaps).toEqual([]);
      }),
    );
  });
});

/** A log, its transactions, and a sealer. */
class Model {
  sealed: SealedPositions = NOTHING;
  readonly sealedInOrder: number[] = [];
  private nextId = 1;
  private nextPosition = 1;
  private readonly running = new Map<number, number[]>();
  private readonly committed = new Set<number>();

  get committedInOrder(): number[] {
    return [...this.committed].sort((one, other) => one - other);
  }

  take(count: number): void {
    this.running.set(
      this.nextId++,
      Array.from({ length: count }, () => this.nextPosition++),
    );
  }

  end(index: number, commits: boolean): void {
    const ids = [...this.running.keys()];
    const id = ids[index % Math.max(1, ids.length)];
    if (id === undefined) return;
    if (commits) for (const position of this.running.get(id) ?? []) this.committed.add(position);
    this.running.delete(id);
  }

  look(most: number): boolean {
    const { lows, highs } = unsealedRanges(this.sealed);
    const isIn = (position: number) => lows.some((low, range) => low <= position && position <= (highs[range] ?? 0));
    const found = this.committedInOrder.filter(isIn);
    const taken = found.slice(0, most);
    const oldestRunning = String(Math.min(...this.running.keys(), this.nextId));
    const seen = { taken, isWhole: taken.length === found.length, oldestRunning, firstUnknown: String(this.nextId) };
    if (taken.length === 0) {
      this.sealed = { ...this.sealed, gaps: openGaps(this.sealed.gaps, seen) };
      return false;
    }
    this.sealed = afterSealing(this.sealed, seen, String(this.nextId++));
    this.sealedInOrder.push(...taken);
    return true;
  }

  settle(): void {
    for (let index = 0; this.running.size > 0; index++) this.end(index, index % 2 === 0);
    while (this.look(3));
  }
}
