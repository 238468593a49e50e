import { setTimeout as sleep } from 'node:timers/promises';
import { logTail } from '../../infra/embedded/log-tail.mts';
import type { ManagedServer } from '../../infra/embedded/managed-server.mts';
import { describeExit } from '../../infra/embedded/wait-until.mts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** Who has run for so long did not die of its own start; the pauses begin anew. */
const STEADY_AFTER_MS = 60_000;

export interface Supervised {
  readonly name: string;
  readonly server: ManagedServer;
  readonly logFile: string;
}

/** Starts again what dies, after pauses that double, and says so; until the signal. */
export async function supervise(
  { name, server, logFile }: Supervised,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  let startedAt = Date.now();
  while (!signal.aborted) {
    const exit = await server.exited;
    if (signal.aborted) return;
    if (Date.now() - startedAt > STEADY_AFTER_MS) pause = FIRST_PAUSE_MS;
    const tail = logTail(logFile, 5).map((line) => `    ${line.slice(0, 300)}`);
    say([`✖ ${name} ended (${describeExit(exit)}); starting it again in ${pause / 1000} s`, ...tail].join('\n'));
    await sleep(pause, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    startedAt = Date.now();
    await server.restart().then(
      () => say(`✔ ${name} is ready again after ${((Date.now() - startedAt) / 1000).toFixed(1)} s`),
      // One that has ended comes round again; one that only takes long is waited for.
      () => undefined,
    );
  }
}
