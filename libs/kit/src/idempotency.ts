import { createHash } from 'node:crypto';

import { type Authority } from './authority';
import { BusinessError } from './errors';
import { isRecord } from './json';
import { Refused, THE_ROUTE } from './refusal';

/** A request that may come again under its key. */
export interface KeyedRequest {
  /** The same for the same caller, method, path and key: a digest. */
  readonly id: Buffer;
  /** The same for the same body: a digest. */
  readonly content: Buffer;
  /** What the caller may do; see {@link hasLost}. */
  readonly rights: Buffer;
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
   * @throws IdempotencyKeyReused, IdempotencyKeyInUse, AnswerWithheld, Busy, Unavailable, OutcomeUnknown, and what the request throws
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

/**
 * @param route method and path
 * @param authority of the caller, where an answer is kept that they might lose the right to see
 */
export function keyedRequest(
  caller: string,
  route: string,
  key: string,
  body: unknown,
  authority?: Authority,
): KeyedRequest {
  return {
    id: digestOf([caller, route, key]),
    content: digestOf(body ?? null),
    rights: authority === undefined ? NO_RIGHTS : rightsOf(authority),
  };
}

const NO_RIGHTS = Buffer.alloc(0);
/** Enough that two of the few hundred rights that there are do not look the same. */
const MARK_BYTES = 6;
const marks = new WeakMap<Authority, Buffer>();

/** A mark for each permission and each group; names of groups are not kept. */
function rightsOf(authority: Authority): Buffer {
  let rights = marks.get(authority);
  if (rights === undefined) {
    const { permissions, groups } = authority;
    const names = [...[...permissions].map((one) => `may ${one}`), ...groups.map((one) => `in ${one}`)];
    rights = Buffer.concat(names.map((name) => createHash('sha256').update(name).digest().subarray(0, MARK_BYTES)));
    marks.set(authority, rights);
  }
  return rights;
}

/** Whether there is a permission or a group among the rights of before that is not among those of now. */
export function hasLost(before: Buffer, now: Buffer): boolean {
  const held = new Set(marksIn(now));
  return marksIn(before).some((mark) => !held.has(mark));
}

function marksIn(rights: Buffer): number[] {
  return Array.from({ length: rights.length / MARK_BYTES }, (_, at) => rights.readUIntBE(at * MARK_BYTES, MARK_BYTES));
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

/** What was answered then might show what the caller may not see any more. */
export class AnswerWithheld extends Refused {
  readonly kind = 'forbidden';
  readonly status = 403;
  readonly title = 'Not permitted';
  readonly refusal = {
    ...THE_ROUTE,
    action: 'read-kept-answer',
    reason: 'The caller has lost a permission or a group since the answer was given.',
  };

  constructor() {
    super(
      'This request was carried out before, and is not carried out again. Its answer is kept, but you have lost a ' +
        'permission or a group since it was given. Read the resource instead, as far as you may see it.',
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
