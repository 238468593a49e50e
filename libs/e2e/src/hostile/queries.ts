import { bearer, each, type Hostile, REFUSED, request, type Target } from './hostile-request';

const FILTERS = [
  'state=bogus',
  "state=new'%20or%20'1'='1",
  'state[]=new',
  'state[$ne]=new',
  'state!=bogus',
  'state=new,,',
  `state=${Array.from({ length: 500 }, () => 'new').join(',')}`,
  'priority<=abc',
  'priority<=1e400',
  'priority<=99999999999999999999',
  'priority=1.5',
  'priority=-0x1',
  'priority=%00',
  'createdAt>=yesterday',
  'createdAt>=10000-01-01T00:00:00Z',
  'createdAt>=-000001-01-01T00:00:00Z',
  'createdAt>=2016-12-31T23:59:61Z',
  'createdAt>=2026-02-30T00:00:00Z',
  "createdAt>=2026-01-01T00:00:00Z'::text",
  'nonsense=1',
  '__proto__=1',
  'constructor=1',
  '__proto__[isAdmin]=1',
  'sort=bogus',
  'sort=-',
  'sort=,,,',
  'sort=__proto__',
  'sort=createdAt;drop%20table%20incidents',
  'sort=createdAt%20desc',
  'sort=createdAt,createdAt',
  'fields=bogus',
  'fields=__proto__',
  'fields=constructor',
  'fields=,',
  'limit=0',
  'limit=-1',
  'limit=201',
  'limit=1e9',
  'limit=NaN',
  'limit=1.5',
  'limit=0x10',
  'limit=',
  'limit=1%00',
  'limit=1&limit=2',
  `limit=${'9'.repeat(400)}`,
];

/** Cursors that were not given out like this. */
function cursors(cursor: string): Record<string, string> {
  const flipped = [...cursor].map((letter, at) => (at === 10 ? (letter === 'A' ? 'B' : 'A') : letter)).join('');
  return {
    'a cursor with a letter changed': flipped,
    'a cursor cut': cursor.slice(0, -1),
    'half a cursor': cursor.slice(0, cursor.length / 2),
    'a cursor and more': `${cursor}AAAA`,
    'a cursor twice': `${cursor}${cursor}`,
    'a cursor of our own': Buffer.from('{"after":["x"],"sort":"createdAt"}').toString('base64url'),
    'a cursor of SQL': Buffer.from("'; drop table incidents; --").toString('base64url'),
    'an empty cursor': '',
    'a cursor of zeros': 'A'.repeat(200),
    'a cursor without end': 'A'.repeat(8_000),
    'a cursor of other letters': '%F0%9F%92%A9',
    'a cursor for another sort': `${cursor}&sort=priority`,
    'a cursor for another filter': `${cursor}&state=closed`,
  };
}

/** Filters, sorts and cursors that the grammar does not have. */
export function queries({ key, cursor }: Target): Hostile[] {
  const get = (query: string) => request('GET', `/v1/incidents?${query}`, bearer(key));
  return [
    ...each(Object.fromEntries(FILTERS.map((query) => [query.slice(0, 60), query])), get, REFUSED),
    ...each(cursors(cursor), (one) => get(`limit=1&cursor=${one}`), REFUSED),
    {
      name: 'a cursor of another list',
      bytes: request('GET', `/v1/alerts?limit=1&cursor=${cursor}`, bearer(key)),
      ...REFUSED,
    },
  ];
}

const INSIDE = [
  'http://127.0.0.1/',
  'http://127.0.0.1:5432/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://0.0.0.0/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.0.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://198.51.100.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'https://8.8.8.8:22/',
  'https://user:password@8.8.8.8/',
  'file:///etc/passwd',
  'ftp://8.8.8.8/',
  'gopher://8.8.8.8/',
  'javascript:alert(1)',
  'data:text/plain,x',
  '//8.8.8.8/',
  'http://',
  'http://\u2460\u2461\u2466.0.0.1/',
  'not a url',
];

/** Addresses of the inside as targets of webhooks. */
export function targets({ key }: Target): Hostile[] {
  const post = (url: string) => request('POST', '/v1/webhooks', bearer(key), JSON.stringify({ name: 'x', url }));
  return each(Object.fromEntries(INSIDE.map((url) => [`a webhook to ${url}`, url])), post, REFUSED);
}
