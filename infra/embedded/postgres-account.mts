import { mkdir, chown, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { mustRun, runCommand } from './run-command.mts';

/** How PostgreSQL's programs are started here: as whom, and behind which command. */
export interface PostgresAccount {
  readonly uid?: number;
  readonly gid?: number;
  /** Put before the program's own command line. */
  readonly wrap: (command: string, args: readonly string[]) => { command: string; args: string[] };
}

const plain: PostgresAccount['wrap'] = (command, args) => ({ command, args: [...args] });

/**
 * PostgreSQL refuses to run as root; then it runs as the user `postgres`, who owns the server's folder. Where a folder
 * above is closed to that user (a clone below /root, or in a temporary folder), it gets the one right to pass.
 */
export async function postgresAccount(folder: string, program: string): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) {
    await ownFolder(folder);
    return { wrap: plain };
  }
  const { uid, gid } = await findOrAddUser();
  await ownFolder(folder);
  await chown(folder, uid, gid);

  const reachable = await runCommand('/bin/sh', ['-c', 'test -x "$0" && cd "$1"', program, folder], { uid, gid });
  if (reachable.code === 0) return { uid, gid, wrap: plain };

  const right = await rightToPass();
  const wrap: PostgresAccount['wrap'] = (command, args) => ({
    command: 'setpriv',
    args: [
      ...[`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'],
      // Without it access(2), by which initdb looks for its siblings, would not count the right.
      '--securebits=+no_setuid_fixup',
      ...[`--inh-caps=-all,+${right}`, `--ambient-caps=-all,+${right}`, command, ...args],
    ],
  });
  const probe = wrap('/bin/sh', ['-c', 'test -x "$0" && cd "$1"', program, folder]);
  if ((await runCommand(probe.command, probe.args)).code === 0) return { wrap };
  throw new Error(
    `The user postgres, as whom PostgreSQL runs when root starts it, cannot enter ${folder}: ` +
      'move the project below folders that everybody may enter (chmod o+x), or start it as another user.',
  );
}

async function ownFolder(folder: string): Promise<void> {
  // Only the last one is closed to others: the mode of a recursive call would be that of its parents too.
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

async function findOrAddUser(): Promise<{ uid: number; gid: number }> {
  const known = await lookUpUser();
  if (known) return known;
  await mustRun('Adding the group postgres', 'groupadd', ['--system', '--force', 'postgres']);
  await mustRun('Adding the user postgres', 'useradd', ['--system', '-g', 'postgres', 'postgres']);
  const added = await lookUpUser();
  if (!added) throw new Error('The user postgres was added, but is not found.');
  return added;
}

async function lookUpUser(): Promise<{ uid: number; gid: number } | undefined> {
  const [uid, gid] = await Promise.all([runCommand('id', ['-u', 'postgres']), runCommand('id', ['-g', 'postgres'])]);
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined;
}

/** The narrower right where root has it; containers often leave only the wider one. */
async function rightToPass(): Promise<'dac_read_search' | 'dac_override'> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const bounding = BigInt(`0x${/CapBnd:\s*([0-9a-f]+)/.exec(status)?.[1] ?? '0'}`);
  const DAC_READ_SEARCH = 1n << 2n;
  return (bounding & DAC_READ_SEARCH) === 0n ? 'dac_override' : 'dac_read_search';
}
