import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { livingHolder } from './start-lock.mts';

const OURS = join(import.meta.dirname, 'main.mts');
const url = 'http://127.0.0.1:8080';

describe('the lock of a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'start-lock-'));
  const lock = join(folder, 'start.lock');
  const children: ChildProcess[] = [];

  afterAll(async () => {
    for (const child of children) {
      child.kill();
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true });
  });

  /** Leaves the lock of a process that runs this command, or has got the number of one that did. */
  async function heldBy(...command: string[]): Promise<number> {
    const child = spawn(process.execPath, ['-e', 'console.log(); setInterval(() => {}, 60_000)', ...command]);
    children.push(child);
    await once(child.stdout, 'data');
    const pid = child.pid ?? 0;
    writeFileSync(lock, JSON.stringify({ pid, url }));
    return pid;
  }

  it('is held by the platform of this folder', async () => {
    const pid = await heldBy(OURS, '--no-sample');
    expect(await livingHolder(lock)).toEqual({ pid, url });
  });

  it.each([
    ['the platform of another folder', ['/elsewhere/tools/start/main.mts']],
    ['who only stops the platform', [OURS, '--stop']],
    ['another program', ['/elsewhere/program.mts']],
  ])('is left behind where %s has got its number', async (_, command) => {
    await heldBy(...command);
    expect(await livingHolder(lock)).toBeUndefined();
  });

  it('is taken over by who has got its number', async () => {
    const program = `
      const [module, lock] = process.argv.slice(1);
      require('node:fs').writeFileSync(lock, JSON.stringify({ pid: process.pid, url: '${url}' }));
      import(module).then(({ takeStartLock }) => takeStartLock(lock, '${url}')).then(() => console.log('taken'));`;
    const start = join(import.meta.dirname, 'start-lock.mts');
    const child = spawn(process.execPath, ['-e', program, start, lock, OURS]);
    const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect([said, complaint]).toEqual(['taken\n', '']);
  });
});
