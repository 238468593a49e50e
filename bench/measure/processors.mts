import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from './settings.mts';

export type ProcessorTime = Map<string, Map<string, number>>;

/** Empty for a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** To which part of the platform a process belongs, if to any. */
function partOf(pid: string, postmasters: ReadonlySet<string>): string | undefined {
  const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  const service = new RegExp(`${path.join(root, 'dist/apps')}/([a-z-]+)/`).exec(command)?.[1];
  if (service !== undefined) return service;
  if (command.includes(path.join(root, '.itops/kafka')) && command.includes('java')) return 'Kafka';
  const [, parent = ''] = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
  if (!postmasters.has(parent)) return undefined;
  return `PostgreSQL, ${/itops_(\w+)/.exec(command)?.[1] ?? 'its own work'}`;
}

/** Microseconds of the processors so far, by part and process, of the platform that `npm start` runs from this folder. */
export function processorTime(): ProcessorTime {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const isPostmaster = (pid: string) => read(`/proc/${pid}/cmdline`).includes(path.join(root, '.itops/postgres'));
  const postmasters = new Set(pids.filter(isPostmaster));
  const found: ProcessorTime = new Map();
  for (const pid of pids) {
    const part = partOf(pid, postmasters);
    if (part === undefined) continue;
    const [user = 0, system = 0] = read(`/proc/${pid}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11, 13)
      .map(Number);
    found.set(part, (found.get(part) ?? new Map<string, number>()).set(pid, (user + system) * 10_000));
  }
  return found;
}

/** Microseconds since then, by part; a connection that has ended since is not in it. */
export function spentSince(before: ProcessorTime): Map<string, number> {
  const spent = [...processorTime()].map(([what, processes]): [string, number] => {
    const each = [...processes].map(([pid, micros]) => micros - (before.get(what)?.get(pid) ?? 0));
    return [what, each.reduce((sum, micros) => sum + micros, 0)];
  });
  return new Map(spent);
}
