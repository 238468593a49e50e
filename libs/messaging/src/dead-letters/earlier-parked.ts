import { Conflict } from '@itops/kit';

/** A version can't be handled before one that is parked itself. */
export class EarlierParked extends Conflict {
  constructor(private readonly head: { readonly id: string; readonly version: number | null }) {
    super(
      `Version ${head.version} of the same aggregate is parked before it. Redrive or discard that first: dead letter ` +
        `'${head.id}'. What waits behind it goes on with it.`,
    );
  }

  override details(): Record<string, unknown> {
    return { waitsFor: this.head.id };
  }
}
