import { isRecord } from '@itops/kit';

import { reasonOf } from '../waiting';
import { type BrokerAccess } from './broker-access';

interface Advice {
  /** Of a cause's code and message. */
  readonly when: RegExp;
  readonly only?: (access: BrokerAccess) => boolean;
  readonly say: (access: BrokerAccess) => string;
}

const TOKEN_REFUSED =
  'the broker refuses the token: its issuer, audience and signing key must be those that the broker is set to expect';

/** What Node's TLS, the broker, and both clients say when a connection is refused, and what mends it. */
const ADVICE: readonly Advice[] = [
  {
    when: /SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT|CERT_SIGNATURE_FAILURE|CERT_UNTRUSTED/,
    say: ({ tls }) =>
      `the broker's certificate is signed by an authority that is not trusted here: ${
        tls?.ca === undefined ? 'set KAFKA_CA_FILE to' : 'KAFKA_CA_FILE must hold'
      } the certificate of the authority that signed it`,
  },
  {
    when: /ERR_TLS_CERT_ALTNAME_INVALID/,
    say: () =>
      "the broker's certificate is made out to another name: reach it by a name of its certificate (KAFKA_BROKERS, and the broker's advertised.listeners), or have the certificate made out to this one",
  },
  {
    when: /CERT_HAS_EXPIRED/,
    say: () => "the broker's certificate has expired: renew it at the broker (or set this machine's clock right)",
  },
  {
    when: /CERT_NOT_YET_VALID/,
    say: () => "the broker's certificate is not valid yet: set this machine's clock right, or replace the certificate",
  },
  {
    when: /ALERT_(CERTIFICATE_EXPIRED|CERTIFICATE_REVOKED)/i,
    say: () =>
      'the broker says that our client certificate is no longer valid: renew KAFKA_CERT_FILE and KAFKA_KEY_FILE',
  },
  {
    when: /ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|CERTIFICATE_UNKNOWN|UNSUPPORTED_CERTIFICATE|ACCESS_DENIED)/i,
    say: ({ tls }) =>
      tls?.client === undefined
        ? 'the broker asks for a client certificate: set KAFKA_CERT_FILE and KAFKA_KEY_FILE'
        : "the broker refuses our client certificate: KAFKA_CERT_FILE must be signed by an authority in the broker's trust store",
  },
  {
    when: /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNEXPECTED_MESSAGE|RECORD_LAYER|before secure TLS connection/,
    say: () => 'this port of the broker does not speak TLS: set KAFKA_TLS=off, or KAFKA_BROKERS to its port for TLS',
  },
  {
    when: /mechanism is not supported|not support the requested SASL mechanism|UNSUPPORTED_SASL_MECHANISM/,
    say: ({ sasl }) =>
      `the broker does not offer ${(sasl?.mechanism ?? 'SASL').toUpperCase()} on this port: set KAFKA_SASL_MECHANISM to one that it offers`,
  },
  {
    when: /current SASL state|ILLEGAL_SASL_STATE/,
    only: ({ sasl }) => sasl?.mechanism === 'oauthbearer',
    say: () => `${TOKEN_REFUSED} (or this port does not ask for SASL)`,
  },
  {
    when: /current SASL state|ILLEGAL_SASL_STATE/,
    say: () =>
      'this port of the broker does not ask for SASL: unset KAFKA_SASL_MECHANISM, or set KAFKA_BROKERS to its port for SASL',
  },
  {
    when: /No token for the broker from/,
    say: () => 'check the settings that begin with KAFKA_OAUTH, and that the token endpoint is up',
  },
  {
    when: /SASL.*(authentication failed|invalid)|SASL_AUTHENTICATION_FAILED|Authentication failed/i,
    say: ({ sasl }) =>
      sasl?.mechanism === 'oauthbearer'
        ? TOKEN_REFUSED
        : `the broker refuses the user '${sasl?.username ?? ''}': check KAFKA_USERNAME and KAFKA_PASSWORD, and that the broker knows this user for ${sasl?.mechanism.toUpperCase() ?? 'SASL'}`,
  },
  {
    when: /closed connection|connection closed|ECONNRESET|socket hang up|Connection timeout|disconnected/i,
    only: ({ tls, sasl }) => tls === undefined || sasl === undefined,
    say: (access) =>
      `the broker ended the connection: if it is up, this port may want ${missingOf(access).join(' or ')}`,
  },
  { when: /requires TLS/, say: () => 'set KAFKA_TLS=on' },
];

function missingOf({ tls, sasl }: BrokerAccess): string[] {
  if (tls === undefined) return ['TLS (set KAFKA_TLS=on)', ...(sasl === undefined ? [SASL] : [])];
  return tls.client === undefined
    ? [SASL, 'a client certificate (set KAFKA_CERT_FILE and KAFKA_KEY_FILE)']
    : [SASL, 'another client certificate (KAFKA_CERT_FILE must be signed by an authority that the broker trusts)'];
}

const SASL = 'SASL (set KAFKA_SASL_MECHANISM)';

/** The same failure, with what to do about it where its cause is known. */
export function withAdvice(error: unknown, access: BrokerAccess): Error {
  const causes = [...causesOf(error, 0)];
  const told = causes.map(({ code, reason }) => `${code} ${reason}`).join('\n');
  const advice = ADVICE.find(({ when, only }) => when.test(told) && (only?.(access) ?? true));
  if (advice === undefined) return error instanceof Error ? error : new Error(String(error));
  // A client may say no more than that it failed; the first cause knows why.
  const reason = reasonOf(error);
  const first = causes.at(-1)?.reason ?? reason;
  const full = reason.includes(first) ? reason : `${reason} (${first})`;
  return new Error(`${full}: ${advice.say(access)}`, { cause: error });
}

const DEEPEST = 8;

/** Code and message of the error and of all that it was made from, in the ways of both clients. */
function* causesOf(error: unknown, depth: number): Generator<{ readonly code: string; readonly reason: string }> {
  if (!isRecord(error) || depth > DEEPEST) return;
  const { code, message } = error;
  yield {
    code: typeof code === 'string' ? code : '',
    reason: typeof message === 'string' && message !== '' ? message : reasonOf(error),
  };
  yield* causesOf(error['cause'], depth + 1);
  yield* causesOf(error['originalError'], depth + 1);
  const several = error['errors'];
  if (Array.isArray(several)) for (const one of several) yield* causesOf(one, depth + 1);
}
