import { type Cause, Conflict, isUuid, NotFound, RefusedAttempts } from '@itops/kit';
import { Transactions } from '@itops/messaging';
import { BulkOutcomes } from '@itops/platform';
import { Injectable } from '@nestjs/common';

import { AlertDesk } from '../../casework/alert-desk';
import { type AlertSnapshot } from '../../domain/alert';
import { type AlertActionOfPeople } from '../../domain/alert.lifecycle';
import { AlertStore } from '../../persistence/alert.store';
import { serialise } from '../../persistence/serialise';

interface Moved {
  readonly outcomes: BulkOutcomes<AlertSnapshot>;
  readonly moved: readonly AlertSnapshot[];
}

/** A person does the same with many alerts, in one transaction; each is judged by itself. */
@Injectable()
export class MoveAlertsInBulk {
  constructor(
    private readonly transactions: Transactions,
    private readonly alerts: AlertStore,
    private readonly desk: AlertDesk,
    private readonly attempts: RefusedAttempts,
  ) {}

  async handle(action: AlertActionOfPeople, ids: readonly string[], cause: Cause): Promise<Moved> {
    const done = await this.transactions.run(cause, async (tx) => {
      const outcomes = new BulkOutcomes<AlertSnapshot>();
      await serialise(tx);
      const known = await this.alerts.loadMany(tx, ids.filter(isUuid));
      const indexOf = new Map<string, number>();
      const handed = ids.flatMap((id, index) => {
        const alert = outcomes.attempt(index, () => {
          const found = known.get(id.toLowerCase());
          if (found === undefined) throw new NotFound('alert', id);
          const first = indexOf.get(found.snapshot.id);
          if (first !== undefined) throw new Conflict(`This alert is named twice, first at place ${first}.`);
          return found;
        });
        if (alert === undefined) return [];
        indexOf.set(alert.snapshot.id, index);
        return [{ alert, expected: '*' as const }];
      });
      const moved = await this.desk.carryOut(tx, handed, action, ({ snapshot: { id } }, move) => {
        const index = indexOf.get(id) ?? 0;
        return outcomes.attempt(index, () => (move(), true)) === true;
      });
      for (const snapshot of moved.values()) outcomes.succeed(indexOf.get(snapshot.id) ?? 0, 200, snapshot);
      return { outcomes, moved: [...moved.values()] };
    });
    for (const refusal of done.outcomes.refusals) this.attempts.note({ ...refusal, cause });
    return done;
  }
}
