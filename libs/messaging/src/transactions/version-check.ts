import { lacks } from '@itops/faults';

/**
 * The lock under which an aggregate's row is loaded for a change, as the end of the select. With it, a second writer waits
 * and loads what the first has written. Only a test takes it out, together with `unchanged`, to see the disorder that
 * follows.
 */
export function locked(clause: `for ${string}`): string {
  return lacks('version-check') ? '' : clause;
}

/** The condition that an aggregate's row still has the version that was loaded, in the update of that row. */
export function unchanged(condition: string): string {
  return lacks('version-check') ? 'true' : condition;
}
