import { FAULT_POINTS, type FaultPoint, SAFEGUARDS, type Safeguard } from './points';

export { FAULT_POINTS, type FaultPoint, SAFEGUARDS, type Safeguard } from './points';

/** What happens at a point: the process ends as by a power cut, or stands still until it is continued from outside. */
export type FaultAction = 'kill' | 'pause';

interface ArmedPoint {
  /** Happens when the point is passed for the last of so many times. */
  passes: number;
  readonly action: () => Promise<void> | void;
}

const SIGNALS: Readonly<Record<FaultAction, NodeJS.Signals>> = { kill: 'SIGKILL', pause: 'SIGSTOP' };

const armed = new Map<FaultPoint, ArmedPoint>();
const missing = new Set<Safeguard>();

/** Runs the action when the point is passed for the `passes`th time from now, once. For specs in the same process. */
export function arm(point: FaultPoint, action: () => Promise<void> | void, passes = 1): void {
  armed.set(point, { passes, action });
}

export function takeOut(safeguard: Safeguard): void {
  missing.add(safeguard);
}

/** Everything as in production again. */
export function disarm(): void {
  armed.clear();
  missing.clear();
}

export function reach(point: FaultPoint): Promise<void> | undefined {
  const fault = armed.get(point);
  if (fault === undefined || --fault.passes > 0) return undefined;
  armed.delete(point);
  return Promise.resolve(fault.action());
}

export function lacks(safeguard: Safeguard): boolean {
  return missing.has(safeguard);
}

/** Reads `<point>=<kill|pause>@<pass>` and safeguards' names, each divided by commas. @throws Error for an unknown word. */
export function armFrom(faults: string, without: string): void {
  for (const fault of words(faults)) {
    const [, name, action, pass] = /^([a-z-]+)=(kill|pause)@(\d+)$/.exec(fault) ?? [];
    const point = FAULT_POINTS.find((known) => known === name);
    if (point === undefined || (action !== 'kill' && action !== 'pause')) {
      throw new Error(
        `'${fault}' is no fault; write <point>=<kill|pause>@<pass>, points are ${FAULT_POINTS.join(', ')}`,
      );
    }
    arm(point, () => void process.kill(process.pid, SIGNALS[action]), Number(pass));
  }
  for (const word of words(without)) {
    const safeguard = SAFEGUARDS.find((known) => known === word);
    if (safeguard === undefined) throw new Error(`'${word}' is no safeguard; there are ${SAFEGUARDS.join(', ')}`);
    takeOut(safeguard);
  }
}

function words(text: string): string[] {
  return text.split(',').filter((word) => word !== '');
}

armFrom(process.env['ITOPS_FAULTS'] ?? '', process.env['ITOPS_WITHOUT'] ?? '');
