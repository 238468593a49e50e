import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from './run-command.mts';

interface Entry {
  readonly name: string;
  readonly pid: number;
  /** A part of the process's command line that no process of another project has. */
  readonly marker: string;
}

const GRACE_MS = 15_000;

/**
 * Which processes were started, in a file. A parent that is killed with -9 can't end its children; the next one
 * finds them here, checks that each number still belongs to the same program, and ends them.
 */
export class ProcessLedger {
  readonly #file: string;
  #entries: Entry[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  record(entry: Entry): void {
    // One that was started again keeps its place: what is left behind is ended in reverse order.
    const place = this.#entries.findIndex(({ name }) => name === entry.name);
    this.#entries = place < 0 ? [...this.#entries, entry] : this.#entries.with(place, entry);
    this.#write();
  }

  forgetAll(): void {
    this.#entries = [];
    rmSync(this.#file, { force: true });
  }

  /** Ends what an earlier run left, last started first. Returns the names of what it ended. */
  async endLeftovers(): Promise<string[]> {
    const left: Entry[] = [];
    for (const entry of readEntries(this.#file)) {
      if ((await commandLineOf(entry.pid)).includes(entry.marker)) left.push(entry);
    }
    for (const entry of left.reverse()) await endProcess(entry);
    this.forgetAll();
    return left.map(({ name }) => name);
  }

  #write(): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(this.#entries, null, 2));
  }
}

/** The command line of a process; empty when there is none with this number. */
export async function commandLineOf(pid: number): Promise<string> {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // No such process, or a system without /proc.
  }
  const { code, output } = await runCommand('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  return code === 0 ? output : '';
}

async function endProcess({ pid, marker }: Entry): Promise<void> {
  // SIGINT is PostgreSQL's fast shutdown, and the others treat it like SIGTERM.
  trySignal(pid, 'SIGINT');
  const deadline = Date.now() + GRACE_MS;
  while ((await commandLineOf(pid)).includes(marker)) {
    if (Date.now() > deadline) trySignal(pid, 'SIGKILL');
    await sleep(100);
  }
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

function readEntries(file: string): Entry[] {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(parsed) ? parsed.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'name' in value &&
    typeof value.name === 'string' &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'marker' in value &&
    typeof value.marker === 'string' &&
    value.marker.length > 0
  );
}
