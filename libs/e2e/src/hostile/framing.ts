import { bearer, each, head, type Hostile, request, type Target, UNREADABLE } from './hostile-request';

const BODY = '{"title":"smuggled"}';
const SMUGGLED = 'GET /v1/incidents HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\n\r\n';

/** Lines of a head that leave it open where the body ends, or which no sender writes. */
const HEADS: Readonly<Record<string, readonly string[]>> = {
  'a length and chunks': ['content-length: 20', 'transfer-encoding: chunked'],
  'chunks and a length': ['transfer-encoding: chunked', 'content-length: 5'],
  'two lengths': ['content-length: 20', 'content-length: 5'],
  'two lengths in one line': ['content-length: 20, 20'],
  'a length with a plus': ['content-length: +20'],
  'a negative length': ['content-length: -1'],
  'a hexadecimal length': ['content-length: 0x14'],
  'a length with a point': ['content-length: 20.0'],
  'a length with an exponent': ['content-length: 2e1'],
  'a length too large for its bits': ['content-length: 99999999999999999999'],
  'an empty length': ['content-length:'],
  'a length of words': ['content-length: twenty'],
  xchunked: ['transfer-encoding: xchunked'],
  'chunked and more': ['transfer-encoding: chunked, identity'],
  'chunked, later identity': ['transfer-encoding: chunked', 'transfer-encoding: identity'],
  'chunked behind a vertical tab': ['transfer-encoding: \u000bchunked'],
  'chunked in quotes': ['transfer-encoding: "chunked"'],
  'a space before the colon': ['transfer-encoding : chunked'],
  'a length with a space before the colon': ['content-length : 20'],
  'a bare line feed before chunked': ['x: y\ntransfer-encoding: chunked'],
  'a bare carriage return before chunked': ['x: y\rtransfer-encoding: chunked'],
  'a folded line': ['x: y', ' transfer-encoding: chunked'],
  'a name with a space': ['transfer encoding: chunked'],
  'a name with a control character': ['transfer\u0001encoding: chunked'],
  'no name': [': x'],
  'no colon': ['transfer-encoding'],
  'U+0000 in a value': ['x: a\u0000b'],
};

/** Chunks that no sender writes. */
const CHUNKS: Readonly<Record<string, string>> = {
  'a size with a sign': `-1\r\n${BODY}\r\n0\r\n\r\n`,
  'a size in C': `0x14\r\n${BODY}\r\n0\r\n\r\n`,
  'a size too large for its bits': `FFFFFFFFFFFFFFFFF\r\n${BODY}\r\n0\r\n\r\n`,
  'a size of words': `twenty\r\n${BODY}\r\n0\r\n\r\n`,
  'no size': `\r\n${BODY}\r\n0\r\n\r\n`,
  'more than its size': `5\r\n${BODY}\r\n0\r\n\r\n`,
  'a bare line feed after the size': `14\n${BODY}\r\n0\r\n\r\n`,
  'a space after the size': `14 \r\n${BODY}\r\n0\r\n\r\n`,
};

const VERSIONS: Readonly<Record<string, string>> = {
  'a version that is none': 'HTTP/9.9',
  'a version of two digits': 'HTTP/1.10',
  'a version in lower case': 'http/1.1',
};

