import { type AlertData, type ChangeData, type CiData, type IncidentData } from '@itops/contracts';
import { isRecord } from '@itops/kit';

/** What can be found, with the permission that it takes to find it. */
export const SEARCHED = {
  incident: 'incident:read',
  change: 'change:read',
  ci: 'ci:read',
  alert: 'alert:read',
} as const;
export type SearchedType = keyof typeof SEARCHED;
export const SEARCHED_TYPES = ['incident', 'change', 'ci', 'alert'] as const satisfies readonly SearchedType[];

/** What is kept of a resource to find it by. */
export interface SearchDocument {
  readonly id: string;
  readonly type: SearchedType;
  readonly number: string | null;
  readonly title: string;
  readonly body: string;
  readonly state: string;
  readonly open: boolean;
  readonly security: boolean;
  /** When it began; newer ones come first. */
  readonly at: string;
}

/** So much of the text is searched. */
const LONGEST_BODY = 8_000;
const DEEPEST = 4;

function bodyOf(parts: readonly (string | null | undefined)[]): string {
  return parts
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join('\n')
    .slice(0, LONGEST_BODY)
    .toWellFormed();
}

const OVER = {
  incident: new Set(['resolved', 'closed', 'canceled']),
  change: new Set(['closed', 'canceled']),
};

/** People are left out: what is kept about them is kept in one place. */
export function ofIncident(incident: IncidentData): SearchDocument {
  const { id, number, title, state, openedAt, security = false } = incident;
  const body = bodyOf([incident.description, incident.assignmentGroup, incident.closeCode, incident.closeNotes]);
  return { id, type: 'incident', number, title, body, state, open: !OVER.incident.has(state), security, at: openedAt };
}

export function ofChange(change: ChangeData): SearchDocument {
  const { id, number, title, state, createdAt } = change;
  const body = bodyOf([change.externalRef, change.assignmentGroup, change.closeCode, change.closeNotes]);
  const open = !OVER.change.has(state);
  return { id, type: 'change', number, title, body, state, open, security: false, at: createdAt };
}

export function ofCi(ci: CiData): SearchDocument {
  const { id, name, stage, createdAt } = ci;
  const known = ci.externalIds.map(({ source, externalId }) => `${source} ${externalId}`);
  const body = bodyOf([ci.class, ci.ownerGroup, ...known, ...textsIn(ci.attributes)]);
  const open = stage !== 'retired';
  return { id, type: 'ci', number: null, title: name, body, state: stage, open, security: false, at: createdAt };
}

/** Says nothing of its incident, which may be one that not everybody sees. */
export function ofAlert(alert: AlertData): SearchDocument {
  const { id, summary, state, firstSeenAt } = alert;
  const labels = Object.entries(alert.labels).map(([name, value]) => `${name} ${value}`);
  const body = bodyOf([alert.source, alert.dedupKey, ...labels]);
  const open = state !== 'resolved';
  return { id, type: 'alert', number: null, title: summary, body, state, open, security: false, at: firstSeenAt };
}

/** All texts and numbers in attributes, in their order. */
function textsIn(value: unknown, level = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (level >= DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, level + 1));
  return isRecord(value) ? Object.keys(value).flatMap((name) => textsIn(value[name], level + 1)) : [];
}
