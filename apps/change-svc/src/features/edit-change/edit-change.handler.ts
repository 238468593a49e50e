import { type Cause, Clock, type ExpectedVersion, requireVersion } from '@itops/kit';
import { Transactions } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { type ChangeDetails, type ChangeEdit } from '../../domain/change';
import { auditOf } from '../../persistence/change.audit';
import { ChangeStore } from '../../persistence/change.store';

@Injectable()
export class EditChangeHandler {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: ChangeStore,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, StaleVersion, IllegalTransition, InvalidInput */
  async edit(
    idOrNumber: string,
    expected: ExpectedVersion,
    edit: Partial<ChangeEdit>,
    cause: Cause,
  ): Promise<ChangeDetails> {
    return this.transactions.run(cause, async (tx) => {
      const change = await this.changes.load(tx, idOrNumber);
      requireVersion('change', expected, change.details.version);
      const events = change.edit(edit, { actor: cause.actor, at: this.clock.now() });
      if (events.length === 0) return change.details;
      await this.changes.save(tx, [change]);
      await tx.publish(events);
      await tx.audit(auditOf(change));
      return change.details;
    });
  }
}
