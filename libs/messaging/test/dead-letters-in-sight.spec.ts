import { auditTopics, domainTopics } from '@itops/contracts';
import { Cursors, Lists, newId, type Permission } from '@itops/kit';
import { createTestDatabase, type TestDatabase } from '@itops/testing';
import { type DataSource } from 'typeorm';

import { FindDeadLetters } from '../src/dead-letters/find-dead-letters';
import { createDataSource } from './messaging-app';

const AUDIT: Permission = 'audit:read';
const SECURITY: Permission = 'incident:read-security';

/** What is put aside: where it was, and its payload. */
const LETTERS = {
  plain: [domainTopics.incident.name, '{"data":{"security":false}}'],
  prefixed: [`prod.${domainTopics.incident.name}`, 'no JSON'],
  security: [domainTopics.incident.name, '{"data":{"id":"x","security":true}}'],
  audit: [auditTopics.audit.name, '{"data":{"before":{"title":"x"}}}'],
  'audit of another prefix': [`prod.${auditTopics.audit.name}`, '{}'],
  erasure: [auditTopics.erasure.name, '{}'],
} as const;
type Name = keyof typeof LETTERS;

describe('dead letters are shown', () => {
  let testDatabase: TestDatabase;
  let database: DataSource;
  let find: FindDeadLetters;
  const ids = new Map<string, Name>();

  beforeAll(async () => {
    testDatabase = await createTestDatabase('letters_in_sight');
    database = await createDataSource(testDatabase.url).initialize();
    await database.runMigrations();
    find = new FindDeadLetters(database, new Lists(database, new Cursors('x'.repeat(32))));
    for (const name of Object.keys(LETTERS).filter(isName)) {
      const [topic, payload] = LETTERS[name];
      const id = newId();
      ids.set(id, name);
      await database.query(
        `insert into dead_letter (id, service, consumer, topic, "partition", "offset", reason_kind, reason, fingerprint,
           payload, headers, recorded_at, attempts, first_at, last_at, status)
         values ($1, 'spec-svc', 'spec', $2, 0, $3, 'broken', 'it is', $4, $5, '{}', now(), 1, now(), now(), 'parked')`,
        [id, topic, ids.size, name, Buffer.from(payload)],
      );
    }
  });
  afterAll(async () => {
    await database.destroy();
    await testDatabase.drop();
  });

  it.each<[Permission[], Name[]]>([
    [[], ['plain', 'prefixed']],
    [[SECURITY], ['plain', 'prefixed', 'security']],
    [[AUDIT], ['plain', 'prefixed', 'audit', 'audit of another prefix', 'erasure']],
    [[AUDIT, SECURITY], Object.keys(LETTERS).filter(isName)],
  ])('to who may %j, in the list, the groups and by id', async (permissions, names) => {
    const viewer = {
      authority: {
        ...{ subject: 'user:a', credential: 'jwt:k', principals: ['user:a'], groups: [] },
        permissions: new Set<Permission>(['dead-letter:read', ...permissions]),
      },
    };
    const request = { conditions: [], limit: 50, sort: [] };
    const expected = [...names].sort();
    const { items } = await find.find(request, viewer);
    expect(items.map(({ id }) => ids.get(id)).sort()).toEqual(expected);
    const groups = await find.groups({}, viewer);
    expect(groups.items.map(({ exampleId }) => ids.get(exampleId)).sort()).toEqual(expected);
    for (const [id, name] of ids) {
      const one = find.one(id, viewer).then(
        () => 'shown',
        () => 'hidden',
      );
      expect([name, await one]).toEqual([name, names.includes(name) ? 'shown' : 'hidden']);
    }
  });
});

function isName(text: string): text is Name {
  return Object.hasOwn(LETTERS, text);
}
