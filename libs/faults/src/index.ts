import { type FaultPoint, type Safeguard } from './points';

export { FAULT_POINTS, type FaultPoint, SAFEGUARDS, type Safeguard } from './points';

/**
 * Marks a place where a test can stop the process. Here it does nothing: only the build for tests puts `armed.ts` in
 * this file's place, so nothing outside of a test can make a running platform fail on purpose.
 */
export function reach(_point: FaultPoint): Promise<void> | undefined {
  return undefined;
}

/** Whether a test has taken this safeguard out; never, outside of the build for tests. */
export function lacks(_safeguard: Safeguard): boolean {
  return false;
}
