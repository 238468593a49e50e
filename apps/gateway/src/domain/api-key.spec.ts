import { type Authority, DAY, HOUR, MINUTE, NotPermitted, permissionsOf, type Role } from '@itops/kit';

import { type ApiKey, makeApiKey, revokeApiKey, rotateApiKey, stateOf } from './api-key';
import { API_KEY_ACTIONS, apiKeyLifecycle } from './api-key.lifecycle';

const NOW = new Date('2026-03-01T12:00:00Z');
const later = (millis: number) => new Date(NOW.getTime() + millis);
const secret = (digit: string) => ({ digest: digit.repeat(64), shown: `itops_${digit.repeat(4)}` });

function person(name: string, roles: readonly Role[], groups: readonly string[] = []): Authority {
  return { subject: name, credential: 'jwt:1', principals: [name], permissions: new Set(permissionsOf(roles)), groups };
}

const admin = person('user:anna', ['admin']);
const asked = { id: 'k1', name: 'Prometheus', roles: ['integration'] as const, groups: ['network'], lifetimeDays: 90 };
const made = (): ApiKey => makeApiKey(asked, secret('a'), admin, NOW);

describe('a key', () => {
  it('is good for as long as it was asked for, and its maker stands behind it', () => {
    const key = made();
    expect(key).toMatchObject({
      version: 1,
      principals: ['user:anna'],
      createdBy: 'user:anna',
      expiresAt: later(90 * DAY),
    });
    expect(stateOf(key, later(90 * DAY - 1))).toBe('active');
    expect(stateOf(key, later(90 * DAY))).toBe('expired');
    expect(apiKeyLifecycle.allowedActions('active')).toEqual(API_KEY_ACTIONS);
    expect(apiKeyLifecycle.allowedActions('expired')).toEqual([]);
  });

  it.each<[readonly Role[], readonly string[]]>([
    [['admin'], []],
    [['integration'], []],
    [['viewer', 'auditor'], []],
  ])('may do no more than its maker: %j', (roles, groups) => {
    const maker = person('user:ben', ['operator'], ['network']);
    expect(() => makeApiKey({ ...asked, roles, groups }, secret('a'), maker, NOW)).toThrow(NotPermitted);
  });

  it("acts for its maker's groups, and for any where the maker may", () => {
    const maker = person('user:ben', ['operator'], ['network']);
    const viewing = { ...asked, roles: ['viewer'] as const };
    expect(makeApiKey(viewing, secret('a'), maker, NOW).groups).toEqual(['network']);
    expect(() => makeApiKey({ ...viewing, groups: ['database'] }, secret('a'), maker, NOW)).toThrow(/belong/);
    expect(makeApiKey({ ...viewing, groups: ['database'] }, secret('a'), admin, NOW).groups).toEqual(['database']);
  });

  it('gets another secret, and the one before stays good for the overlap', () => {
    const rotation = { secret: secret('b'), overlapMinutes: 60, lifetimeDays: 30 };
    const key = rotateApiKey(made(), rotation, person('user:ben', ['admin']), later(DAY));
    expect(key).toMatchObject({ version: 2, lifetimeDays: 30, expiresAt: later(31 * DAY) });
    expect(key.secrets.map(({ shown, validUntil }) => [shown, validUntil])).toEqual([
      ['itops_bbbb', later(31 * DAY)],
      ['itops_aaaa', later(DAY + HOUR)],
    ]);
    // Whoever has held a secret is no second pair of eyes for what the key does.
    expect(key.principals).toEqual(['user:anna', 'user:ben']);
    const again = rotateApiKey(key, { ...rotation, secret: secret('c') }, admin, later(DAY + 30 * MINUTE));
    expect(again.secrets.map(({ shown, validUntil }) => [shown, validUntil])).toEqual([
      ['itops_cccc', later(31 * DAY + 30 * MINUTE)],
      ['itops_bbbb', later(DAY + 90 * MINUTE)],
      ['itops_aaaa', later(DAY + HOUR)],
    ]);
  });

  it('with no overlap has the new secret alone, and no rotation makes an old one last longer', () => {
    const none = rotateApiKey(made(), { secret: secret('b'), overlapMinutes: 0, lifetimeDays: 90 }, admin, NOW);
    expect(none.secrets.map(({ shown }) => shown)).toEqual(['itops_bbbb']);
    const short = makeApiKey({ ...asked, lifetimeDays: 1 }, secret('a'), admin, NOW);
    const long = rotateApiKey(short, { secret: secret('b'), overlapMinutes: 10_000, lifetimeDays: 90 }, admin, NOW);
    expect(long.secrets[1]?.validUntil).toEqual(later(DAY));
  });

  it('is not rotated by who may do less than it', () => {
    const rotation = { secret: secret('b'), overlapMinutes: 60, lifetimeDays: 30 };
    expect(() => rotateApiKey(made(), rotation, person('user:ben', ['viewer']), NOW)).toThrow(NotPermitted);
  });

  it('that is over can neither be rotated nor revoked', () => {
    const revoked = revokeApiKey(made(), NOW);
    expect(stateOf(revoked, NOW)).toBe('revoked');
    const rotation = { secret: secret('b'), overlapMinutes: 60, lifetimeDays: 30 };
    for (const [key, at] of [[revoked, NOW] as const, [made(), later(91 * DAY)] as const]) {
      expect(() => revokeApiKey(key, at)).toThrow(/not possible/);
      expect(() => rotateApiKey(key, rotation, admin, at)).toThrow(/not possible/);
    }
  });
});
