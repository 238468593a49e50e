import { named } from './bodies';
import {
  bearer,
  each,
  head,
  type Headers,
  type Hostile,
  REFUSED,
  request,
  type Target,
  UNREADABLE,
} from './hostile-request';

const NOBODY = { statuses: [401], problem: 'unauthenticated' } as const;
const TOO_LARGE = { statuses: [431], problem: 'headers-too-large' } as const;

/** Credentials that let nobody in. */
function credentials(target: Target): Record<string, Headers> {
  const [header = '', claims = '', signature = ''] = target.viewer.split('.');
  return {
    nothing: {},
    'an expired token': bearer(target.expired),
    'a token without a signature': bearer(target.unsigned),
    'a token signed with the public key': bearer(target.signedWithPublicKey),
    'a token of two parts': bearer(`${header}.${claims}`),
    'a token with the signature cut': bearer(`${header}.${claims}.${signature.slice(0, -4)}`),
    'a token with other claims': bearer(
      `${header}.${Buffer.from('{"sub":"root","roles":["itops-admin"]}').toString('base64url')}.${signature}`,
    ),
    'a token without end': bearer(`${header}.${'x'.repeat(13_000)}.${signature}`),
    "the gateway's own word": bearer(target.word),
    "the gateway's own word in its header": { 'x-itops-identity': target.word },
    'another scheme': { authorization: `Basic ${Buffer.from(`admin:${target.key}`).toString('base64')}` },
    'a part of the key': bearer(target.key.slice(0, -1)),
    'the key and more': bearer(`${target.key}x`),
    'the key in other letters': bearer(target.key.toUpperCase()),
    'an empty key': bearer(''),
    'an empty X-API-Key': { 'x-api-key': '' },
    'the key in a cookie': { cookie: `authorization=${target.key}` },
    "the key as a proxy's": { 'proxy-authorization': `Bearer ${target.key}` },
    'an address of the inside': {
      'x-forwarded-for': '127.0.0.1',
      'x-real-ip': '127.0.0.1',
      forwarded: 'for=127.0.0.1',
    },
    'another target in a header': { 'x-original-url': '/livez', 'x-rewrite-url': '/livez' },
    'another host': { host: '127.0.0.1:8081', 'x-forwarded-host': 'incident-svc' },
  };
}

/** With the token of a viewer: none of them makes more of them. */
const RAISED: Readonly<Record<string, Headers>> = {
  roles: { 'x-itops-roles': 'admin', 'x-itops-permissions': 'incident:open' },
  'roles in other letters': { 'X-ITOPS-Identity': 'root' },
  'roles with underscores': { x_itops_identity: 'root' },
  'a subject': { 'x-user': 'admin', 'x-remote-user': 'admin', 'x-forwarded-user': 'admin' },
  'an identity that Connection names': {
    connection: 'close, x-itops-identity, authorization',
    'x-itops-identity': 'root',
  },
  'a correlation id that Connection names': { connection: 'close, x-correlation-id, x-itops-request-id' },
  'another method': { 'x-http-method-override': 'GET' },
};

const KEYS: Readonly<Record<string, string>> = {
  'an empty key': '',
  'a key with a space': 'a b',
  'a key of 256 letters': 'x'.repeat(256),
  'a key of other letters': '\u00e9',
  'two keys': 'a, b',
};

const VERSIONS_READ: Readonly<Record<string, string>> = {
  words: 'abc',
  'an empty tag': '""',
  'no tag': '',
  'two tags': '"1", "2"',
  'a negative version': '"-1"',
  'a version without end': `"${'9'.repeat(40)}"`,
  SQL: '"1 or 1=1"',
  stars: '**',
};

