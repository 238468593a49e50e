import { domainEvents, domainTopics } from '@itops/contracts';
import { isRecord, type Permission } from '@itops/kit';

/** As much of an event as decides who gets it. */
export interface EventView {
  readonly type: string;
  readonly resourceType: string;
  readonly resourceId: string;
  /** Ids of the configuration items that it is about. */
  readonly cis: ReadonlySet<string>;
  /** Of the incident or whatever else has one. */
  readonly priority: number | undefined;
  /** That it is an event of, or shows. */
  readonly incident: string | undefined;
  /** That it gives the id of, no more. */
  readonly namedIncident: string | undefined;
  /** All that somebody needs to see it, by what it says itself. */
  readonly permissions: readonly Permission[];
}

/** What an event is made of, wherever it comes from. */
export interface EventParts {
  readonly type: string;
  readonly aggregateId: string;
  readonly data: unknown;
}

/** Topics with facts of the business, which callers may follow; the trails of who did what are not among them. */
export const EVENT_TOPICS: readonly string[] = Object.values(domainTopics).map(({ name }) => name);

const RESOURCE_TYPES: ReadonlyMap<string, string> = new Map(
  domainEvents.filter(({ topic }) => EVENT_TOPICS.includes(topic.name)).map(({ type, aggregate }) => [type, aggregate]),
);

/** Every type of event that callers may follow. */
export const EVENT_TYPES: readonly string[] = [...RESOURCE_TYPES.keys()];

/** Kinds of resources that events are about. */
export const RESOURCES: readonly string[] = [...new Set(RESOURCE_TYPES.values())];

/** Who may read a resource may see its events. */
const READ: ReadonlyMap<string, Permission> = new Map([
  ['ci', 'ci:read'],
  ['relationship', 'ci:read'],
  ['alert', 'alert:read'],
  ['incident', 'incident:read'],
  ['problem', 'problem:read'],
  ['change', 'change:read'],
  ['window', 'window:read'],
  ['breach', 'capacity:read'],
  ['resource', 'capacity:read'],
]);

/** Whether there is any event that somebody with these permissions may see. */
export function seesAnything(permissions: ReadonlySet<Permission>): boolean {
  return [...READ.values()].some((permission) => permissions.has(permission));
}

/** Undefined for an event that nobody follows: of a type that is unknown, or that no permission covers. */
export function viewOf({ type, aggregateId, data }: EventParts): EventView | undefined {
  const resourceType = RESOURCE_TYPES.get(type);
  const read = resourceType === undefined ? undefined : READ.get(resourceType);
  if (resourceType === undefined || read === undefined) return undefined;
  const record = isRecord(data) ? data : {};
  return {
    ...{ type, resourceType, resourceId: aggregateId },
    cis: cisOf(resourceType, aggregateId, record),
    priority: typeof record['priority'] === 'number' ? record['priority'] : undefined,
    incident: resourceType === 'incident' ? aggregateId : idIn(record['incident']),
    namedIncident: textIn(record['incidentId']),
    permissions: concernsSecurity(record) ? [read, 'incident:read-security'] : [read],
  };
}

/** A security incident, or something that tells of one. */
function concernsSecurity(data: Readonly<Record<string, unknown>>): boolean {
  const incident = data['incident'];
  return data['security'] === true || (isRecord(incident) && incident['security'] === true);
}

function idIn(value: unknown): string | undefined {
  return isRecord(value) ? textIn(value['id']) : undefined;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const SINGLE = ['ciId', 'parentId', 'childId'];
const LISTS = ['cis', 'affectedCis'];

function cisOf(resourceType: string, id: string, data: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const single = SINGLE.map((name) => data[name]);
  const listed = LISTS.map((name) => data[name]).flatMap((list): unknown[] => (Array.isArray(list) ? list : []));
  const found = [...single, ...listed].filter((ci) => typeof ci === 'string');
  return new Set(resourceType === 'ci' ? [id, ...found] : found);
}
