import { setImmediate } from 'node:timers/promises';

/** Lets everything else that waits in this process go first. */
export async function nextTurn(): Promise<void> {
  await setImmediate();
}
