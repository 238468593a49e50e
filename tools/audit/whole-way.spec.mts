import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GatewayUnderTest, startGateway, TEST_KEY } from '@itops/apps/gateway/test/gateway-under-test';
import { eventually } from '@itops/testing';
import { auditKeyId } from '../../libs/messaging/src/audit/audit-chain.ts';
import { checkpointsIn, linesOf } from './inputs.mts';
import { type Verdict, verifyExport } from './verify-export.mts';

const { privateKey } = generateKeyPairSync('ed25519');
const publicKey = createPublicKey(privateKey);
const keys = new Map([[auditKeyId(publicKey), publicKey]]);

describe('the trail, from a request to the verdict', () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  const at = (name: string): string => join(folder, name);
  let gateway: GatewayUnderTest;

  beforeAll(async () => {
    writeFileSync(at('key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    gateway = await startGateway({
      env: {
        AUDIT_SIGNING_KEY_FILE: at('key.pem'),
        AUDIT_CHECKPOINT_FILE: at('checkpoints.ndjson'),
        AUDIT_CHECKPOINT_ROWS: '1',
      },
    });
  });

  afterAll(async () => {
    await gateway.close();
    rmSync(folder, { recursive: true });
  });

  async function exported(query = ''): Promise<Verdict> {
    const answer = await fetch(`${gateway.service.url}/v1/audit/export?${query}`, {
      headers: { authorization: `Bearer ${TEST_KEY}` },
    });
    writeFileSync(at('export.ndjson'), await answer.text());
    const witnesses = await checkpointsIn(at('checkpoints.ndjson')).catch(() => []);
    return verifyExport(() => linesOf(at('export.ndjson')), { keys, witnesses });
  }

  it('is whole and attested until somebody changes the copy that is exported', async () => {
    const { database } = gateway.service;
    // Each export is itself a row, with what JSON and PostgreSQL write in different ways.
    for (const service of ['"', 'ö€😀', 'a\\b', '1e3', '0.10'])
      await exported(`service=${encodeURIComponent(service)}`);
    await eventually(async () => {
      const copied: unknown[] = await database.query('select 1 from audit_attested where seq >= 5');
      expect(copied.length).toBeGreaterThan(0);
    }, 40_000);
    const verdict = await exported('to=2100-01-01T00:00:00Z');
    expect(verdict.findings).toEqual([]);
    expect(verdict.rows).toBeGreaterThanOrEqual(5);
    expect(verdict.chains).toMatchObject([{ service: 'gateway', first: 1, withoutContent: 0 }]);
    await database.query(`update audit_entry set actor = 'nobody' where seq = 3`);
    expect((await exported()).findings[0]).toMatchObject({ kind: 'changed', service: 'gateway', seq: 3 });
    await database.query(`delete from audit_entry where seq = 2`);
    expect((await exported()).findings[0]).toMatchObject({ kind: 'removed', service: 'gateway', seq: 2 });
  });
});
