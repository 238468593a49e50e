import { Conflict } from '@itops/kit';

/** Two items are related at most once by each type. */
export class RelationshipExists extends Conflict {
  constructor(private readonly existingId: string) {
    super(`This relationship is there already: ${existingId}`);
  }

  override details(): Record<string, unknown> {
    return { existingId: this.existingId };
  }
}
