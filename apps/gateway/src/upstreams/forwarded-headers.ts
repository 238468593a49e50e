import { type IncomingHttpHeaders } from 'node:http';

import { CORRELATION_HEADER, REQUEST_ID_HEADER } from '@itops/kit';

/** Of one connection only (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
/** What the gateway itself says of the request goes on, whatever a caller names in `Connection`. */
const OURS: readonly string[] = [CORRELATION_HEADER, REQUEST_ID_HEADER];
/** The caller's key stays here; host and expectation are those of the next connection. */
const KEPT_BACK = new Set(['host', 'expect', 'authorization', 'x-api-key', 'cookie', 'http2-settings']);

type Headers = Record<string, string | string[]>;

function endToEnd(headers: IncomingHttpHeaders): Headers {
  const named = new Set((headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase()));
  const kept: Headers = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name) && !named.has(name)) kept[name] = value;
  }
  return kept;
}

/** What of a caller's headers a service sees. */
export function requestHeaders(headers: IncomingHttpHeaders): Headers {
  const kept = endToEnd(headers);
  for (const name of KEPT_BACK) delete kept[name];
  for (const name of OURS) kept[name] = headers[name] ?? '';
  return kept;
}

/** What of a service's headers the caller sees: ETag, Location, Link and all else that is not between us two. */
export function responseHeaders(headers: IncomingHttpHeaders): Headers {
  const kept = endToEnd(headers);
  for (const name of Object.keys(kept)) if (name.startsWith('x-itops-')) delete kept[name];
  return kept;
}
