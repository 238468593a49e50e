import { MINUTE } from '@itops/kit';

const MOST_REMEMBERED = 100;

/** Keeps what holds for every request from being told for every request: once a minute is enough. */
export class ToldOfLate {
  /** When what was told, on the monotonic clock. */
  private readonly told = new Map<string, number>();

  /** Whether this was not told within the last minute. Texts that differ in numbers only are the same. */
  isNew(text: string, now = performance.now()): boolean {
    const name = text.replace(/-?\d+/g, '#');
    const last = this.told.get(name);
    if (last !== undefined && now - last < MINUTE) return false;
    if (this.told.size >= MOST_REMEMBERED) this.told.clear();
    this.told.set(name, now);
    return true;
  }
}
