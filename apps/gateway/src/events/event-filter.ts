import { type FieldError, InvalidInput, isUuid } from '@itops/kit';

import { EVENT_TYPES, type EventView, RESOURCES } from './event-view';

/** Which events somebody wants; what is left out does not restrict. */
export interface EventFilter {
  /** Types, or what they begin with, a star at its end. */
  readonly types?: readonly string[];
  readonly ci?: string;
  /** `incident`, or `incident/<id>`. */
  readonly resource?: string;
  readonly priorities?: readonly number[];
}

/** The same, as it is before it is checked. */
export type LooseFilter = { readonly [Name in keyof EventFilter]?: EventFilter[Name] | undefined };

export type FilterPointers = Readonly<Record<'types' | 'resource', string>>;

export const MOST_TYPES = 50;
export const PRIORITIES = [1, 2, 3, 4, 5] as const;

/** Whether the filter lets the event through. An event without a priority passes no filter for priorities. */
export function isWanted(event: EventView, { types, ci, resource, priorities }: EventFilter): boolean {
  return (
    (types === undefined || types.some((pattern) => fitsType(event.type, pattern))) &&
    (ci === undefined || event.cis.has(ci)) &&
    (resource === undefined ||
      resource === event.resourceType ||
      resource === `${event.resourceType}/${event.resourceId}`) &&
    (priorities === undefined || (event.priority !== undefined && priorities.includes(event.priority)))
  );
}

function fitsType(type: string, pattern: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}

/**
 * The filter in its one form.
 * @param at where its parts are in the request, as JSON pointers
 * @throws InvalidInput for what can fit no event
 */
export function checkedFilter(filter: LooseFilter, at: FilterPointers): EventFilter {
  const { types, ci, resource, priorities } = filter;
  const [kind, id, ...more] = resource?.toLowerCase().split('/') ?? [];
  const errors: FieldError[] = [];
  for (const pattern of types ?? []) {
    if (!EVENT_TYPES.some((type) => fitsType(type, pattern))) {
      errors.push({ pointer: at.types, reason: `no event has the type '${pattern}'; see /asyncapi.json` });
    }
  }
  if (kind !== undefined && (!RESOURCES.includes(kind) || (id !== undefined && !isUuid(id)) || more.length > 0)) {
    const reason = `must be one of ${RESOURCES.join(', ')}, or one of them with an id, such as incident/<id>`;
    errors.push({ pointer: at.resource, reason });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  return {
    ...(types === undefined ? {} : { types }),
    ...(ci === undefined ? {} : { ci: ci.toLowerCase() }),
    ...(resource === undefined ? {} : { resource: resource.toLowerCase() }),
    ...(priorities === undefined ? {} : { priorities }),
  };
}
