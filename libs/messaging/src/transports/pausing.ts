import { RetryLater } from '../port';
import { reasonOf } from '../waiting';

const STANDARD_PAUSE_MS = 1_000;

/** How long a partition rests after `onRecords` threw, and why. */
export function pauseAfter(error: unknown): { pauseMs: number; reason: string } {
  return error instanceof RetryLater
    ? { pauseMs: error.pauseMs, reason: reasonOf(error.cause ?? 'asked to wait') }
    : { pauseMs: STANDARD_PAUSE_MS, reason: reasonOf(error) };
}
