import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessExit } from './managed-server.mts';

export interface ProcessSpec {
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
}

const LOG_KEPT_UNTIL_BYTES = 20 * 1024 * 1024;

/**
 * A child process in a process group of its own, so that a Ctrl-C on the terminal reaches only its parent,
 * which then ends its children in order. Writes to a file and not to a pipe: it outlives its parent unharmed.
 */
export class DetachedProcess {
  readonly exited: Promise<ProcessExit>;
  readonly pid: number;
  #exit: ProcessExit | undefined;

  private constructor(child: ChildProcess, pid: number) {
    this.pid = pid;
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.#exit = { code, signal };
        resolve(this.#exit);
      });
    });
  }

  static start(spec: ProcessSpec): Promise<DetachedProcess> {
    const log = openLog(spec.logFile);
    return new Promise((resolve, reject) => {
      const child = spawn(spec.command, spec.args, {
        detached: true,
        stdio: ['ignore', log, log],
        env: spec.env ?? process.env,
        ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
        ...(spec.uid === undefined ? {} : { uid: spec.uid }),
        ...(spec.gid === undefined ? {} : { gid: spec.gid }),
      });
      closeSync(log);
      child.once('error', reject);
      if (child.pid !== undefined) resolve(new DetachedProcess(child, child.pid));
    });
  }

  get running(): boolean {
    return this.#exit === undefined;
  }

  signal(signal: NodeJS.Signals): void {
    if (!this.running) return;
    try {
      process.kill(this.pid, signal);
    } catch {
      // It ended between the check and the signal.
    }
  }

  /** Asks it to end, and ends it by force when it has not done so in time. */
  async end(signal: NodeJS.Signals, graceMs: number): Promise<ProcessExit> {
    this.signal(signal);
    const patience = new AbortController();
    const inTime = await Promise.race([
      this.exited.then(() => true),
      sleep(graceMs, false, { signal: patience.signal }).catch(() => false),
    ]);
    patience.abort();
    if (!inTime) this.signal('SIGKILL');
    return this.exited;
  }
}

/** Appends, and puts a log that has grown large aside as the one previous log. */
function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_KEPT_UNTIL_BYTES) renameSync(file, `${file}.previous`);
  return openSync(file, 'a');
}
