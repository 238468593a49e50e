import { newId, type Permission, permissionsOf } from '@itops/kit';

import { viewOf } from './event-view';
import { type SecurityMarks, showingOf, withoutIncident } from './showing';

const incident = newId();
const READER = new Set(permissionsOf(['viewer']));
const SECURITY = new Set<Permission>([...READER, 'incident:read-security']);
const NONE: SecurityMarks = { isMarked: () => false };
const MARKED: SecurityMarks = { isMarked: (id: string) => id === incident };

function shown(permissions: ReadonlySet<Permission>, marks: SecurityMarks, type: string, data: object, id = newId()) {
  const view = viewOf({ type, aggregateId: id, data });
  return view && showingOf(view, permissions, marks);
}

describe('an event', () => {
  it.each([
    ['of the incident', 'itops.incident.opened.v1', {}, incident],
    ['that shows the incident', 'itops.change.created.v1', { incident: { id: incident } }, undefined],
  ])('%s is shown until the incident is marked, and then to who may see security incidents', (_, type, data, id) => {
    expect(shown(READER, NONE, type, data, id)).toBe('whole');
    expect(shown(READER, MARKED, type, data, id)).toBe('nothing');
    expect(shown(SECURITY, MARKED, type, data, id)).toBe('whole');
  });

  it('that names the incident is shown without it', () => {
    const data = { incidentId: incident, severity: 'critical' };
    const type = 'itops.alert.fired.v1';
    expect(shown(READER, NONE, type, data)).toBe('whole');
    expect(shown(READER, MARKED, type, data)).toBe('without-incident');
    expect(shown(READER, MARKED, type, { incidentId: newId() })).toBe('whole');
    expect(shown(READER, MARKED, type, { incidentId: null })).toBe('whole');
    expect(shown(SECURITY, MARKED, type, data)).toBe('whole');
    expect(withoutIncident(data)).toEqual({ incidentId: null, severity: 'critical' });
  });

  it('that was about security stays hidden when the mark is gone', () => {
    expect(shown(READER, NONE, 'itops.incident.opened.v1', { security: true }, incident)).toBe('nothing');
    expect(shown(SECURITY, NONE, 'itops.incident.opened.v1', { security: true }, incident)).toBe('whole');
  });

  it('asks for the permission to read its resource in any case', () => {
    expect(shown(new Set(['incident:read-security']), NONE, 'itops.incident.opened.v1', {}, incident)).toBe('nothing');
  });
});
