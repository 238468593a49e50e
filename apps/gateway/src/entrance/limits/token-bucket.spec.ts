import fc from 'fast-check';

import { TokenBucket } from './token-bucket';

describe('a token bucket', () => {
  it('never lets through more than its burst and what has come since, and wastes nothing', () => {
    const rate = fc.record({ perSecond: fc.integer({ min: 1, max: 100 }), burst: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(rate, fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 200 }), (given, pauses) => {
        const bucket = new TokenBucket(given, 0);
        let now = 0;
        let taken = 0;
        for (const pause of pauses) {
          now += pause;
          const has = bucket.has(now);
          const took = bucket.take(now);
          expect(took).toBe(has);
          if (took) taken++;
          // What waits for as long as it is told gets one.
          else expect(new TokenBucketAfter(bucket, now + bucket.secondsToNext * 1_000).has).toBe(true);
          expect(taken).toBeLessThanOrEqual(given.burst + (now / 1_000) * given.perSecond + 1e-6);
          expect(bucket.left).toBeGreaterThanOrEqual(0);
          expect(bucket.left).toBeLessThanOrEqual(given.burst);
        }
      }),
    );
  });

  it('is full again after the time that it tells', () => {
    const bucket = new TokenBucket({ perSecond: 2, burst: 10 }, 0);
    for (let n = 0; n < 10; n++) expect(bucket.take(0)).toBe(true);
    expect(bucket.take(0)).toBe(false);
    expect(bucket.secondsToNext).toBe(1);
    expect(bucket.secondsToFull).toBe(5);
    expect(bucket.has(5_000)).toBe(true);
    expect(bucket.left).toBe(10);
  });

  it('minds no clock that goes back', () => {
    const bucket = new TokenBucket({ perSecond: 1, burst: 1 }, 1_000);
    expect(bucket.take(1_000)).toBe(true);
    expect(bucket.take(0)).toBe(false);
    expect(bucket.take(2_000)).toBe(true);
  });
});

/** Looks ahead without disturbing the bucket. */
class TokenBucketAfter {
  readonly has: boolean;

  constructor(bucket: TokenBucket, at: number) {
    const copy: TokenBucket = Object.assign(new TokenBucket({ perSecond: 1, burst: 1 }, 0), bucket);
    this.has = copy.has(at);
  }
}
