import { setTimeout as sleep } from 'node:timers/promises';

export interface Waiting {
  readonly timeoutMs: number;
  readonly everyMs?: number;
  /** Told of each look, for a line of progress. */
  readonly onLook?: (elapsedMs: number) => void;
}

/** What was waited for did not come. */
export class WaitedInVain extends Error {
  constructor(what: string, timeoutMs: number, lastSeen: string | undefined) {
    super(
      `Waited ${timeoutMs / 1000} s in vain for ${what}${lastSeen === undefined ? '' : `; last seen: ${lastSeen}`}`,
    );
    this.name = 'WaitedInVain';
  }
}

/** A look that has not found it yet may say what it saw instead; that goes into the message if time runs out. */
export class NotYet {
  readonly seen: string;

  constructor(seen: string) {
    this.seen = seen;
  }
}

export function notYet(seen: string): NotYet {
  return new NotYet(seen);
}

/** Looks again and again until `look` finds something. */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | NotYet | undefined>,
  { timeoutMs, everyMs = 100, onLook }: Waiting,
): Promise<T> {
  const began = Date.now();
  let lastSeen: string | undefined;
  for (;;) {
    const found = await look();
    if (found instanceof NotYet) lastSeen = found.seen;
    else if (found !== undefined) return found;
    const elapsed = Date.now() - began;
    if (elapsed > timeoutMs) throw new WaitedInVain(what, timeoutMs, lastSeen);
    onLook?.(elapsed);
    await sleep(everyMs);
  }
}
