import { type Cause, type ExpectedVersion } from '@itops/kit';
import { Transactions } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { AlertDesk } from '../../casework/alert-desk';
import { type AlertSnapshot } from '../../domain/alert';
import { type AlertActionOfPeople } from '../../domain/alert.lifecycle';
import { AlertStore } from '../../persistence/alert.store';
import { serialise } from '../../persistence/serialise';

/** A person takes notice of an alert, or says that it is over. */
@Injectable()
export class MoveAlertHandler {
  constructor(
    private readonly transactions: Transactions,
    private readonly alerts: AlertStore,
    private readonly desk: AlertDesk,
  ) {}

  /** @throws NotFound, NotPermitted, StaleVersion, IllegalTransition */
  async handle(
    id: string,
    expected: ExpectedVersion,
    action: AlertActionOfPeople,
    cause: Cause,
  ): Promise<AlertSnapshot> {
    return this.transactions.run(cause, async (tx) => {
      await serialise(tx);
      const alert = await this.alerts.load(tx, id);
      const moved = await this.desk.carryOut(tx, [{ alert, expected }], action, (_alert, move) => {
        move();
        return true;
      });
      return moved.get(alert) ?? alert.snapshot;
    });
  }
}
