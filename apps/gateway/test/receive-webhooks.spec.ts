import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { isRecord, newId } from '@itops/kit';
import { eventually } from '@itops/testing';

import { type GatewayUnderTest, startGateway } from './gateway-under-test';
import { ciFacts } from './webhook-events';

const PAGE = path.resolve(__dirname, '../../../docs/how-to/receive-webhooks.md');

/** The example as it stands in the documentation. */
const [, example = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(PAGE, 'utf8')) ?? [];

let gateway: GatewayUnderTest;
let folder: string;
const receivers: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'receiver-'));
  writeFileSync(path.join(folder, 'receiver.mjs'), example);
  gateway = await startGateway({
    env: { SECRETS_KEY: 'secrets-key-of-more-than-32-characters', OUTGOING_ALLOW: '127.0.0.1:*' },
  });
});
afterAll(async () => {
  for (const receiver of receivers) {
    receiver.kill();
    await once(receiver, 'exit');
  }
  await gateway.close();
  rmSync(folder, { recursive: true });
});

interface Receiver {
  readonly url: string;
  /** What it has printed so far, but its first line. */
  readonly printed: () => string;
}

/** The example as a process, which believes what is signed by this secret. */
async function receive(secret: string): Promise<Receiver> {
  const child = spawn(process.execPath, [path.join(folder, 'receiver.mjs'), '0', secret]);
  receivers.push(child);
  let text = '';
  child.stdout.on('data', (bytes: Buffer) => (text += bytes.toString()));
  const port = await eventually(() => {
    const [, found] = /^listening at (\d+)\n/.exec(text) ?? [];
    if (found === undefined) throw new Error(`It prints: ${text}`);
    return found;
  });
  return { url: `http://127.0.0.1:${port}/`, printed: () => text.slice(text.indexOf('\n') + 1) };
}

async function subscribe({ url }: Receiver, secret: string): Promise<string> {
  const { status, body } = await gateway.api.post('/v1/webhooks', { name: 'example', url, secret });
  expect(status).toBe(201);
  return `/v1/webhooks/${String(body['id'])}`;
}

async function deliveries(webhook: string, query = ''): Promise<Record<string, unknown>[]> {
  const { items } = (await gateway.api.get(`${webhook}/deliveries${query}`)).body;
  return Array.isArray(items) ? items.filter(isRecord) : [];
}

it('the documented receiver takes what is signed for it, once, and nothing else', async () => {
  const [known, unknown] = [newSecret(), newSecret()];
  const [believing, refusing] = await Promise.all([receive(known), receive(known)]);
  const webhook = await subscribe(believing, known);
  const stranger = await subscribe(refusing, unknown);
  const ci = newId();
  await gateway.service.bus.emitEvents(ciFacts(ci, 1, 2));
  const lines = [1, 2].map((version) => `itops.ci.updated.v1 ${ci} version ${version}\n`).join('');
  await eventually(async () => expect(await deliveries(webhook, '?state=delivered')).toHaveLength(2));
  const span = { from: '2020-01-01T00:00:00Z', to: '2999-01-01T00:00:00Z' };
  expect((await gateway.api.post(`${webhook}/redeliver`, span)).body).toMatchObject({ count: 2 });
  await eventually(async () => {
    const tries = (await deliveries(webhook)).map(({ attempts }) => (Array.isArray(attempts) ? attempts.length : 0));
    expect(tries).toEqual([2, 2]);
  });
  expect(believing.printed()).toBe(lines);
  await eventually(async () => expect(JSON.stringify(await deliveries(stranger))).toContain('not signed by us'));
  expect(refusing.printed()).toBe('');
});

function newSecret(): string {
  return `whsec_${randomBytes(24).toString('base64')}`;
}
