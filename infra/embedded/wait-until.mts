import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessExit } from './managed-server.mts';

export interface WaitOptions {
  readonly what: string;
  readonly timeoutMs: number;
  readonly everyMs?: number;
  /** When this settles first, waiting has no more sense. */
  readonly exited?: Promise<ProcessExit>;
  readonly signal?: AbortSignal;
}

/** Asks again and again until the answer is yes. Throws when time is up or the process it waits for has ended. */
export async function waitUntil(ready: () => Promise<boolean>, options: WaitOptions): Promise<void> {
  const deadline = Date.now() + options.timeoutMs;
  let exit: ProcessExit | undefined;
  void options.exited?.then((ended) => {
    exit = ended;
  });
  for (;;) {
    options.signal?.throwIfAborted();
    if (await ready().catch(() => false)) return;
    if (exit) throw new Error(`${options.what} ended while starting (${describeExit(exit)})`);
    if (Date.now() > deadline) throw new Error(`${options.what} was not ready after ${options.timeoutMs / 1000} s`);
    await sleep(options.everyMs ?? 100);
  }
}

export function describeExit(exit: ProcessExit): string {
  return exit.signal ? `signal ${exit.signal}` : `exit code ${exit.code ?? 'unknown'}`;
}
