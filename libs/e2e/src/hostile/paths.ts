import { bearer, each, type Hostile, request, type Target, UNREADABLE } from './hostile-request';

const CONFUSING = [
  '/v1/incidents/../cis',
  '/v1/incidents/..',
  '/v1/incidents/./x',
  '/v1/incidents/%2e%2e/cis',
  '/v1/incidents/%2E%2e/metrics',
  '/v1/incidents/.%2e/cis',
  '/v1/incidents/..%2fcis',
  '/v1/incidents/a%2Fb',
  '/v1/incidents/a%5cb',
  '/v1/incidents\\..\\cis',
  '/v1/incidents/%00',
  '/v1/incidents%00.json',
  '//v1/incidents',
  '/v1//incidents',
  '/v1/incidents//',
  '/livez/../v1/incidents',
  '/docs/../v1/incidents',
  '/docs/%2e%2e/v1/incidents',
  '/docs/assets/../../package.json',
  '/problems/../../etc/passwd',
  '/problems/..%2f..%2fetc%2fpasswd',
  'http://other/v1/incidents',
  'http://127.0.0.1/livez',
  '*',
  '/v1/incidents#/../x',
  '/v1/incidents/%',
  '/v1/incidents/%zz',
  '/v1/incidents/%c0%ae%c0%ae/cis',
  '/v1/incidents/%ff',
  '/%76%31/incidents',
  '/v1/%69ncidents',
  '/v1/incidents%20',
  '/v1/incidents%0d%0aX-Injected:%20yes',
  '/v1/../../../etc/passwd'.replaceAll('..', '%252e%252e'),
];

const NOWHERE = [
  '/v1/Incidents',
  '/V1/incidents',
  '/v1/incidents;admin=true',
  '/v1;x=y/incidents',
  '/v1/incidents.json',
  '/v1/incidents.',
  '/v1/internal',
  '/v1/',
  '/v2/incidents',
  '/v1/__proto__',
  '/v1/constructor',
  '/v1/incidents/toString/hasOwnProperty',
  '/openapi.json/x',
  '/metrics/x',
  '/.env',
  '/.git/config',
  '/package.json',
];

const NO_SUCH_ID = [
  '__proto__',
  "1'%20or%20'1'='1",
  '-1',
  'INC99999999999999999999',
  '%F0%9F%92%A9',
  'x'.repeat(500),
  'null',
];

/** Targets that two readers could take for different things, and some that lead nowhere. */
export function paths({ key, incidentId }: Target): Hostile[] {
  const get = (target: string) => request('GET', target, bearer(key));
  const table = (targets: readonly string[]) =>
    Object.fromEntries(targets.map((target) => [target.slice(0, 80), target]));
  return [
    ...each(table(CONFUSING), get, UNREADABLE),
    ...each(table(NOWHERE), get, { statuses: [404], problem: 'no-such-route' }),
    ...each(table(NO_SUCH_ID.map((id) => `/v1/incidents/${id}`)), get, { statuses: [404], problem: 'not-found' }),
    {
      name: 'an id without end',
      bytes: get(`/v1/incidents/${'x'.repeat(5_000)}`),
      statuses: [414],
      problem: 'uri-too-long',
    },
    {
      name: 'a target without end',
      bytes: get(`/v1/incidents?q=${'x'.repeat(20_000)}`),
      statuses: [431],
      problem: 'headers-too-large',
    },
    ...['PROPFIND', 'SEARCH', 'TRACE', 'PUT'].map((method) => ({
      name: `${method} of an incident`,
      bytes: request(method, `/v1/incidents/${incidentId}`, bearer(key)),
      statuses: [404],
      problem: 'no-such-route',
    })),
    ...['get', 'FOO', 'GE T', 'POST\u0001', 'G\u00cbT'].map((method) => ({
      name: `the method ${JSON.stringify(method)}`,
      bytes: request(method, '/v1/incidents', bearer(key)),
      ...UNREADABLE,
    })),
    { name: 'CONNECT', bytes: request('CONNECT', '127.0.0.1:5432', bearer(key)), statuses: [] },
    ...['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'].map((header) => ({
      name: header,
      bytes: request('GET', `/v1/incidents/${incidentId}`, { ...bearer(key), [header]: 'DELETE' }),
      statuses: [200],
    })),
    {
      name: '_method in the query',
      bytes: request('GET', `/v1/incidents?_method=DELETE`, bearer(key)),
      statuses: [400],
      problem: 'invalid-input',
    },
  ];
}
