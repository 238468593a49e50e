import { isRecord } from '@itops/kit';

type Members = Record<string, unknown>;

/** The OpenAPI document of one service. */
export interface Part {
  readonly service: string;
  readonly document: Members;
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
/** Said once, by the gateway's own document. */
const KEPT_ONCE = 'securitySchemes';
const COMPONENT = /^#\/components\/([^/]+)\/([^/]+)$/;

/**
 * One document of the gateway's and the services' documents. Of each service only the paths stay that the gateway
 * routes to it. Components with the same name and different content get their service's name before theirs.
 * @param ownerOf the service that a path is routed to
 */
export function mergeOpenApi(
  own: Part,
  parts: readonly Part[],
  ownerOf: (path: string) => string | undefined,
): Members {
  const all = [own, ...parts].map((part) => ({
    service: part.service,
    paths: pathsOf(part, (path) => (part === own ? path.startsWith('/v1/') : ownerOf(path) === part.service)),
    components: record(part.document['components']),
    tags: list(part.document['tags']),
  }));
  const kept = all.map((part) => ({ ...part, components: reachable(part.paths, part.components) }));
  const clashing = clashes(kept.map(({ components }) => components));
  const paths: Members = {};
  const components: Members = { [KEPT_ONCE]: record(own.document['components'])[KEPT_ONCE] ?? {} };
  for (const part of kept) {
    const rename = (key: string) =>
      clashing.has(key) && part.service !== own.service ? prefixed(part.service, key) : key;
    for (const [key, component] of part.components) {
      const [section = '', name = ''] = rename(key).split('/');
      components[section] = { ...record(components[section]), [name]: renamed(component, rename) };
    }
    for (const [path, item] of Object.entries(part.paths)) {
      paths[path] = mergeItem(record(paths[path]), record(renamed(item, rename)));
    }
  }
  return {
    ...own.document,
    tags: tagsOf(all, paths),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components,
  };
}

/** The tags that operations have, each as the first part that knows it describes it. */
function tagsOf(parts: readonly { readonly tags: readonly unknown[] }[], paths: Members): unknown[] {
  const used = new Set(
    Object.values(paths)
      .flatMap((item) => Object.values(record(item)))
      .flatMap((operation) => list(record(operation)['tags'])),
  );
  const known = new Map(parts.flatMap(({ tags }) => tags).map((tag) => [String(record(tag)['name']), tag]));
  return [...known]
    .filter(([name]) => used.has(name))
    .sort(byName)
    .map(([, tag]) => tag);
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) => (one < other ? -1 : 1);

function record(value: unknown): Members {
  return isRecord(value) ? value : {};
}

function pathsOf(part: Part, isKept: (path: string) => boolean): Members {
  return Object.fromEntries(Object.entries(record(part.document['paths'])).filter(([path]) => isKept(path)));
}

/** Components, by `section/name`, that the paths need, directly or through others. */
function reachable(paths: Members, components: Members): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const visit = (value: unknown) => {
    for (const key of referencesIn(value)) {
      if (found.has(key)) continue;
      const [section = '', name = ''] = key.split('/');
      const component = record(components[section])[name];
      if (component === undefined) continue;
      found.set(key, component);
      visit(component);
    }
  };
  visit(paths);
  return found;
}

function referencesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    const [, section, name] = COMPONENT.exec(value) ?? [];
    return section === undefined || name === undefined ? [] : [`${section}/${name}`];
  }
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  return isRecord(value) ? Object.values(value).flatMap(referencesIn) : [];
}

/** Names with more than one meaning: different content, or the same content that refers to such a name. */
function clashes(parts: readonly Map<string, unknown>[]): Set<string> {
  const contents = new Map<string, string>();
  const shared = new Map<string, unknown>();
  const clashing = new Set<string>();
  for (const [key, component] of parts.flatMap((part) => [...part])) {
    const content = JSON.stringify(component);
    const earlier = contents.get(key);
    if (earlier === undefined) contents.set(key, content);
    else if (earlier !== content) clashing.add(key);
    else shared.set(key, component);
  }
  for (let grown = true; grown;) {
    grown = false;
    for (const [key, component] of shared) {
      if (clashing.has(key) || !referencesIn(component).some((reference) => clashing.has(reference))) continue;
      clashing.add(key);
      grown = true;
    }
  }
  return clashing;
}

/** `schemas/Note` of change-svc is `schemas/ChangeNote`. */
function prefixed(service: string, key: string): string {
  const [section = '', name = ''] = key.split('/');
  return `${section}/${wordOf(service)}${name}`;
}

function wordOf(service: string): string {
  return service
    .replace(/-svc$/, '')
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function renamed(value: unknown, rename: (key: string) => string): unknown {
  if (typeof value === 'string') {
    const [key] = referencesIn(value);
    return key === undefined ? value : `#/components/${rename(key)}`;
  }
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, renamed(item, rename)]));
}

/** Where gateway and service both describe an operation, the service's stands, with what the gateway adds to it. */
function mergeItem(before: Members, item: Members): Members {
  const merged: Members = { ...before };
  for (const [method, operation] of Object.entries(item)) {
    if (!METHODS.has(method)) {
      merged[method] = operation;
      continue;
    }
    const earlier = record(merged[method]);
    const later = record(operation);
    merged[method] = {
      ...earlier,
      ...later,
      ...bothIn('parameters', earlier, later),
      responses: { ...record(earlier['responses']), ...record(later['responses']) },
    };
  }
  return merged;
}

function bothIn(member: string, earlier: Members, later: Members): Members {
  const [first, second] = [list(earlier[member]), list(later[member])];
  const keyOf = (parameter: unknown) => {
    const { $ref, in: place, name } = record(parameter);
    return typeof $ref === 'string' ? $ref : `${String(place)} ${String(name).toLowerCase()}`;
  };
  const known = new Set(second.map(keyOf));
  const both = [...second, ...first.filter((parameter) => !known.has(keyOf(parameter)))];
  return both.length > 0 ? { [member]: both } : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
