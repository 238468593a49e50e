import { createHash } from 'node:crypto';

import { BusinessError } from './errors';
import { isRecord } from './json';

/** A request that may come again under its key. */
export interface KeyedRequest {
  /** The same for the same caller, method, path and key: a digest. */
  readonly id: Buffer;
  /** The same for the same body: a digest. */
  readonly content: Buffer;
}

/** What a request was answered with, as far as its repetition has to be answered the same. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As it went out; null where there was none. */
  readonly body: string | null;
}

export interface GivenAnswer {
  readonly answer: Answer;
  /** Whether it was given before. */
  readonly isRepeated: boolean;
}

/** Answers a request that comes again as it was answered first. Kept for {@link ANSWERS_KEPT_MS}. */
export abstract class IdempotentRequests {
  /**
   * Carries the request out, unless that was done before. What it changes in the database and its answer are committed
   * together, before this resolves; when it fails, neither is.
   * @throws IdempotencyKeyReused, IdempotencyKeyInUse, Busy, Unavailable, OutcomeUnknown, and what the request throws
   */
  abstract answer(request: KeyedRequest, carryOut: () => Promise<Answer>): Promise<GivenAnswer>;

  /**
   * For a request that has the same effect and the same answer however often it is carried out: only sees to it that it
   * stays the same. While the database is away nothing is seen to.
   * @throws IdempotencyKeyReused
   */
  abstract claim(request: KeyedRequest): Promise<void>;
}

export const ANSWERS_KEPT_MS = 24 * 3_600_000;

/** @param route method and path */
export function keyedRequest(caller: string, route: string, key: string, body: unknown): KeyedRequest {
  return { id: digestOf([caller, route, key]), content: digestOf(body ?? null) };
}

/** The order of members does not matter. @param value as deep as `MOST_LEVELS` at most */
function digestOf(value: unknown): Buffer {
  return createHash('sha256')
    .update(
      JSON.stringify(value, (_name, member: unknown) =>
        isRecord(member)
          ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
          : member,
      ),
    )
    .digest();
}

/** The key was sent before with another body. */
export class IdempotencyKeyReused extends BusinessError {
  readonly kind = 'idempotency-key-reused';
  readonly status = 422;
  readonly title = 'The idempotency key belongs to another request';

  constructor() {
    super(
      'This Idempotency-Key was sent with another body before. Send a new request with a new key, ' +
        'and a repetition with the body that it had the first time.',
    );
  }
}

/** The first request with this key is still being carried out. */
export class IdempotencyKeyInUse extends BusinessError {
  readonly kind = 'idempotency-key-in-use';
  readonly status = 409;
  readonly title = 'The first request with this key is still under way';

  constructor(options?: ErrorOptions) {
    super('The first request with this Idempotency-Key is still being carried out. Repeat it in a moment.', options);
  }
}
