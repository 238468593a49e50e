import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { DataPlace } from '../../infra/embedded/managed-server.mts';
import { type Places, UserError } from './topology.mts';

/** What is no data: downloads, what tells that packages are installed, our lock, and the folders of running tests. */
const KEPT = /^(kafka-\d.*|package-lock\.sha256|start\.lock.*|compile-cache|test-.*)$/;

export async function confirmReset(yes: boolean, home: string): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) {
    throw new UserError(
      '--reset removes all data of the platform; without a terminal to ask on, confirm it with --yes.',
    );
  }
  const question = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await question.question(`Remove all data of the platform in ${home}? [y/N] `);
  question.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new UserError('Nothing was removed.');
}

/** What a database that is not ours, and so stays, could not be read or verified without. */
const OF_THE_DATABASE = [
  'secretsKey',
  'auditKey',
  'auditPublicKey',
  'auditCheckpoints',
] as const satisfies (keyof Places)[];

/** @param keepsDatabase that the database is another's, and not removed */
export async function removeAllData(
  at: Places,
  servers: readonly { removeData: (place: DataPlace) => Promise<void>; folder: string }[],
  keepsDatabase: boolean,
): Promise<void> {
  const kept = new Set(keepsDatabase ? OF_THE_DATABASE.map((name) => basename(at[name])) : []);
  for (const { removeData, folder } of servers) await removeData({ folder });
  for (const name of await readdir(at.home)) {
    if (!KEPT.test(name) && !kept.has(name)) await rm(join(at.home, name), { recursive: true, force: true });
  }
}
