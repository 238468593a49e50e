/** Slashes, back slashes, points and U+0000 in disguise: two readers could take them for different paths. */
const DISGUISED = /%(?:2f|5c|2e|00)/i;
/** What nearly every target looks like: nothing in it could be taken in two ways. */
const SIMPLE = /^(?:\/[\w~!$&'()*+,;=:@-]+)+(?:\?[\x21\x22\x24-\x7e]*)?$/;
const PLAIN = /^\/[\x21-\x7e]*$/;

/**
 * The path of a request target when it can be read in one way only; undefined for everything else: absolute form,
 * empty and dot segments, encoded separators, back slashes, fragments.
 */
export function plainPath(target: string): string | undefined {
  if (SIMPLE.test(target)) return pathOf(target);
  if (!PLAIN.test(target) || target.includes('#')) return undefined;
  const path = pathOf(target);
  if (path.includes('//') || path.includes('\\') || DISGUISED.test(path)) return undefined;
  const segments = path.split('/');
  if (segments.some((segment) => segment === '.' || segment === '..')) return undefined;
  // By the first two it is decided who answers, and within which limits.
  if (segments.slice(1, 3).some((segment) => segment.includes('%'))) return undefined;
  return path;
}

function pathOf(target: string): string {
  const end = target.indexOf('?');
  return end < 0 ? target : target.slice(0, end);
}

const OPEN_PATHS = new Set(['/livez', '/readyz', '/metrics', '/openapi.json', '/asyncapi.json', '/docs']);
const OPEN_FOLDERS = ['/docs/', '/problems/'];

/** What is served without a key. */
export function isOpenPath(path: string): boolean {
  return OPEN_PATHS.has(path) || OPEN_FOLDERS.some((folder) => path.startsWith(folder));
}
