/** A wait that can be ended early, and remembers one wake that came while nobody waited. */
export class Wakeup {
  private pending = false;
  private resolve: (() => void) | undefined;

  wake(): void {
    this.pending = true;
    this.resolve?.();
  }

  /** Resolves on `wake`, or after `millis`; at once when woken since the last wait. */
  async wait(millis: number): Promise<void> {
    if (!this.pending) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, millis);
        this.resolve = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.resolve = undefined;
    }
    this.pending = false;
  }
}

/** Waits that double from `firstMs` to `longestMs`, each up to a quarter shorter, so that not all come back at once. */
export class BackOff {
  private nextMs: number;

  constructor(
    private readonly firstMs: number,
    private readonly longestMs: number,
  ) {
    this.nextMs = firstMs;
  }

  next(): number {
    const wait = this.nextMs;
    this.nextMs = Math.min(wait * 2, this.longestMs);
    return Math.round(wait * (1 - Math.random() / 4));
  }

  reset(): void {
    this.nextMs = this.firstMs;
  }
}

/** For those that fail together: all wait until the same moment, and only a failure after it makes the next wait longer. */
export class CommonBackOff {
  private until = 0;

  constructor(
    private readonly backOff: BackOff,
    /** Milliseconds of a clock that only goes forward. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  next(): number {
    const now = this.elapsed();
    if (now >= this.until) this.until = now + this.backOff.next();
    return Math.ceil(this.until - now);
  }

  reset(): void {
    this.until = 0;
    this.backOff.reset();
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

/** Waits for the work, but no longer than so many milliseconds. */
export async function withinLimit(work: Promise<unknown>, limitMs: number): Promise<void> {
  const limit = new Wakeup();
  await Promise.race([work.finally(() => limit.wake()), limit.wait(limitMs)]);
}
