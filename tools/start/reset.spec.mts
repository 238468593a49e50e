import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { removeAllData } from './reset.mts';
import { places } from './topology.mts';

const FILES = [
  'secrets-key',
  'audit-key.pem',
  'audit-key.pub.pem',
  'audit-checkpoints.ndjson',
  'api-key',
  'sample-done',
];

describe('--reset', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'reset-'));
    const { home } = places(root);
    await mkdir(join(home, 'kafka-4.3.0'), { recursive: true });
    await Promise.all(FILES.map((name) => writeFile(join(home, name), name)));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('removes all but downloads', async () => {
    const at = places(root);
    const removed: string[] = [];
    const removeData = ({ folder }: { folder: string }) => Promise.resolve(void removed.push(folder));
    await removeAllData(at, [{ removeData, folder: at.postgres }], false);
    expect(removed).toEqual([at.postgres]);
    expect(await readdir(at.home)).toEqual(['kafka-4.3.0']);
  });

  it('keeps the keys without which a database that is not removed could not be read or verified', async () => {
    const at = places(root);
    await removeAllData(at, [], true);
    expect((await readdir(at.home)).sort()).toEqual([
      ...['audit-checkpoints.ndjson', 'audit-key.pem', 'audit-key.pub.pem'],
      ...['kafka-4.3.0', 'secrets-key'],
    ]);
  });
});
