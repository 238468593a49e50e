import { type IncomingHttpHeaders } from 'node:http';

import { CORRELATION_HEADER, REQUEST_ID_HEADER } from '@itops/kit';

/** Of one connection only (RFC 9110, 7.6.1). */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];
/** The caller's key stays here; host and expectation are those of the next connection. */
const KEPT_BACK = ['host', 'expect', 'authorization', 'x-api-key', 'cookie', 'http2-settings'];
const NOT_FOR_SERVICES: ReadonlySet<string> = new Set([...HOP_BY_HOP, ...KEPT_BACK]);
const NOT_FOR_CALLERS: ReadonlySet<string> = new Set(HOP_BY_HOP);
/** What the gateway itself says of the request goes on, whatever a caller names in `Connection`. */
const OURS: ReadonlySet<string> = new Set([CORRELATION_HEADER, REQUEST_ID_HEADER]);
/** Headers by which the platform's parts speak to each other. */
const INTERNAL = 'x-itops-';
const NOTHING: ReadonlySet<string> = new Set();

/** Names and values, one after the other: what undici and Node take without another copy. */
export type FlatHeaders = string[];

/** What `Connection` names is of that connection as well. */
function namedIn(connection: string | undefined): ReadonlySet<string> {
  if (connection === undefined || connection === 'keep-alive' || connection === 'close') return NOTHING;
  return new Set(connection.split(',').map((name) => name.trim().toLowerCase()));
}

function push(to: FlatHeaders, name: string, value: string | string[] | undefined): void {
  if (typeof value === 'string') to.push(name, value);
  else if (value !== undefined) for (const one of value) to.push(name, one);
}

/**
 * What of a caller's headers a service sees.
 * @param own of the gateway's, in place of what the caller has under these names
 * @param isLengthKnown whether the body goes on as it came, so that its length is right
 */
export function requestHeaders(
  headers: IncomingHttpHeaders,
  own: Readonly<Record<string, string>>,
  isLengthKnown: boolean,
): FlatHeaders {
  const named = namedIn(headers.connection);
  const kept: FlatHeaders = [];
  for (const name in own) push(kept, name, own[name]);
  for (const name in headers) {
    if (NOT_FOR_SERVICES.has(name) || own[name] !== undefined) continue;
    if (named.has(name) && !OURS.has(name)) continue;
    if (name === 'content-length' && !isLengthKnown) continue;
    push(kept, name, headers[name]);
  }
  return kept;
}

/** Adds what of a service's headers the caller sees: ETag, Location, Link and all else that is not between us two. */
export function addResponseHeaders(to: FlatHeaders, headers: IncomingHttpHeaders): void {
  const named = namedIn(headers.connection);
  for (const name in headers) {
    if (NOT_FOR_CALLERS.has(name) || named.has(name) || name.startsWith(INTERNAL)) continue;
    push(to, name, headers[name]);
  }
}
