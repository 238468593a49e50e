import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessName } from '../stage/platform.mts';
import { type Fault, MINUTE } from './fault.mts';

const HOUR = 60 * MINUTE;
const PROCESSES: readonly ProcessName[] = ['incident-svc-2', 'cmdb-svc', 'gateway'];

/** Some processes believe it is another time; the servers and the other processes do not. */
function clockFault(name: string, shiftMs: number): Fault {
  const restartWith =
    (shift: number): Fault['inject'] =>
    async ({ platform, root }) => {
      const nodeArgs = ['--import', join(root, 'tools', 'chaos', 'stage', 'shifted-clock.mts')];
      for (const process of PROCESSES.map((one) => platform.process(one))) {
        await process.stop();
        await process.start(shift === 0 ? {} : { nodeArgs, env: { CHAOS_CLOCK_SHIFT_MS: String(shift) } });
      }
      for (const process of PROCESSES) await platform.process(process).untilReady();
      return () => Promise.resolve();
    };
  return {
    name,
    target: PROCESSES.join(', '),
    limits: { recoverMs: MINUTE, repeats: true },
    async inject(scene) {
      await restartWith(shiftMs)(scene);
      await sleep(scene.isShort ? 5_000 : 25_000);
      return async () => {
        await restartWith(0)(scene);
      };
    },
  };
}

export const CLOCK_FAULTS: readonly Fault[] = [clockFault('clock-ahead', HOUR), clockFault('clock-behind', -HOUR)];
