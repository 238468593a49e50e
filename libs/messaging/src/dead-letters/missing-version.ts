import { Conflict } from '@itops/kit';

import { loadSequences } from '../consumer/sequences';
import { type Tx } from '../transactions/tx';
import { type LetterRef } from './letters';

/** A version can't be handled before one that has not arrived. */
export class MissingVersion extends Conflict {
  constructor(
    version: number,
    private readonly missing: number,
  ) {
    super(
      `Version ${missing} of the same aggregate has not arrived, so that version ${version} can't be handled yet. ` +
        `Let version ${missing} be sent again, or wait for it, and redrive then.`,
    );
  }

  override details(): Record<string, unknown> {
    return { missingVersion: this.missing };
  }
}

/** The next version that the letter's sequence needs and that was not discarded; undefined for what has no sequence. */
export async function neededVersion(
  database: Pick<Tx, 'query'>,
  { consumer, sequence }: LetterRef,
): Promise<number | undefined> {
  if (sequence === null) return undefined;
  const [state] = (await loadSequences(database, consumer, [sequence])).states.values();
  const discarded = new Set(state?.discarded);
  let needed = (state?.applied ?? 0) + 1;
  while (discarded.has(needed)) needed++;
  return needed;
}
