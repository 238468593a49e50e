import { type Cause } from './cause';
import { type Refusal } from './refusal';

/** Something that somebody tried and was not let do. */
export interface RefusedAttempt extends Refusal {
  /** Who tried; `anonymous` where nobody could be recognised. */
  readonly cause: Cause;
}

/**
 * Where refused attempts are told, so that they stand in the audit trail. Telling neither waits nor fails, and is bounded:
 * what the same actor repeats is counted, not written again.
 */
export abstract class RefusedAttempts {
  abstract note(attempt: RefusedAttempt): void;
}
