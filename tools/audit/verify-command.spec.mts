import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { places } from '../start/topology.mts';
import { verifyCommand } from './verify-command.mts';

const file = '.itops/audit.ndjson';

describe('how an export is verified', () => {
  const root = mkdtempSync(join(tmpdir(), 'verify-command-'));
  const at = places(root);
  mkdirSync(at.home);
  writeFileSync(at.auditPublicKey, 'key');
  writeFileSync(at.auditCheckpoints, 'checkpoints');
  afterAll(() => rmSync(root, { recursive: true }));

  it.each([
    [
      { file, isWhole: true, isOwn: true },
      `${file} --keys .itops/audit-key.pub.pem --checkpoints .itops/audit-checkpoints.ndjson`,
    ],
    [{ file, isWhole: false, isOwn: true }, `${file} --keys .itops/audit-key.pub.pem`],
    [{ file, isWhole: true, isOwn: false }, file],
    [{ file: "Ann's.ndjson", isWhole: true, isOwn: false }, String.raw`'Ann'\''s.ndjson'`],
  ])('of %j', (exported, words) => {
    expect(verifyCommand(exported, at)).toBe(`npm run audit -- verify ${words}`);
  });

  it('names no file that is not there', () => {
    const elsewhere = places(join(root, 'elsewhere'));
    expect(verifyCommand({ file, isWhole: true, isOwn: true }, elsewhere)).toBe(`npm run audit -- verify ${file}`);
  });
});
