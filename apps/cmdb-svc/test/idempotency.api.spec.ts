import { domainTopics } from '@itops/contracts';
import { arm, disarm } from '@itops/faults/armed';
import { ANSWERS_KEPT_MS, ManualClock, type Role } from '@itops/kit';
import { type RunningService, startService } from '@itops/platform';
import {
  ApiClient,
  eventually,
  identifiedAs,
  newPrefix,
  startTestService,
  TEST_IDENTITY_KEYS,
  testBrokers,
  type TestService,
} from '@itops/testing';
import fc from 'fast-check';

import { cmdbService } from '../src/cmdb.service';

describe('POST with an Idempotency-Key', () => {
  const clock = new ManualClock('2026-05-04T10:00:00.000Z');
  const prefix = newPrefix();
  let service: TestService;
  let others: RunningService[] = [];
  beforeAll(async () => {
    service = await startTestService(cmdbService, { clock, prefix });
  });
  afterEach(async () => {
    disarm();
    for (const other of others) await other.close();
    others = [];
  });
  afterAll(() => service.close());

  /** One more process of the service on the same database, which remembers nothing. */
  async function another(): Promise<ApiClient> {
    const { options } = service.database;
    const running = await startService(cmdbService, {
      env: {
        ...{
          PORT: '0',
          HOST: '127.0.0.1',
          LOG_LEVEL: 'error',
          KAFKA_BROKERS: testBrokers().join(','),
          KAFKA_PREFIX: prefix,
        },
        ...TEST_IDENTITY_KEYS,
        DATABASE_URL: 'url' in options ? String(options.url) : '',
      },
      clock,
    });
    others.push(running);
    const api = new ApiClient(running.url, identifiedAs('test'));
    await eventually(async () => expect((await api.get('/readyz')).status).toBe(200), 60_000);
    return api;
  }

  let serial = 0;
  const newKey = () => `key-${++serial}-${clock.now().getTime()}`;
  const post = (body: unknown, key: string, api = service.api, path = '/v1/cis') =>
    api.post(path, body, { 'idempotency-key': key });
  const server = (name: string) => ({ class: 'server', name, externalIds: [{ source: 's', externalId: name }] });
  const named = async (name: string): Promise<number> => {
    const [row]: { count: number }[] = await service.database.query(
      'select count(*)::int as count from ci where name = $1',
      [name],
    );
    return row?.count ?? 0;
  };

  it('gives a kept answer to nobody who has lost a right since, and says what to do', async () => {
    const as = (roles: readonly Role[], ...groups: string[]) =>
      new ApiClient(service.url, identifiedAs('eve', { roles, groups }));
    const key = newKey();
    const send = (api: ApiClient) => post(server(`lost-${key}`), key, api);
    const first = await send(as(['cmdb-editor', 'auditor'], 'network'));
    expect(first.status).toBe(201);
    const again = await send(as(['auditor', 'cmdb-editor'], 'network'));
    expect([again.status, again.body]).toEqual([201, first.body]);
    for (const less of [as(['cmdb-editor'], 'network'), as(['cmdb-editor', 'auditor'])]) {
      const refused = await send(less);
      expect(refused).toMatchObject({ status: 403, body: { type: '/problems/forbidden' } });
      expect(refused.body['detail']).toContain('Read the resource');
      expect(JSON.stringify(refused.body)).not.toContain(String(first.body['id']));
    }
    expect((await send(as(['viewer'], 'network'))).body).toMatchObject({ permission: 'ci:edit' });
    expect(await named(`lost-${key}`)).toBe(1);
  });

  it('makes one item of many requests at once, over two processes, and answers them all the same', async () => {
    const second = await another();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 2, maxLength: 20 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.integer(), fc.string(), fc.boolean())),
        async (toSecond, attributes) => {
          const key = newKey();
          const name = `many-${key}`;
          const body = { class: 'server', name, attributes: { extra: attributes } };
          const answers = await Promise.all(toSecond.map((there) => post(body, key, there ? second : service.api)));
          // What the class does not take is refused the same way each time.
          const statuses = new Set(answers.map(({ status }) => status));
          expect(statuses.size).toBe(1);
          if (!statuses.has(201)) return;
          const told = answers.map(({ body: shown, headers }) =>
            JSON.stringify([shown, headers.get('etag'), headers.get('location')]),
          );
          expect(new Set(told).size).toBe(1);
          expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
          expect(await named(name)).toBe(1);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('tells of one event', async () => {
    const key = newKey();
    const [answer] = await Promise.all([1, 2, 3].map(() => post(server('told-once'), key)));
    const id = String(answer?.body['id']);
    await post(server('told-after'), newKey());
    await service.bus.waitFor(domainTopics.ci.name, ({ data }) => data['name'] === 'told-after');
    await service.bus.waitFor(domainTopics.ci.name, ({ subject }) => subject === id);
    expect(service.bus.all(domainTopics.ci.name).filter(({ subject }) => subject === id)).toHaveLength(1);
  });

  it('refuses another body with 422, and is apart for each caller and path', async () => {
    const key = newKey();
    const first = await post(server('mine'), key);
    expect(await post(server('other'), key)).toMatchObject({
      status: 422,
      body: { type: '/problems/idempotency-key-reused' },
    });
    expect((await post({ ...server('mine'), criticality: undefined }, key)).body).toEqual(first.body);
    const bert = new ApiClient(service.url, identifiedAs('bert'));
    expect(await post(server('theirs'), key, bert)).toMatchObject({ status: 201, body: { name: 'theirs' } });
    const path = `/v1/cis/${String(first.body['id'])}/actions/retire`;
    const retire = () =>
      service.api.post(path, {}, { 'idempotency-key': key, 'if-match': String(first.headers.get('etag')) });
    const retired = await retire();
    expect(retired).toMatchObject({ status: 200, body: { stage: 'retired', version: 2 } });
    // The version is stale by now, and yet it is the same request.
    expect((await retire()).body).toEqual(retired.body);
  });

  it('shows its own writes at once, as without a key', async () => {
    const [parent, child] = await Promise.all([post(server('up'), newKey()), post(server('down'), newKey())]);
    const ends = { parentId: String(parent.body['id']), childId: String(child.body['id']) };
    const related = await post({ type: 'Depends on', ...ends }, newKey(), service.api, '/v1/relationships');
    expect(related.status).toBe(201);
    const impact = await service.api.get(`/v1/cis/${ends.childId}/impact`);
    expect(impact.body['items']).toMatchObject([{ ciId: ends.parentId }]);
  });

  it('leaves nothing of what failed, in the database or in the graph, and may come again', async () => {
    const key = newKey();
    arm('before-commit', () => {
      throw new Error('the process fails here');
    });
    expect((await post(server('fails'), key)).status).toBe(500);
    expect(await named('fails')).toBe(0);
    expect(await post({ class: 'no such class', name: 'fails' }, key)).toMatchObject({ status: 400 });
    expect((await post(server('fails'), key)).headers.get('idempotency-replayed')).toBeNull();
    expect(await named('fails')).toBe(1);
  });

  it('is answered after the process has ended between commit and answer', async () => {
    const key = newKey();
    const reached = Promise.withResolvers<void>();
    const gone = Promise.withResolvers<void>();
    arm('after-commit', () => {
      reached.resolve();
      return gone.promise;
    });
    const lost = post(server('lost'), key);
    await reached.promise;
    const restarted = await another();
    const answer = await post(server('lost'), key, restarted);
    expect(answer).toMatchObject({ status: 201, body: { name: 'lost' } });
    expect(answer.headers.get('idempotency-replayed')).toBe('true');
    expect(await named('lost')).toBe(1);
    expect((await restarted.get(String(answer.headers.get('location')))).body).toEqual(answer.body);
    gone.resolve();
    expect((await lost).body).toEqual(answer.body);
  });

  it('is carried out after the process has ended before the commit', async () => {
    const key = newKey();
    arm('before-commit', async () => {
      await service.database.query(
        `select pg_terminate_backend(pid, 5000) from pg_stat_activity
         where datname = current_database() and state like 'idle in transaction%'`,
      );
    });
    expect((await post(server('cut'), key)).status).toBeGreaterThanOrEqual(500);
    const answer = await post(server('cut'), key, await another());
    expect(answer.status).toBe(201);
    expect(answer.headers.get('idempotency-replayed')).toBeNull();
    expect(await named('cut')).toBe(1);
  });

  it('is a new request after 24 hours', async () => {
    const key = newKey();
    await post({ class: 'server', name: 'daily' }, key);
    clock.advance(ANSWERS_KEPT_MS - 1);
    await post({ class: 'server', name: 'daily' }, key);
    expect(await named('daily')).toBe(1);
    clock.advance(1);
    await post({ class: 'server', name: 'daily' }, key);
    expect(await named('daily')).toBe(2);
  });
});
