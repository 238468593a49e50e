import { type Rate } from './limits.config';

/** Holds so many tokens, gets so many each second, and lets through who takes one. */
export class TokenBucket {
  private tokens: number;

  /** @param at milliseconds of a clock that never goes back */
  constructor(
    private readonly rate: Rate,
    private at: number,
  ) {
    this.tokens = rate.burst;
  }

  /** Takes one if there is one. */
  take(now: number): boolean {
    this.fill(now);
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }

  /** Whether there is one to take. */
  has(now: number): boolean {
    this.fill(now);
    return this.tokens >= 1;
  }

  /** Whole tokens that are left. */
  get left(): number {
    return Math.floor(this.tokens);
  }

  /** Seconds until there is one to take, at least 1: what Retry-After can say. */
  get secondsToNext(): number {
    return Math.max(1, Math.ceil((1 - this.tokens) / this.rate.perSecond));
  }

  /** Seconds until it is full. */
  get secondsToFull(): number {
    return Math.ceil((this.rate.burst - this.tokens) / this.rate.perSecond);
  }

  private fill(now: number): void {
    if (now <= this.at) return;
    this.tokens = Math.min(this.rate.burst, this.tokens + ((now - this.at) / 1_000) * this.rate.perSecond);
    this.at = now;
  }
}
