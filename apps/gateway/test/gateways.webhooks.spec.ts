import { arm, disarm } from '@itops/faults/armed';
import { ManualClock, newId } from '@itops/kit';
import { createTestDatabase, eventually, newPrefix, type TestDatabase } from '@itops/testing';
import { DataSource } from 'typeorm';

import { ciFacts } from './webhook-events';
import { WebhookReceiver } from './webhook-receiver';
import { type GatewayUnderTest, startGateway } from './gateway-under-test';

let database: TestDatabase;
let receiver: WebhookReceiver;
let prefix: string;
let clock: ManualClock;
const running: GatewayUnderTest[] = [];

beforeEach(async () => {
  [database, receiver] = await Promise.all([createTestDatabase('gateways'), WebhookReceiver.start()]);
  prefix = newPrefix();
  clock = new ManualClock(new Date());
});
afterEach(async () => {
  disarm();
  await Promise.all(running.splice(0).map((gateway) => gateway.close()));
  await receiver.stop();
  await database.drop();
});

/** One of several gateways, with the database and the topics of all. */
async function startOne(): Promise<GatewayUnderTest> {
  const gateway = await startGateway({
    prefix,
    clock,
    env: {
      ...{ DATABASE_URL: database.url, SECRETS_KEY: 'secrets-key-of-more-than-32-characters' },
      ...{ OUTGOING_ALLOW: '127.0.0.1:*', WEBHOOK_TIMEOUT_MS: '2000' },
    },
  });
  running.push(gateway);
  return gateway;
}

async function subscribe({ api }: GatewayUnderTest): Promise<void> {
  expect((await api.post('/v1/webhooks', { name: 'test', url: receiver.url })).status).toBe(201);
}

async function pending({ service }: GatewayUnderTest): Promise<number> {
  const [row]: { count: number }[] = await service.database.query(
    "select count(*)::int as count from webhook_delivery where state = 'pending'",
  );
  return row?.count ?? -1;
}

describe('several gateways', () => {
  it('share the work: each event goes out once, in the order of its resource', async () => {
    const [one] = await Promise.all([startOne(), startOne()]);
    await subscribe(one);
    const cis = Array.from({ length: 30 }, () => newId());
    const versions = [1, 2, 3, 4, 5, 6];
    for (const version of versions) await one.service.bus.emitEvents(cis.flatMap((ci) => ciFacts(ci, version)));
    const count = cis.length * versions.length;
    await eventually(() => expect(receiver.calls.length).toBeGreaterThanOrEqual(count), 30_000);
    await eventually(async () => expect(await pending(one)).toBe(0));
    expect(receiver.calls).toHaveLength(count);
    for (const ci of cis) expect(receiver.versionsOf(ci)).toEqual(versions);
    await eventually(async () => {
      const lanes: unknown[] = await one.service.database.query('select 1 from webhook_lane');
      expect(lanes).toEqual([]);
    });
  });

  it('take over from one that has died in mid-delivery, under the same id; what it says later counts for nothing', async () => {
    const [one, other] = await Promise.all([startOne(), startOne()]);
    await subscribe(one);
    const goesOn = Promise.withResolvers<void>();
    arm('after-webhook-attempt', () => goesOn.promise);
    const ci = newId();
    receiver.answer = ({ event }) => (event['aggregateversion'] === 3 ? 503 : 204);
    await one.service.bus.emitEvents(ciFacts(ci, 1, 2, 3));
    // Whoever sent it stands still now, and nothing of it is noted.
    await eventually(() => expect(receiver.versionsOf(ci)).toEqual([1]));
    await eventually(() => expect(receiver.versionsOf(ci)).toEqual([1, 1, 2, 3]), 30_000);
    expect(receiver.ids[0]).toBe(receiver.ids[1]);
    await eventually(async () => expect(await pending(other)).toBe(1));
    await eventually(async () => {
      const tries: unknown = await other.service.database.query(
        'select jsonb_array_length(attempts) as tries from webhook_delivery order by sequence',
      );
      expect(tries).toEqual([{ tries: 1 }, { tries: 1 }, { tries: 1 }]);
    });
    goesOn.resolve();
    await Promise.all([one.close(), other.close()]);
    running.length = 0;
    const dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    const lanes: unknown = await dataSource.query(
      'select pending, lease_owner, next_at > $1 as waits from webhook_lane',
      [clock.now()],
    );
    await dataSource.destroy();
    expect(lanes).toEqual([{ pending: 1, lease_owner: null, waits: true }]);
    expect(receiver.versionsOf(ci)).toEqual([1, 1, 2, 3]);
  });

  it('end what is under way when they are asked to stop, and leave the rest to those that come', async () => {
    const one = await startOne();
    await subscribe(one);
    let answer: () => void = () => undefined;
    receiver.answer = (_call, response) => {
      answer = () => response.writeHead(204).end();
      return undefined;
    };
    const ci = newId();
    await one.service.bus.emitEvents(ciFacts(ci, 1, 2, 3));
    await eventually(() => expect(receiver.calls).toHaveLength(1));
    const closed = one.close();
    receiver.answer = () => 204;
    answer();
    await closed;
    running.length = 0;
    // As many as it has ended; none of them comes again.
    const next = await startOne();
    await eventually(() => expect(receiver.versionsOf(ci)).toEqual([1, 2, 3]));
    await eventually(async () => expect(await pending(next)).toBe(0));
  });
});