/** Requests whose end two readers could see at different places, and what only looks like a request. */
export function framing({ key, viewer }: Target): Hostile[] {
  const lines = ['host: gateway', `authorization: Bearer ${key}`, 'content-type: application/json'];
  const post = (more: readonly string[], body: string) =>
    Buffer.concat([head('POST', '/v1/incidents', [...lines, ...more]), Buffer.from(body, 'latin1')]);
  const open = (credential: string) =>
    request('GET', '/v1/incidents?limit=1', { ...bearer(credential), connection: 'keep-alive' });
  return [
    ...each(HEADS, (more) => post(more, BODY), UNREADABLE),
    ...each(CHUNKS, (chunks) => post(['transfer-encoding: chunked', 'connection: close'], chunks), UNREADABLE),
    ...each(VERSIONS, (version) => head('GET', '/v1/incidents', [...lines, 'connection: close'], version), UNREADABLE),
    {
      name: 'a request after the length, in the body of another',
      bytes: post(['content-length: 2'], `{}${SMUGGLED}`),
      statuses: [400, 401],
      problem: 'unauthenticated',
    },
    {
      name: 'a request after the last chunk',
      bytes: post(['transfer-encoding: chunked'], `2\r\n{}\r\n0\r\n\r\n${SMUGGLED}`),
      statuses: [400, 401],
      problem: 'unauthenticated',
    },
    {
      name: 'a request in the body of a GET',
      bytes: Buffer.concat([
        head('GET', '/v1/incidents?limit=1', [...lines, `content-length: ${SMUGGLED.length}`, 'connection: close']),
        Buffer.from(SMUGGLED),
      ]),
      statuses: [200],
    },
    {
      name: 'a length with chunks behind it, and a request in them',
      bytes: post(['content-length: 4', 'transfer-encoding: chunked'], `2\r\n{}\r\n0\r\n\r\n${SMUGGLED}`),
      ...UNREADABLE,
    },
    {
      name: 'the next request on the connection without a credential',
      bytes: Buffer.concat([open(key), Buffer.from(SMUGGLED)]),
      statuses: [200, 401],
      problem: 'unauthenticated',
    },
    {
      name: 'the next request on the connection of somebody who may less',
      bytes: Buffer.concat([open(key), request('POST', '/v1/incidents', bearer(viewer), BODY)]),
      statuses: [200, 403],
      problem: 'forbidden',
    },
    {
      name: 'the next request on the connection after nobody',
      bytes: Buffer.concat([
        request('GET', '/v1/incidents', { connection: 'keep-alive' }),
        request('POST', '/v1/incidents', bearer(viewer), BODY),
      ]),
      statuses: [401, 403],
      problem: 'forbidden',
    },
    {
      name: 'an identity in the trailers',
      bytes: post(
        ['transfer-encoding: chunked', 'trailer: x-itops-identity', 'connection: close'],
        '2\r\n{}\r\n0\r\nx-itops-identity: root\r\n\r\n',
      ),
      statuses: [400],
      problem: 'invalid-input',
    },
    {
      name: 'an extension of a chunk without end',
      bytes: post(['transfer-encoding: chunked', 'connection: close'], `2;${'x'.repeat(30_000)}\r\n{}\r\n0\r\n\r\n`),
      statuses: [413],
      problem: 'too-large',
    },
    // Node answers this one by itself, without a body.
    { name: 'no host', bytes: head('GET', '/v1/incidents', ['connection: close']), statuses: [400] },
    {
      name: 'no version',
      bytes: Buffer.from('GET /v1/incidents\r\n\r\n'),
      statuses: [401],
      problem: 'unauthenticated',
    },
    // Node's parser reads it like HTTP/1.0, and so the answer is the same.
    {
      name: 'another protocol',
      bytes: head('GET', '/v1/incidents', [...lines, 'connection: close'], 'RTSP/1.0'),
      statuses: [200],
    },
    { name: 'HTTP/2 without asking', bytes: Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), ...UNREADABLE },
    { name: 'a greeting of TLS', bytes: Buffer.from('1603010200010001fc0303', 'hex'), ...UNREADABLE },
    { name: 'noise', bytes: Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7919) % 256)), ...UNREADABLE },
    { name: 'Kafka', bytes: Buffer.from('\u0000\u0000\u0000\u0014\u0000\u0012\u0000\u0000'), ...UNREADABLE },
  ];
}

const PAUSED = { statuses: [408], problem: 'request-timeout' } as const;

/** Whoever does not come to an end. */
export function slow({ key }: Target): Hostile[] {
  const lines = ['host: gateway', `authorization: Bearer ${key}`, 'content-type: application/json'];
  const letters = (text: string) => Array.from(text, (letter) => Buffer.from(letter));
  const start = head('POST', '/v1/incidents', [...lines, 'content-length: 100']);
  return [
    { name: 'half a head', bytes: Buffer.from('GET /v1/incidents HTTP/1.1\r\nhost: x\r\n'), ...PAUSED },
    { name: 'half a line', bytes: Buffer.from('GET /v1/inc'), ...PAUSED },
    {
      name: 'a head letter by letter',
      bytes: letters(`GET /v1/incidents HTTP/1.1\r\nx: ${'y'.repeat(40)}`),
      ...PAUSED,
    },
    { name: 'half a body', bytes: Buffer.concat([start, Buffer.from('{"title":')]), ...PAUSED },
    { name: 'a body letter by letter', bytes: [start, ...letters(`{"title":"${'x'.repeat(40)}`)], ...PAUSED },
    {
      name: 'half a chunk',
      bytes: Buffer.concat([
        head('POST', '/v1/incidents', [...lines, 'transfer-encoding: chunked']),
        Buffer.from('14\r\n{"ti'),
      ]),
      ...PAUSED,
    },
    {
      name: 'a body that the gateway reads, and half of it',
      bytes: Buffer.concat([head('POST', '/v1/alerts', [...lines, 'content-length: 100']), Buffer.from('{"source":')]),
      ...PAUSED,
    },
    {
      name: 'who waits to be asked for a body, and sends none',
      bytes: head('POST', '/v1/incidents', [...lines, 'content-length: 100', 'expect: 100-continue']),
      statuses: [100, 408],
      problem: 'request-timeout',
    },
    {
      name: 'an expectation that nobody has',
      bytes: request('POST', '/v1/incidents', { ...bearer(key), expect: '200-ok' }, '{}'),
      statuses: [417],
    },
    {
      name: 'who asks before a body that is too large',
      bytes: head('POST', '/v1/incidents', [
        ...lines,
        'content-length: 20000000',
        'expect: 100-continue',
        'connection: close',
      ]),
      statuses: [100, 413],
      problem: 'too-large',
    },
  ];
}
