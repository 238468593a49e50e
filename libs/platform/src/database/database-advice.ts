import { isRecord } from '@itops/kit';

/** What Node's TLS, pg and PostgreSQL say when a connection is refused, and what mends it. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT|CERT_SIGNATURE_FAILURE|CERT_UNTRUSTED/,
    "the server's certificate is signed by an authority that is not trusted here: set DATABASE_CA_FILE to the certificate of the authority that signed it",
  ],
  [
    /ERR_TLS_CERT_ALTNAME_INVALID/,
    "the server's certificate is made out to another name: use a name of its certificate in DATABASE_URL, or have the certificate made out to this one",
  ],
  [
    /CERT_HAS_EXPIRED/,
    "the server's certificate has expired: renew it at the server (or set this machine's clock right)",
  ],
  [/CERT_NOT_YET_VALID/, "the server's certificate is not valid yet: set this machine's clock right, or replace it"],
  [
    /does not support SSL connections/,
    'turn TLS on at the server (ssl = on), or take sslmode out of DATABASE_URL and remove DATABASE_CA_FILE',
  ],
  [
    /no pg_hba\.conf entry .*no encryption/,
    'the server lets this user in over TLS only: set DATABASE_CA_FILE, or put sslmode=verify-full into DATABASE_URL',
  ],
  [
    /requires a valid client certificate/,
    'set DATABASE_CERT_FILE and DATABASE_KEY_FILE to a certificate that is made out to this user',
  ],
  [
    /certificate authentication failed/,
    "the client certificate's common name must be the user in DATABASE_URL: set DATABASE_CERT_FILE to one for this user",
  ],
  [
    /ALERT_UNKNOWN_CA|ALERT_BAD_CERTIFICATE|ALERT_CERTIFICATE/i,
    "the server refuses our client certificate: DATABASE_CERT_FILE must be valid, and signed by an authority in the server's ssl_ca_file",
  ],
  [/password authentication failed/, 'check the user and the password in DATABASE_URL'],
];

/** Why the database can't be reached, with what to do about it where that is known. Holds no password. */
export function refusalOf(error: unknown): string {
  const { code, message } = isRecord(error) ? error : {};
  const reason = typeof message === 'string' && message !== '' ? message.trim() : String(error);
  const advice = ADVICE.find(([when]) => when.test(`${typeof code === 'string' ? code : ''} ${reason}`))?.[1];
  return advice === undefined ? reason : `${reason}: ${advice}`;
}
