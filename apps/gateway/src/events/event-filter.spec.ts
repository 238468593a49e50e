import { domainEvents } from '@itops/contracts';
import { newId, type Permission, permissionsOf } from '@itops/kit';

import { checkedFilter, isWanted } from './event-filter';
import { EVENT_TOPICS, EVENT_TYPES, viewOf } from './event-view';
import { isVisible } from './showing';

const id = newId();
const view = (type: string, data: object = {}) => viewOf({ type, aggregateId: id, data });
const AT = { types: '/types', resource: '/resource' };

describe('an event', () => {
  it.each(domainEvents.filter(({ topic }) => EVENT_TOPICS.includes(topic.name)).map(({ type }) => [type]))(
    '%s asks for a permission',
    (type) => {
      const seen = view(type);
      expect(seen?.permissions).toHaveLength(1);
      expect(seen !== undefined && isVisible(seen, new Set())).toBe(false);
      expect(seen !== undefined && isVisible(seen, new Set(permissionsOf(['viewer'])))).toBe(true);
    },
  );

  it.each(domainEvents.filter(({ topic }) => !EVENT_TOPICS.includes(topic.name)).map(({ type }) => [type]))(
    '%s is for nobody',
    (type) => expect(view(type)).toBeUndefined(),
  );

  it('of an unknown type is for nobody', () => {
    expect(view('itops.incident.forgotten.v1')).toBeUndefined();
  });

  it.each([{ security: true }, { incident: { security: true } }])(
    'about a security incident asks for more: %j',
    (data) => {
      const seen = view('itops.incident.opened.v1', data);
      const may = (...permissions: Permission[]) => seen !== undefined && isVisible(seen, new Set(permissions));
      expect(may('incident:read')).toBe(false);
      expect(may('incident:read-security')).toBe(false);
      expect(may('incident:read', 'incident:read-security')).toBe(true);
    },
  );
});

describe('a filter', () => {
  const wants = (filter: Parameters<typeof isWanted>[1], type = 'itops.incident.opened.v1', data: object = {}) => {
    const seen = view(type, data);
    return seen !== undefined && isWanted(seen, filter);
  };
  const [ci, other] = [newId(), newId()];

  it('lets through what fits all of its parts', () => {
    expect(wants({})).toBe(true);
    expect(wants({ types: ['itops.incident.opened.v1'] })).toBe(true);
    expect(wants({ types: ['itops.ci.*', 'itops.incident.*'] })).toBe(true);
    expect(wants({ types: ['itops.incident.opened'] })).toBe(false);
    expect(wants({ types: ['*'] })).toBe(true);
    expect(wants({ resource: 'incident' })).toBe(true);
    expect(wants({ resource: `incident/${id}` })).toBe(true);
    expect(wants({ resource: `ci/${id}` })).toBe(false);
    expect(wants({ resource: `incident/${other}` })).toBe(false);
    expect(wants({ priorities: [1] })).toBe(false);
    expect(wants({ priorities: [1, 2] }, undefined, { priority: 2 })).toBe(true);
    expect(wants({ types: ['*'], priorities: [1] }, undefined, { priority: 2 })).toBe(false);
  });

  it.each([{ ciId: ci }, { parentId: ci }, { childId: ci }, { cis: [other, ci] }, { affectedCis: [ci] }])(
    'finds the CI in %j',
    (data) => {
      expect(wants({ ci }, undefined, data)).toBe(true);
      expect(wants({ ci: newId() }, undefined, data)).toBe(false);
    },
  );

  it('takes a CI for what its own events are about', () => {
    expect(wants({ ci: id }, 'itops.ci.created.v1')).toBe(true);
  });

  it('has one form, and is refused where nothing can fit it', () => {
    const upper = id.toUpperCase();
    expect(checkedFilter({ ci: upper, resource: `CI/${upper}`, types: undefined }, AT)).toEqual({
      ci: id,
      resource: `ci/${id}`,
    });
    for (const types of EVENT_TYPES) expect(checkedFilter({ types: [types] }, AT)).toEqual({ types: [types] });
    for (const filter of [
      { types: ['x*'] },
      { types: ['itops.audit.*'] },
      { resource: 'x' },
      { resource: 'ci/1' },
      { resource: `ci/${id}/x` },
    ]) {
      expect(() => checkedFilter(filter, AT)).toThrow();
    }
  });
});
