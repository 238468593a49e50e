import { type Cause } from './cause';

/** Something that somebody tried and was not let do. */
export interface RefusedAttempt {
  /** Who tried; `anonymous` where nobody could be recognised. */
  readonly cause: Cause;
  /** What they tried: the permission that they lack (`change:approve`), or a verb. */
  readonly action: string;
  /** What it was tried on: `change`; `route` where nothing more is known. */
  readonly resourceType: string;
  /** Of the resource, or the route's pattern; not counted apart from others when the same is tried on many. */
  readonly resourceId: string;
  /** Why not, in words that are the same for the same reason: attempts are counted together by it. */
  readonly reason: string;
}

/**
 * Where refused attempts are told, so that they stand in the audit trail. Telling neither waits nor fails, and is bounded:
 * what the same actor repeats is counted, not written again.
 */
export abstract class RefusedAttempts {
  abstract note(attempt: RefusedAttempt): void;
}
