/** Where the current time comes from. Passed in everywhere, so that a test can move it. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is moved. */
export class ManualClock extends Clock {
  private millis: number;

  constructor(start: Date | string) {
    super();
    this.millis = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.millis);
  }

  /** Moves the clock forward by `millis` milliseconds. */
  advance(millis: number): void {
    this.millis += millis;
  }

  set(at: Date | string): void {
    this.millis = new Date(at).getTime();
  }
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
