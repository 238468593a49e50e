import { type Cause, Clock, type ExpectedVersion, requireVersion } from '@itops/kit';
import { Transactions } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { type ChangeDetails } from '../../domain/change';
import { type ChangeCommand, perform } from '../../domain/change-command';
import { auditOf } from '../../persistence/change.audit';
import { ChangeStore } from '../../persistence/change.store';

@Injectable()
export class MoveChangeHandler {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: ChangeStore,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, StaleVersion, IllegalTransition, InvalidInput, Forbidden */
  async move(
    idOrNumber: string,
    expected: ExpectedVersion,
    command: ChangeCommand,
    cause: Cause,
  ): Promise<ChangeDetails> {
    return this.transactions.run(cause, async (tx) => {
      const change = await this.changes.load(tx, idOrNumber);
      requireVersion('change', expected, change.details.version);
      const events = perform(change, command, { actor: cause.actor, at: this.clock.now() });
      await this.changes.save(tx, [change]);
      await tx.publish(events);
      await tx.audit(auditOf(change));
      return change.details;
    });
  }
}
