import { setTimeout as sleep } from 'node:timers/promises';
import { livingHolder } from './start-lock.mts';
import { UserError } from './topology.mts';

/** Longer than the slowest service, Kafka and PostgreSQL may take one after the other. */
const WITHIN_MS = 90_000;
const LOOK_MS = 200;
const SAY_EVERY_MS = 5_000;

/** Stops the platform that runs from this folder, from wherever it was started. */
export async function stopRunning(lockFile: string, say: (line: string) => void): Promise<void> {
  const holder = await livingHolder(lockFile);
  if (holder === undefined) return say('Nothing runs from this folder.');
  say(`Stopping process ${holder.pid}, ${holder.url} …`);
  askToStop(holder.pid);
  const began = Date.now();
  for (let said = began; (await livingHolder(lockFile))?.pid === holder.pid; await sleep(LOOK_MS)) {
    if (Date.now() - began > WITHIN_MS) {
      throw new UserError(`Process ${holder.pid} has not ended within ${WITHIN_MS / 1_000} s; its output says why.`);
    }
    if (Date.now() - said < SAY_EVERY_MS) continue;
    said = Date.now();
    say(`  still stopping; ${((said - began) / 1_000).toFixed(0)} s`);
  }
  say('Everything has stopped.');
}

/** One that has ended in this moment needs no asking. */
function askToStop(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
