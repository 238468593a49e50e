import { newId } from '@itops/kit';
import { EventSourceUnderTest, eventually, newPrefix } from '@itops/testing';

import { type GatewayUnderTest, startGateway, TEST_KEY } from './gateway-under-test';
import { ciFacts } from './webhook-events';

const prefix = newPrefix();
const running: GatewayUnderTest[] = [];
const KEEPS = 40;

async function startOne(): Promise<GatewayUnderTest> {
  const gateway = await startGateway({ prefix, env: { STREAM_EVENTS: String(KEEPS), STREAM_HEARTBEAT_MS: '200' } });
  running.push(gateway);
  return gateway;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((gateway) => gateway.close()));
});

/** Goes on where another stream ended. */
async function listen({ service }: GatewayUnderTest, lastId: string): Promise<EventSourceUnderTest> {
  return EventSourceUnderTest.open(`${service.url}/v1/stream`, {
    authorization: `Bearer ${TEST_KEY}`,
    ...(lastId === '' ? {} : { 'last-event-id': lastId }),
  });
}

/** Cuts all connections as a killed process does: in the middle of whatever is written, without a farewell. */
function cutOff({ service }: GatewayUnderTest): void {
  service.running.app.getHttpServer().closeAllConnections();
}

it('a stream goes on exactly where it was at any gateway, through cut connections and a gateway that is new', async () => {
  const [one, other] = await Promise.all([startOne(), startOne()]);
  const cis = Array.from({ length: 8 }, () => newId());
  const seen: string[] = [];
  const shownBy = ({ messages }: EventSourceUnderTest) =>
    messages.map(({ data }) => `${String(data['subject'])}@${String(data['aggregateversion'])}`);

  let source = await listen(one, '');
  await eventually(() => expect(source.comments).toContain('listening'));
  const sent: string[] = [];
  let goesOn = true;
  const writing = (async () => {
    for (let version = 1; goesOn; version++) {
      await one.service.bus.emitEvents(cis.flatMap((ci) => ciFacts(ci, version)));
      sent.push(...cis.map((ci) => `${ci}@${version}`));
      // Far enough ahead that there is always something on its way.
      await eventually(
        () => expect(sent.length - seen.length - source.messages.length).toBeLessThan(3 * KEEPS),
        60_000,
      );
    }
  })();
  for (const gateway of [other, await startOne(), one]) {
    await eventually(() => expect(source.messages.length).toBeGreaterThan(KEEPS), 30_000);
    for (const each of running) cutOff(each);
    await eventually(() => expect(source.ended).toBe(true));
    seen.push(...shownBy(source));
    source = await listen(gateway, source.messages.at(-1)?.id ?? '');
  }
  await eventually(() => expect(source.messages.length).toBeGreaterThan(KEEPS), 30_000);
  goesOn = false;
  await writing;
  await eventually(() => expect(seen.length + source.messages.length).toBeGreaterThanOrEqual(sent.length), 30_000);
  seen.push(...shownBy(source));
  cutOff(one);

  expect([...seen].sort()).toEqual([...sent].sort());
  for (const ci of cis) {
    const versions = seen.filter((text) => text.startsWith(ci)).map((text) => Number(text.split('@')[1]));
    expect(versions).toEqual(versions.map((_, place) => place + 1));
  }
}, 180_000);
