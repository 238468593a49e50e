import fc from 'fast-check';

import {
  ANYBODY,
  type Authority,
  isSamePerson,
  may,
  mayMean,
  principalsOf,
  requireGroup,
  requirePermission,
} from './authority';
import { isPermission, isRole, PERMISSIONS, permissionsOf, ROLE_NAMES, ROLES } from './permissions';
import { Hidden, NotPermitted } from './refusal';
import { NotFound } from './errors';

const authority = (fields: Partial<Authority> = {}): Authority => ({
  subject: 'user:anna',
  credential: 'jwt:k1',
  principals: ['user:anna'],
  permissions: new Set(),
  groups: [],
  ...fields,
});

describe('roles', () => {
  it('are sets of permissions that exist, each named once', () => {
    for (const role of ROLE_NAMES) {
      expect(ROLES[role].filter((permission) => !isPermission(permission))).toEqual([]);
      expect(new Set(ROLES[role]).size).toBe(ROLES[role].length);
    }
    expect(new Set(PERMISSIONS).size).toBe(PERMISSIONS.length);
  });

  it('together allow what any of them allows, and nothing else', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLE_NAMES]), (roles) => {
        const held = permissionsOf(roles);
        for (const permission of PERMISSIONS) {
          const expected = roles.some((role) => ROLES[role].some((one) => one === permission));
          expect(held.includes(permission)).toBe(expected);
        }
      }),
    );
  });

  it('leave what is not meant for everybody to few', () => {
    const holders = (permission: string) => ROLE_NAMES.filter((role) => ROLES[role].some((one) => one === permission));
    expect(holders('incident:read-security')).toEqual(['security-responder', 'auditor', 'admin']);
    expect(holders('api-key:manage')).toEqual(['admin']);
    expect(holders('audit:read')).toEqual(['auditor', 'admin']);
    expect(holders('change:approve')).toEqual(['change-manager', 'approver', 'admin']);
  });

  it('are known by name, and nothing inherited is one', () => {
    expect(isRole('admin')).toBe(true);
    expect(isRole('toString')).toBe(false);
    expect(isRole('__proto__')).toBe(false);
  });
});

describe('authority', () => {
  it('refuses what is not held, and says which permission it would take', () => {
    const viewer = { authority: authority({ permissions: new Set(permissionsOf(['viewer'])) }) };
    expect(() => requirePermission(viewer, 'incident:read')).not.toThrow();
    expect(() => requirePermission(viewer, 'incident:act')).toThrow(NotPermitted);
    expect(() => requirePermission(viewer, 'incident:act')).toThrow(/'incident:act'/);
  });

  it('is not asked of the platform itself', () => {
    expect(may({}, 'audit:erase')).toBe(true);
    expect(() => requireGroup({}, 'network', 'incident:act-any-group')).not.toThrow();
  });

  it('reaches as far as the own groups and what nobody has', () => {
    const operator = { authority: authority({ permissions: new Set(['incident:act']), groups: ['network'] }) };
    expect(() => requireGroup(operator, 'network', 'incident:act-any-group')).not.toThrow();
    expect(() => requireGroup(operator, null, 'incident:act-any-group')).not.toThrow();
    expect(() => requireGroup(operator, 'database', 'incident:act-any-group')).toThrow(/group 'database'/);
    const lead = { authority: authority({ permissions: new Set(['incident:act-any-group']) }) };
    expect(() => requireGroup(lead, 'database', 'incident:act-any-group')).not.toThrow();
  });

  it('takes a key and the one who made it for the same person', () => {
    expect(isSamePerson(['key:1', 'user:anna'], ['user:anna'])).toBe(true);
    expect(isSamePerson(['key:1', 'user:anna'], ['key:2', 'user:ben'])).toBe(false);
    expect(principalsOf({ actor: 'key:1', authority: authority({ principals: ['key:1', 'user:anna'] }) })).toEqual([
      'key:1',
      'user:anna',
    ]);
    expect(principalsOf({ actor: 'service:change-svc' })).toEqual(['service:change-svc']);
  });

  it('takes whom nobody knows for anybody', () => {
    expect(isSamePerson(['admin', ANYBODY], ['user:anna'])).toBe(true);
    expect(isSamePerson(['user:anna'], ['user:ben', ANYBODY])).toBe(true);
  });

  it.each([
    ['user:anna', true],
    ['anna', true],
    [' ANNA', true],
    ['ann', false],
    ['user:', false],
    ['', false],
  ])('takes the written name %p for user:anna: %p', (written, expected) => {
    expect(mayMean(written, ['key:1', 'user:anna'])).toBe(expected);
  });
});

describe('what is hidden', () => {
  it('is answered word for word like what does not exist', () => {
    const target = { resourceType: 'incident', resourceId: 'x' };
    const hidden = new Hidden('incident', 'INC0000042', 'incident:read-security', target);
    const absent = new NotFound('incident', 'INC0000042');
    const told = ({ kind, status, title, message }: Hidden | NotFound) => ({ kind, status, title, message });
    expect(told(hidden)).toEqual(told(absent));
    expect(hidden.details()).toEqual(absent.details());
    expect(hidden.refusal).toMatchObject({ action: 'incident:read-security', ...target });
  });
});
