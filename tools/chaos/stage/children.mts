import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ProcessLedger } from '../../../infra/embedded/process-ledger.mts';
import { runCommand } from '../../../infra/embedded/run-command.mts';

const LEDGER = 'processes.json';

/** A folder for one run, and the processes that were started in it: none outlives the run. */
export class Children {
  readonly folder: string;
  readonly #ledger: ProcessLedger;
  readonly #pids = new Map<string, number>();
  readonly #endAll = (): void => this.#kill();
  readonly #onSignal = (): void => {
    this.#kill();
    process.exit(130);
  };

  private constructor(folder: string) {
    this.folder = folder;
    this.#ledger = new ProcessLedger(join(folder, LEDGER));
    process.once('exit', this.#endAll);
    process.once('SIGINT', this.#onSignal);
    process.once('SIGTERM', this.#onSignal);
  }

  /** Also ends what a run that was killed has left, and removes its folder. */
  static async open(root: string): Promise<Children> {
    const home = join(root, '.itops');
    await sweepAbandoned(home);
    const folder = join(home, `chaos-${process.pid}-${randomBytes(4).toString('hex')}`);
    await mkdir(folder, { recursive: true });
    return new Children(folder);
  }

  add(name: string, pid: number, marker: string): void {
    this.#pids.set(name, pid);
    this.#ledger.record({ name, pid, marker });
  }

  /** After all have ended. For the one who looks for a violation's cause, logs are kept in the folder that is given. */
  async close(logsTo?: string): Promise<void> {
    process.off('exit', this.#endAll);
    process.off('SIGINT', this.#onSignal);
    process.off('SIGTERM', this.#onSignal);
    this.#ledger.forgetAll();
    if (logsTo !== undefined) await copyLogs(this.folder, logsTo);
    await rm(this.folder, { recursive: true, force: true });
  }

  #kill(): void {
    for (const pid of this.#pids.values()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Ended already.
      }
    }
  }
}

async function copyLogs(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  const logs = (await readdir(from)).filter((name) => name.endsWith('.log'));
  await Promise.all(logs.map((name) => copyFile(join(from, name), join(to, name))));
}

async function sweepAbandoned(home: string): Promise<void> {
  for (const name of await readdir(home).catch(() => [])) {
    const pid = Number(/^chaos-(\d+)-[0-9a-f]+$/.exec(name)?.[1] ?? 'NaN');
    if (Number.isNaN(pid) || lives(pid)) continue;
    const folder = join(home, name);
    const ledger = new ProcessLedger(join(folder, LEDGER));
    await ledger.endLeftovers();
    await runCommand('umount', [join(folder, 'kafka', 'data')]);
    await rm(folder, { recursive: true, force: true });
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