/** Headers that claim something, or are too many. */
export function headers(target: Target): Hostile[] {
  const { key, viewer, word, incidentId } = target;
  const patch = (more: Headers) =>
    request('PATCH', `/v1/incidents/${incidentId}`, { ...bearer(key), ...more }, '{"title":"changed"}');
  const get = (more: Headers) => request('GET', `/v1/incidents/${incidentId}`, { ...bearer(key), ...more });
  const lines = ['host: gateway', 'connection: close', `authorization: Bearer ${key}`];
  return [
    ...named(
      'shows',
      each(credentials(target), (shown) => request('POST', '/v1/incidents', shown, '{"title":"x"}'), NOBODY),
    ),
    ...each(
      { ...RAISED, "the gateway's word for somebody else": { 'x-itops-identity': word } },
      (more) => request('POST', '/v1/incidents', { ...bearer(viewer), ...more }, '{"title":"x"}'),
      { statuses: [403], problem: 'forbidden' },
    ),
    ...each(
      { 'two credentials': [`X-API-Key: ${key}`], 'the same twice': [`Authorization: Bearer ${key}`] },
      (more) => head('GET', '/v1/incidents', [...lines, ...more]),
      UNREADABLE,
    ),
    ...each(
      KEYS,
      (idempotencyKey) =>
        request('POST', '/v1/incidents', { ...bearer(key), 'idempotency-key': idempotencyKey }, '{"title":"x"}'),
      REFUSED,
    ),
    {
      name: 'a key sent twice',
      bytes: Buffer.concat([
        head('POST', '/v1/incidents', [
          ...lines,
          'content-type: application/json',
          'idempotency-key: a',
          'idempotency-key: b',
          'content-length: 13',
        ]),
        Buffer.from('{"title":"x"}'),
      ]),
      ...REFUSED,
    },
    { name: 'a change of no version', bytes: patch({}), statuses: [428], problem: 'version-required' },
    {
      name: 'a change of a version to come',
      bytes: patch({ 'if-match': '"999"' }),
      statuses: [412],
      problem: 'stale-version',
    },
    ...named(
      'If-Match',
      each(VERSIONS_READ, (version) => patch({ 'if-match': version }), REFUSED),
    ),
    { name: 'If-None-Match of everything', bytes: get({ 'if-none-match': '*' }), statuses: [304] },
    { name: 'If-None-Match of nonsense', bytes: get({ 'if-none-match': '"""" W/ , *x' }), statuses: [200] },
    { name: 'If-None-Match of 2,000 tags', bytes: get({ 'if-none-match': '"1",'.repeat(2_000) }), statuses: [200] },
    { name: 'a part of an answer', bytes: get({ range: 'bytes=0-3' }), statuses: [200] },
    { name: 'a thousand parts', bytes: get({ range: `bytes=${'0-,'.repeat(1_000)}0-` }), statuses: [200] },
    { name: 'another protocol', bytes: get({ connection: 'close, upgrade', upgrade: 'websocket' }), statuses: [200] },
    {
      name: 'h2c',
      bytes: get({ connection: 'close, upgrade, http2-settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' }),
      statuses: [200],
    },
    { name: 'another origin', bytes: get({ origin: 'https://evil.example' }), statuses: [200] },
    {
      name: 'another origin that asks first',
      bytes: request('OPTIONS', '/v1/incidents', {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
      }),
      ...NOBODY,
    },
    {
      name: 'a correlation id that is none',
      bytes: get({ 'x-correlation-id': "'; drop table incidents; --" }),
      statuses: [200],
    },
    {
      name: 'a trace that is none',
      bytes: get({ traceparent: 'ff-zz-zz-zz', tracestate: 'x'.repeat(2_000) }),
      statuses: [200],
    },
    { name: 'two hosts', bytes: head('GET', '/v1/incidents', [...lines, 'host: other']), ...UNREADABLE },
    {
      name: 'a header of 20 KiB',
      bytes: head('GET', '/v1/incidents', [...lines, `x: ${'y'.repeat(20_000)}`]),
      ...TOO_LARGE,
    },
    {
      name: '2,000 headers',
      bytes: head('GET', '/v1/incidents', [...lines, ...Array.from({ length: 2_000 }, (_, at) => `x-${at}: 1`)]),
      ...TOO_LARGE,
    },
    { name: 'cookies without end', bytes: get({ cookie: 'a=b; '.repeat(5_000) }), ...TOO_LARGE },
  ];
}
