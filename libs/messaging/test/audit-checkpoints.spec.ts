import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { AuditCheckpoint, isValid } from '@itops/contracts';
import { newId } from '@itops/kit';
import { createTestDatabase, eventually, type TestDatabase } from '@itops/testing';

import { isSignatureOf } from '../src/audit/audit-chain';
import { cause, type MessagingApp, newPrefix, startMessagingApp } from './messaging-app';

const { privateKey } = generateKeyPairSync('ed25519');
const signingKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Takes what is posted, and refuses the first so many. */
class Witness {
  readonly taken: string[] = [];
  refusals = 0;
  private readonly server = createServer((request, response) => {
    void text(request).then((body) => {
      if (this.refusals-- > 0) return response.writeHead(503).end();
      this.taken.push(body);
      return response.writeHead(204).end();
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}/checkpoints`;
  }

  close(): void {
    this.server.close();
  }
}

describe('checkpoints', () => {
  const folder = mkdtempSync(join(tmpdir(), 'checkpoints-'));
  const witness = new Witness();
  let testDatabase: TestDatabase;
  let service: MessagingApp | undefined;

  afterEach(async () => {
    await service?.close();
    service = undefined;
    await testDatabase.drop();
  });

  afterAll(() => {
    witness.close();
    rmSync(folder, { recursive: true });
  });

  async function start(audit: object): Promise<MessagingApp> {
    testDatabase = await createTestDatabase('checkpoints');
    service = await startMessagingApp({
      ...{ databaseUrl: testDatabase.url, prefix: newPrefix() },
      audit: { sealEveryMs: 20, checkpointRows: 1, ...audit },
    });
    return service;
  }

  const write = ({ transactions }: MessagingApp) =>
    transactions.run(cause, (tx) => tx.audit([{ action: 'update', resourceType: 'thing', resourceId: newId() }]));

  it('reach a file and an address, in order, also when the address did not take them at first', async () => {
    const checkpointFile = join(folder, 'checkpoints.ndjson');
    witness.refusals = 2;
    const running = await start({ signingKey, checkpointFile, checkpointUrl: await witness.open() });
    for (let round = 0; round < 3; round++) {
      await write(running);
      await eventually(async () => {
        const rows: unknown[] = await running.database.query('select 1 from audit_checkpoint');
        expect(rows.length).toBeGreaterThan(round);
      });
    }
    const attested = await eventually(async () => {
      expect(await running.database.query('select 1 from audit_checkpoint where not delivered')).toEqual([]);
      return running.database.query<{ seq: string }[]>('select seq from audit_checkpoint order by seq, at');
    }, 30_000);
    const parsed = (lines: readonly string[]) =>
      lines.map((line): unknown => JSON.parse(line)).filter((line) => isValid(AuditCheckpoint, line));
    const posted = parsed(witness.taken);
    expect(posted.map(({ seq }) => seq)).toEqual(attested.map(({ seq }) => Number(seq)));
    // What the address refused was written into the file before, and is written again with it.
    const filed = parsed(readFileSync(checkpointFile, 'utf8').trimEnd().split('\n'));
    expect([...new Set(filed.map(({ seq }) => seq))]).toEqual(posted.map(({ seq }) => seq));
    for (const checkpoint of filed) expect(isSignatureOf(createPublicKey(privateKey), checkpoint)).toBe(true);
    const { checks } = await running.readiness.check();
    expect(checks['audit']).toMatchObject({
      ready: true,
      detail: expect.stringMatching(/signed with key [0-9a-f]{16}$/),
    });
  });

  it('are not signed without a key, which readiness says', async () => {
    const running = await start({});
    await write(running);
    await eventually(async () => {
      const rows: unknown = await running.database.query('select signature, delivered from audit_checkpoint');
      expect(rows).toEqual([{ signature: null, delivered: true }]);
    });
    const { checks } = await running.readiness.check();
    expect(checks['audit']?.detail).toMatch(/not signed: AUDIT_SIGNING_KEY_FILE is not set$/);
  });

  it('are refused to be signed by a key of another kind', async () => {
    const { privateKey: other } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const pem = other.export({ type: 'pkcs8', format: 'pem' }).toString();
    await expect(start({ signingKey: pem })).rejects.toThrow('must be Ed25519');
  });
});
