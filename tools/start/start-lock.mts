import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandLineOf } from '../../infra/embedded/process-ledger.mts';
import { UserError } from './topology.mts';

/** By its whole path: another folder's is another platform. */
const PROGRAM = join(import.meta.dirname, 'main.mts');

export interface Holder {
  readonly pid: number;
  readonly url: string;
}

/** Only one platform runs from a folder. Throws when one does; a lock whose owner is gone is taken over. */
export async function takeStartLock(file: string, url: string): Promise<{ release: () => void }> {
  mkdirSync(dirname(file), { recursive: true });
  // Written beside and linked into place, so that nobody ever reads half a lock.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, url }));
  try {
    for (;;) {
      try {
        linkSync(own, file);
        return { release: () => rmSync(file, { force: true }) };
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      const holder = await livingHolder(file);
      if (holder !== undefined) {
        throw new UserError(
          `The platform runs already: process ${holder.pid}, ${holder.url}. ` +
            'Stop it with Ctrl-C in its terminal, or with: npm start -- --stop',
        );
      }
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** The process that runs the platform from this folder. */
export async function livingHolder(file: string): Promise<Holder | undefined> {
  const holder = readHolder(file);
  if (holder === undefined) return undefined;
  // The lock of a process that was killed stays, and its number may be anybody's by now, our own too.
  if (holder.pid === process.pid) return undefined;
  const [, options] = (await commandLineOf(holder.pid)).split(PROGRAM);
  return options === undefined || options.split(/\s+/).includes('--stop') ? undefined : holder;
}

function readHolder(file: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('pid' in value && typeof value.pid === 'number' && 'url' in value && typeof value.url === 'string')) {
      return undefined;
    }
    return { pid: value.pid, url: value.url };
  } catch {
    return undefined;
  }
}
