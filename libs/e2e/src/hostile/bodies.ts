import { bearer, each, type Headers, type Hostile, REFUSED, request, type Target, UNREADABLE } from './hostile-request';

const MANY = 100_000;

/** No JSON, or none that may be read. */
const NO_JSON: Readonly<Record<string, string | Buffer>> = {
  'an open object': '{',
  'an open list': '[',
  'a closing bracket': ']',
  'half a member': '{"title":',
  'an unfinished text': '{"title":"x',
  'a bare word': 'nonsense',
  NaN: '{"title":NaN}',
  Infinity: '{"title":-Infinity}',
  'single quotes': "{'title':'x'}",
  'a comma too many': '{"title":"x",}',
  'a name without quotes': '{title:"x"}',
  'a comment': '/* x */{"title":"x"}',
  'two values': '{"title":"x"}{"title":"y"}',
  'a U+0000 after the end': '{"title":"x"}\u0000',
  'a raw control character': '{"title":"a\u0001b"}',
  'a raw line break in a text': '{"title":"a\nb"}',
  'an escape of another language': '{"title":"\\x41"}',
  'half an escape': '{"title":"\\u12"}',
  'a leading zero': '{"impact":01}',
  'a plus': '{"impact":+1}',
  'no digit before the point': '{"impact":.5}',
  'a hexadecimal number': '{"impact":0x10}',
  __proto__: '{"title":"x","__proto__":{"isAdmin":true}}',
  '__proto__ further down': '{"title":"x","labels":{"a":{"__proto__":{"isAdmin":true}}}}',
  '__proto__ in escapes': '{"title":"x","\\u005f_proto__":{"isAdmin":true}}',
  'constructor.prototype': '{"title":"x","constructor":{"prototype":{"isAdmin":true}}}',
  'lists without an end': '['.repeat(MANY),
  'objects without an end': '{"a":'.repeat(MANY),
  'UTF-16, little end first': Buffer.from('{"title":"x"}', 'utf16le'),
  'UTF-16 with its mark': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"title":"x"}', 'utf16le')]),
  'UTF-32': Buffer.from([...'{"title":"x"}'].flatMap((letter) => [0, 0, 0, letter.charCodeAt(0)])),
  'a byte that UTF-8 has not': inTitle(0xff),
  'a lone continuation byte': inTitle(0x80),
  'an overlong slash': inTitle(0xc0, 0xaf),
  'an overlong quotation mark': inTitle(0xe0, 0x80, 0xa2),
  'a surrogate in UTF-8': inTitle(0xed, 0xa0, 0x80),
  'beyond the last code point': inTitle(0xf4, 0x90, 0x80, 0x80),
  'a sequence of five bytes': inTitle(0xf8, 0x88, 0x80, 0x80, 0x80),
  'half a sequence': inTitle(0xe2, 0x82),
};

function inTitle(...bytes: number[]): Buffer {
  return Buffer.concat([
    Buffer.from('{"source":"x","severity":"info","summary":"'),
    Buffer.from(bytes),
    Buffer.from('"}'),
  ]);
}

