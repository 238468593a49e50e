import { ManualClock } from '@itops/kit';

import { RetryLater } from '../port';
import { type IncomingRecord } from '../record';
import { Precedence } from './precedence';

const NOW = Date.parse('2026-05-04T10:00:00.000Z');

function record(ageMs: number, partition = 0): IncomingRecord {
  return { topic: 't', partition, offset: '0', key: null, value: null, headers: {}, timestamp: NOW - ageMs };
}

describe('a consumer that comes after another', () => {
  const clock = new ManualClock(new Date(NOW));

  it('waits while its records are old and the other is behind', async () => {
    let behind = 7;
    const precedence = new Precedence(clock, () => Promise.resolve(behind));
    await expect(precedence.require([record(0), record(10_000)])).rejects.toThrow(RetryLater);
    behind = 0;
    await expect(precedence.require([record(0), record(10_000)])).resolves.toBeUndefined();
  });

  it('does not even ask while its records are fresh', async () => {
    const precedence = new Precedence(clock, () => Promise.reject(new Error('asked')));
    await expect(precedence.require([record(0), record(2_000)])).resolves.toBeUndefined();
  });

  it('waits a minute at most, each partition its own, also while others come and go', async () => {
    let elapsed = 0;
    const precedence = new Precedence(
      clock,
      () => Promise.resolve(7),
      () => elapsed,
    );
    const require = (...records: IncomingRecord[]) => precedence.require(records);
    await expect(require(record(10_000))).rejects.toThrow(RetryLater);
    elapsed = 40_000;
    await expect(require(record(0, 1))).resolves.toBeUndefined();
    await expect(require(record(10_000, 2))).rejects.toThrow(RetryLater);
    elapsed = 59_999;
    await expect(require(record(10_000))).rejects.toThrow(RetryLater);
    elapsed = 60_000;
    await expect(require(record(10_000), record(10_000, 2))).rejects.toThrow(RetryLater);
    await expect(require(record(10_000))).resolves.toBeUndefined();
    await expect(require(record(10_000, 2))).rejects.toThrow(RetryLater);
    elapsed = 100_000;
    await expect(require(record(10_000, 2))).resolves.toBeUndefined();
    // Who has gone on begins anew.
    await expect(require(record(10_000))).rejects.toThrow(RetryLater);
  });
});
