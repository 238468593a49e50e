import { type Cause, type Condition, Hidden, may } from '@itops/kit';

/** Who wants to see something. */
export type Viewer = Pick<Cause, 'authority'>;

const PERMISSION = 'incident:read-security';

export function seesSecurity(viewer: Viewer): boolean {
  return may(viewer, PERMISSION);
}

/**
 * For every way to one incident: whoever may not see security incidents is told that there is none.
 * @param key by which the viewer asked for it
 * @throws Hidden
 */
export function requireSight(
  viewer: Viewer,
  key: string,
  incident: { readonly id: string; readonly security: boolean },
) {
  if (!incident.security || seesSecurity(viewer)) return;
  throw new Hidden('incident', key, PERMISSION, { resourceType: 'incident', resourceId: incident.id });
}

/** Leaves security incidents out of a list. @param incident the name of its table there */
export function inSight(viewer: Viewer, incident: string): Condition[] {
  return seesSecurity(viewer) ? [] : [{ sql: `not ${incident}.security`, values: [] }];
}

/** Leaves out of a story what tells of another incident that the viewer may not see. */
export function linesInSight(viewer: Viewer): Condition[] {
  if (seesSecurity(viewer)) return [];
  const sql = `(not jsonb_exists_any(data, array['incidentId', 'incidents']) or not exists (
    select 1 from incident other where other.security
      and (other.id::text = data ->> 'incidentId' or jsonb_exists(data -> 'incidents', other.number))))`;
  return [{ sql, values: [] }];
}
