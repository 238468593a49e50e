import { BusinessError, Unavailable } from '@itops/kit';

/**
 * Why a credential is not believed. What it once was good for is told only to who shows all of it: a key whose digest is
 * known, a token with a signature that holds.
 */
const REASONS = {
  missing: { error: undefined, text: 'The request shows no key and no token' },
  malformed: { error: 'invalid_token', text: 'This is neither a key of this platform nor a token' },
  unknown: { error: 'invalid_token', text: 'This key or token is not known here' },
  expired: { error: 'invalid_token', text: 'This key or token has expired' },
  revoked: { error: 'invalid_token', text: 'This key has been revoked' },
} as const;

export type ReasonNotToBelieve = keyof typeof REASONS;

/** Nobody is let in by what the request shows. */
export class Unauthenticated extends BusinessError {
  readonly kind = 'unauthenticated';
  readonly status = 401;
  readonly title = 'Who are you?';
  /** RFC 6750, 3. */
  readonly challenge: string;

  /** @param subject whom it once was good for, where that is certain */
  constructor(
    readonly reason: ReasonNotToBelieve,
    readonly subject = 'anonymous',
  ) {
    const { error, text } = REASONS[reason];
    super(`${text}. Send 'Authorization: Bearer <token or key>' or 'X-API-Key: <key>'.`);
    this.challenge =
      error === undefined
        ? 'Bearer realm="itops"'
        : `Bearer realm="itops", error="${error}", error_description="${text}"`;
  }
}

/** What a credential might be worth can't be found out now. */
export function notNow(what: string): Unavailable {
  return new Unavailable(`${what} Repeat the request in a few seconds.`);
}