/** JSON, but nothing that a rule lets through. */
const AGAINST_THE_RULES: Readonly<Record<string, string>> = {
  'a number': '5',
  null: 'null',
  'a text': '"title"',
  true: 'true',
  'an empty list': '[]',
  'a mark of the byte order, and no title': '\ufeff{"title":""}',
  'the same name twice, the last of another type': '{"title":"x","title":5}',
  'a name that every object has': '{"title":"x","toString":"x"}',
  'another name that every object has': '{"title":"x","hasOwnProperty":1}',
  constructor: '{"title":"x","constructor":"x"}',
  '1e400': '{"title":"x","impact":1e400}',
  '-1e400': '{"title":"x","impact":-1e400}',
  '-0': '{"title":"x","impact":-0}',
  'a number too large for its bits': '{"title":"x","impact":99999999999999999999999}',
  'nearly 1': '{"title":"x","impact":1.0000001}',
  'a number in quotes': '{"title":"x","impact":"1"}',
  'a list of a number': '{"title":"x","impact":[1]}',
  'true for a number': '{"title":"x","impact":true}',
  'an object for a text': '{"title":{"toString":"x"}}',
  'a list for a text': '{"title":["x"]}',
  'U+0000': '{"title":"a\\u0000b"}',
  'U+0000 in a name': '{"title":"x","a\\u0000":1}',
  'half of a surrogate pair': '{"title":"\\ud800"}',
  'a pair the wrong way round': '{"title":"\\udc00\\ud800"}',
  'half of a pair in a name': '{"title":"x","\\udfff":1}',
  '100 levels': `{"title":"x","labels":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`,
  '100,000 levels': `{"title":"x","labels":${'['.repeat(MANY)}${']'.repeat(MANY)}}`,
  'a title without end': `{"title":"${'x'.repeat(500_000)}"}`,
  'a name without end': `{"title":"x","${'y'.repeat(500_000)}":1}`,
  '50,000 names': `{${Array.from({ length: 50_000 }, (_, at) => `"n${at}":1`).join(',')}}`,
  'what only the platform sets':
    '{"title":"x","id":"01a20519-030c-7131-8b49-69ac712fde0c","state":"closed","version":99}',
  'who opened it': '{"title":"x","createdBy":"somebody else"}',
};

const TIMES: Readonly<Record<string, string>> = {
  'the year 10000': '"10000-01-01T00:00:00Z"',
  'the year 10000 with a sign': '"+010000-01-01T00:00:00Z"',
  'a negative year': '"-000001-01-01T00:00:00Z"',
  'a second leap second': '"2016-12-31T23:59:61Z"',
  'a minute too many': '"2026-01-01T00:60:00Z"',
  'the 30th of February': '"2026-02-30T00:00:00Z"',
  'the 13th month': '"2026-13-01T00:00:00Z"',
  'the month 0': '"2026-00-01T00:00:00Z"',
  'no zone': '"2026-01-01T00:00:00"',
  'no time': '"2026-01-01"',
  'a zone that is none': '"2026-01-01T00:00:00+99:99"',
  'a word': '"now"',
  'an empty text': '""',
  'a number': '1700000000000',
  '1e400': '1e400',
  'a time and SQL': '"2026-01-01T00:00:00Z\'; drop table incidents; --"',
};

const REPORT = '"source":"x","severity":"info","summary":"y"';
const LARGE = 'x'.repeat(2 * 1024 * 1024);

/** Bodies for a route of a service, which the gateway passes on unread, and for one that the gateway reads itself. */
export function bodies({ key }: Target): Hostile[] {
  const post =
    (path: string, headers: Headers = {}) =>
    (body: string | Buffer) =>
      request('POST', path, { ...bearer(key), ...headers }, body);
  return [
    ...['/v1/incidents', '/v1/alerts'].flatMap((path) => [
      ...named(path, each(NO_JSON, post(path), UNREADABLE)),
      ...named(path, each(AGAINST_THE_RULES, post(path), REFUSED)),
      ...named(
        path,
        [
          { name: 'no body', bytes: request('POST', path, bearer(key)), ...REFUSED },
          { name: '2 MiB', bytes: post(path)(LARGE), statuses: [413], problem: 'too-large' },
          {
            name: '2 MiB of unannounced length',
            bytes:
              request('POST', path, {
                ...bearer(key),
                'content-type': 'application/json',
                'transfer-encoding': 'chunked',
              }).toString() + `200000\r\n${LARGE}\r\n0\r\n\r\n`,
            statuses: [413],
            problem: 'too-large',
          },
        ].map((one) => ({ ...one, bytes: Buffer.from(one.bytes) })),
      ),
    ]),
    ...named(
      'startsAt',
      each(TIMES, (time) => post('/v1/alerts')(`{${REPORT},"startsAt":${time}}`), REFUSED),
    ),
  ];
}

export function named(prefix: string, all: readonly Hostile[]): Hostile[] {
  return all.map((one) => ({ ...one, name: `${prefix}: ${one.name}` }));
}
