import { domainTopics } from '@itops/contracts';
import fc from 'fast-check';

import { EventRing } from './event-ring';
import { PositionVector } from './position-vector';
import { StreamEntry } from './stream-entry';

const TOPIC = domainTopics.ci.name;

function entry(offset: number, id: string, padding = 0, partition = 0): StreamEntry {
  const value = Buffer.from(`{"specversion":"1.0","id":"${id}","padding":"${'x'.repeat(padding)}"}`);
  return new StreamEntry({ topic: TOPIC, partition, offset: String(offset), value, headers: {}, timestamp: 0 });
}

function newRing(capacity = 10, mostBytes = 100_000): EventRing {
  return new EventRing(capacity, mostBytes, PositionVector.from('origin-1', { [TOPIC]: { 0: '0', 1: '0' } }));
}

function at(offset: number, partition = 0): PositionVector {
  return PositionVector.from('origin-1', { [TOPIC]: { [partition]: String(offset), [1 - partition]: '1000' } });
}

function kept(ring: EventRing): number[] {
  const offsets: number[] = [];
  for (let sequence = ring.oldest; sequence < ring.end; sequence++) offsets.push(ring.at(sequence)?.offset ?? -1);
  return offsets;
}

describe('EventRing', () => {
  it('keeps no more than it may, and says how far back it reaches', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { maxLength: 60 }), (paddings) => {
        const ring = newRing(10, 1_000);
        paddings.forEach((padding, offset) => ring.push(entry(offset, `e${offset}`, padding)));
        const offsets = kept(ring);
        expect(offsets.length).toBeLessThanOrEqual(10);
        if (offsets.length > 1) expect(ring.bytes).toBeLessThanOrEqual(1_000);
        const first = paddings.length - offsets.length;
        expect(offsets).toEqual(paddings.map((_, offset) => offset).slice(first));
        expect(ring.reachesBackTo(at(first))).toBe(true);
        if (first > 0) expect(ring.reachesBackTo(at(first - 1))).toBe(false);
      }),
    );
  });

  it('leaves out what a relay has sent twice, and moves on past it', () => {
    const ring = newRing();
    for (const [offset, id] of [...'abab', ...'c'].entries()) ring.push(entry(offset, id));
    expect(kept(ring)).toEqual([0, 1, 4]);
    expect(ring.head.at(TOPIC, 0)).toBe(5);
    ring.push(entry(3, 'd'));
    expect(kept(ring)).toEqual([0, 1, 4]);
  });

  it('shows a repetition whose first sending it has forgotten', () => {
    const ring = newRing(2);
    for (const [offset, id] of [...'abca'].entries()) ring.push(entry(offset, id));
    expect(kept(ring)).toEqual([2, 3]);
  });

  it('keeps nothing of what it passes, but its place', () => {
    const ring = newRing();
    ring.push(entry(0, 'a'));
    ring.push(entry(0, 'b', 0, 1));
    ring.pass({ topic: TOPIC, partition: 0, offset: 1 });
    expect(kept(ring)).toEqual([]);
    expect(ring.bytes).toBe(0);
    expect(ring.reachesBackTo(ring.head)).toBe(true);
    expect(ring.reachesBackTo(at(1))).toBe(false);
    expect(ring.reachesBackTo(at(0, 1))).toBe(false);
    ring.push(entry(2, 'a'));
    expect(kept(ring)).toEqual([2]);
    expect(ring.reachesBackTo(at(2))).toBe(true);
  });
});
