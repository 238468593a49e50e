import { type RouteClass } from './limits.config';

/** By the word after `/v1/`. Everything else is read by safe methods and changed by the others. */
const BY_WORD: ReadonlyMap<string, RouteClass> = new Map([
  ['stream', 'stream'],
  ['api-keys', 'admin'],
  ['audit', 'admin'],
  ['webhooks', 'admin'],
  ['dead-letters', 'admin'],
  ['dead-letter-tasks', 'admin'],
]);
const REPORTS: ReadonlySet<string> = new Set(['alerts', 'deployments', 'discovery', 'metrics']);
const PREFIX = '/v1/';

/** @param path plain, without its query */
export function routeClassOf(method: string, path: string): RouteClass {
  const end = path.indexOf('/', PREFIX.length);
  const word = path.slice(PREFIX.length, end < 0 ? undefined : end);
  const special = BY_WORD.get(word);
  if (special !== undefined) return special;
  if (method === 'GET' || method === 'HEAD') return 'read';
  return end < 0 && REPORTS.has(word) ? 'report' : 'write';
}
