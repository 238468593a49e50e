import { isUuid } from './ids';

/** One thing wrong with an input: where (JSON pointer, RFC 6901) and why. */
export interface FieldError {
  readonly pointer: string;
  readonly reason: string;
}

/** The errors of the business. One filter turns each into a problem document (RFC 9457); `kind` is the last part of its type. */
export abstract class BusinessError extends Error {
  abstract readonly kind: string;
  abstract readonly status: number;
  abstract readonly title: string;

  /** Further members of the problem document. */
  details(): Record<string, unknown> {
    return {};
  }
}

export class NotFound extends BusinessError {
  readonly kind = 'not-found';
  readonly status = 404;
  readonly title = 'Not found';

  /** @param search how its id is found; given for what goes by no other name in a path */
  constructor(what: string, key: string, search?: string) {
    super(
      search === undefined || isUuid(key)
        ? `There is no ${what} '${key}'. Check the id or number; lists show what exists.`
        : `There is no ${what} with the id '${key}', which is none: ids are UUIDs. ${search}.`,
    );
  }
}

export class IllegalTransition extends BusinessError {
  readonly kind = 'illegal-transition';
  readonly status = 409;
  readonly title = 'This move is not allowed now';

  constructor(
    readonly what: string,
    readonly state: string,
    readonly action: string,
    readonly allowedActions: readonly string[],
  ) {
    super(
      `'${action}' is not possible while the ${what} is '${state}'. ` +
        (allowedActions.length > 0 ? `Possible now: ${allowedActions.join(', ')}.` : 'This is a final state.'),
    );
  }

  override details(): Record<string, unknown> {
    return { state: this.state, action: this.action, allowedActions: this.allowedActions };
  }
}

/** Two truths that can't both hold: a duplicate, a change that somebody else has made in between. */
export class Conflict extends BusinessError {
  readonly kind = 'conflict';
  readonly status = 409;
  readonly title = 'Conflict';
}

/** A refusal must not be larger than what it refuses: of a body of nonsense it names the first things. */
const MOST_ERRORS = 100;
const LONGEST_TEXT = 200;

export class InvalidInput extends BusinessError {
  readonly kind = 'invalid-input';
  readonly status = 400;
  readonly title = 'The request is not valid';
  readonly errors: readonly FieldError[];

  constructor(errors: readonly FieldError[]) {
    const told = toldOf(errors);
    super(told.map((error) => `${error.pointer || '/'}: ${error.reason}`).join('; '));
    this.errors = told;
  }

  override details(): Record<string, unknown> {
    return { errors: this.errors };
  }
}

function toldOf(errors: readonly FieldError[]): FieldError[] {
  const shortened = (text: string) => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text);
  const told = errors
    .slice(0, MOST_ERRORS)
    .map(({ pointer, reason }) => ({ pointer: shortened(pointer), reason: shortened(reason) }));
  const left = errors.length - told.length;
  return left > 0 ? [...told, { pointer: '', reason: `and ${left} more` }] : told;
}

export class Forbidden extends BusinessError {
  readonly kind = 'forbidden';
  readonly status = 403;
  readonly title = 'Not permitted';
}

/** `If-Match` names a version that is no longer the current one. */
export class StaleVersion extends BusinessError {
  readonly kind = 'stale-version';
  readonly status = 412;
  readonly title = 'The resource has changed';

  constructor(
    readonly what: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`The ${what} is at version ${actual}, not ${expected}. Read it again and repeat with its new ETag.`);
  }

  override details(): Record<string, unknown> {
    return { expectedVersion: this.expected, actualVersion: this.actual };
  }
}

export class VersionRequired extends BusinessError {
  readonly kind = 'version-required';
  readonly status = 428;
  readonly title = 'If-Match is required';

  constructor(what: string) {
    super(`Changing a ${what} needs the header If-Match with the ETag of the version that you have read.`);
  }
}

/** A dependency is away. The caller may repeat the request later. */
export class Unavailable extends BusinessError {
  readonly kind = 'unavailable';
  readonly status = 503;
  readonly title = 'Not available right now';
}

/** Something the platform runs on is not set up as it must be. Repeating does not help; those who run the platform must mend it. */
export class Misconfigured extends BusinessError {
  readonly kind = 'misconfigured';
  readonly status = 503;
  readonly title = 'The platform is not set up for this';
}

/** What was sent is larger than can be taken. */
export class TooLarge extends BusinessError {
  readonly kind = 'too-large';
  readonly status = 413;
  readonly title = 'The body is too large';
}

/** More is asked at the same time than can be done: nothing is away, and a little later it goes. */
export class Busy extends BusinessError {
  readonly kind = 'busy';
  readonly status = 503;
  readonly title = 'Too many requests at once';

  constructor(options?: ErrorOptions) {
    super('There are too many requests at once. Repeat the request in a moment.', options);
  }
}

/** The database went away while it committed: the change was made as a whole, or not at all, and nobody can say which. */
export class OutcomeUnknown extends BusinessError {
  readonly kind = 'outcome-unknown';
  // Not 503, which clients and proxies repeat by themselves.
  readonly status = 500;
  readonly title = 'Whether it was done is not known';

  constructor(options?: ErrorOptions) {
    super(
      'The database went away in the moment of the commit. The change was either made as a whole or not at all: ' +
        'repeat the request if it has an Idempotency-Key; else first read the resource, or the list where it would be.',
      options,
    );
  }
}

/** The version that a caller says it has read; `'*'` takes any. */
export type ExpectedVersion = number | '*';

/** @throws StaleVersion when the caller has read another version than the current one. */
export function requireVersion(what: string, expected: ExpectedVersion, actual: number): void {
  if (expected !== '*' && expected !== actual) throw new StaleVersion(what, expected, actual);
}
