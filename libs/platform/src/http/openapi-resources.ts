import { type OpenAPIObject } from '@nestjs/swagger';

interface Tag {
  readonly name: string;
  readonly description: string;
}

const tag = (name: string, description: string): Tag => ({ name, description });

const CIS = tag(
  'Configuration items',
  'What the estate consists of, its classes, and what suffers when an item fails.',
);
const RELATIONSHIPS = tag('Relationships', 'How configuration items depend on each other.');
const DISCOVERY = tag('Discovery', 'What tools found in the estate.');
const ALERTS = tag('Alerts', 'What monitoring tools report; repetitions are recognised.');
const INCIDENTS = tag('Incidents', 'What is broken, from the first sign until it is closed.');
const CHANGES = tag('Changes', 'What is altered in the estate: requested, approved, carried out.');
const DEPLOYMENTS = tag('Deployments', 'What pipelines report; each is a change.');
const METRICS = tag('Metrics', 'Points of metric series.');
const CAPACITY = tag('Capacity', 'Metric series of items, their thresholds, forecasts and breaches.');
const SEARCH = tag('Search', 'Everything that people look for, by words and numbers.');
const STREAM = tag('Stream', 'Events as they happen.');
const WEBHOOKS = tag('Webhooks', 'Events sent to an address, signed.');
const AUDIT = tag('Audit', 'Who did what, and who tried in vain.');
const API_KEYS = tag('API keys', 'Keys for machines.');
const DEAD_LETTERS = tag('Dead letters', 'Messages that could not be handled.');

/** The resources of the API, by the first word of their paths after the version. */
const TAGS: Readonly<Record<string, Tag>> = {
  alerts: ALERTS,
  'api-keys': API_KEYS,
  audit: AUDIT,
  breaches: CAPACITY,
  changes: CHANGES,
  'ci-classes': CIS,
  cis: CIS,
  'dead-letter-tasks': DEAD_LETTERS,
  'dead-letters': DEAD_LETTERS,
  deployments: DEPLOYMENTS,
  discovery: DISCOVERY,
  incidents: INCIDENTS,
  metrics: METRICS,
  relationships: RELATIONSHIPS,
  resources: CAPACITY,
  search: SEARCH,
  stream: STREAM,
  thresholds: CAPACITY,
  webhooks: WEBHOOKS,
};

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Stands for the operation id until the whole document is there, where a route does not name its own. */
export const ID_BY_RULE = 'by-rule';

/** Groups the operations by resource, and gives each an id that tells what it does: `listIncidents`, `acknowledgeAlert`. */
export function describeResources(document: OpenAPIObject): void {
  const used = new Set<Tag>();
  for (const [path, item] of Object.entries(document.paths)) {
    const [, , word = ''] = path.split('/');
    const own = TAGS[word] ?? tag(word, `All below /v1/${word}.`);
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      used.add(own);
      operation.tags = [own.name];
      if (operation.operationId === ID_BY_RULE) operation.operationId = operationId(method, path, isList(operation));
    }
  }
  document.tags = [...used];
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** A list can be paged; what is computed as a whole is read. */
function isList({ parameters }: Operation): boolean {
  return (parameters ?? []).some((parameter) => 'name' in parameter && parameter.name === 'cursor');
}

/** Second words of actions that something is done to: `rotate-secret` of a webhook is `rotateWebhookSecret`. */
const OBJECTS = new Set(['approval', 'secret']);
const VERBS: Readonly<Record<string, string>> = { get: 'read', put: 'replace', patch: 'update', delete: 'delete' };

/**
 * The id that follows from method and path. It is the name that generated clients call, so it stays as it is once it is
 * released.
 * @example operationId('post', '/v1/alerts/{id}/actions/acknowledge', false) // acknowledgeAlert
 */
export function operationId(method: string, path: string, list: boolean): string {
  const parts = path.split('/').slice(2);
  const words = parts.filter((part) => !part.startsWith('{') && part !== 'actions');
  const last = words.at(-1) ?? '';
  const endsInOne = parts.at(-1)?.startsWith('{') === true;
  const owners = words.slice(0, -1).map((word) => pascal(singular(word)));
  if (method !== 'post' || words.length === 1) {
    const verb = method === 'post' ? 'create' : list ? 'list' : (VERBS[method] ?? method);
    const many = list || (!endsInOne && method === 'get');
    return [verb, ...owners, pascal(many ? last : singular(last))].join('');
  }
  const [verb = '', object] = last.split('-');
  if (object !== undefined && OBJECTS.has(object)) return [verb, ...owners, pascal(object)].join('');
  const ofMany = !parts.some((part) => part.startsWith('{'));
  if (last === 'bulk') return `change${pascal(words[0] ?? '')}InBulk`;
  return [camel(last), ...(ofMany ? words.slice(0, -1).map(pascal) : owners)].join('');
}

function singular(word: string): string {
  if (word.endsWith('ies') && word !== 'series') return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2);
  return /(?:ss|series|is)$/.test(word) && word !== 'cis' ? word : word.replace(/s$/, '');
}

function pascal(word: string): string {
  return word.replace(/(?:^|-)([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}

function camel(word: string): string {
  return word.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
