import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

import { named } from './bodies';
import { bearer, each, type Headers, type Hostile, request, type Target, UNREADABLE } from './hostile-request';

const BOMB = Buffer.from(`{"title":"${'x'.repeat(50 * 1024 * 1024)}"}`);
const PLAIN = Buffer.from('{"title":"x"}');
const UNSUPPORTED = { statuses: [415], problem: 'unsupported-media-type' } as const;

const ENCODED: Readonly<Record<string, readonly [string, Buffer]>> = {
  'a bomb of gzip': ['gzip', gzipSync(BOMB)],
  'a bomb of brotli': ['br', brotliCompressSync(BOMB)],
  'a bomb of deflate': ['deflate', deflateSync(BOMB)],
  'a bomb of zstd': ['zstd', zstdCompressSync(BOMB)],
  'gzip in gzip': ['gzip, gzip', gzipSync(gzipSync(BOMB))],
  'x-gzip': ['x-gzip', gzipSync(PLAIN)],
  'what only says that it is gzip': ['gzip', PLAIN],
  'what nobody knows': ['aes128gcm', PLAIN],
  'identity among others': ['identity, gzip', PLAIN],
};

const TYPES: Readonly<Record<string, string>> = {
  'text/plain': 'text/plain',
  'a form': 'application/x-www-form-urlencoded',
  'a multipart form': 'multipart/form-data; boundary=x',
  XML: 'application/xml',
  'something like JSON': 'application/jsonx',
  'JSON of another kind': 'application/vnd.api+json',
  'a problem': 'application/problem+json',
  'a merge patch to what is not patched': 'application/merge-patch+json',
  'two types': 'application/json, text/html',
  'a type after another': 'text/html; application/json',
  'half a type': 'application/',
  'no type': '',
  'a star': '*/*',
};

/** Encodings and types of a body that nobody here reads. */
export function content({ key }: Target): Hostile[] {
  const post = (path: string, headers: Headers, body: Buffer) =>
    request('POST', path, { ...bearer(key), ...headers }, body);
  return ['/v1/incidents', '/v1/alerts'].flatMap((path) =>
    named(path, [
      ...each(ENCODED, ([encoding, body]) => post(path, { 'content-encoding': encoding }, body), UNSUPPORTED),
      ...each(TYPES, (type) => post(path, { 'content-type': type }, PLAIN), UNSUPPORTED),
      {
        name: 'JSON that says it is UTF-16',
        bytes: post(path, { 'content-type': 'application/json; charset=utf-16' }, Buffer.from('{"title"', 'utf16le')),
        ...UNREADABLE,
      },
    ]),
  );
}
