import { type ChangeData, type DomainEvent } from '@itops/contracts';
import { type Cause, Clock, type ExpectedVersion, principalsOf, requireGroup, requireVersion } from '@itops/kit';
import { Transactions } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { type Change } from '../domain/change';
import { type ChangeDetails } from '../domain/change.details';
import { type Deed } from '../domain/deed';
import { auditOf } from '../persistence/change.audit';
import { ChangeStore } from '../persistence/change.store';

/** What a person does with one change. */
export interface Errand {
  /** The change's id or number. */
  readonly key: string;
  readonly expected: ExpectedVersion;
  /** Whether it is work on the change, which is its group's, or a word of the change authority, which belongs to none. */
  readonly as: 'group' | 'authority';
  readonly cause: Cause;
}

/** Where people's steps are carried out: loaded and locked, checked, done, written down. */
@Injectable()
export class ChangeDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: ChangeStore,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, NotPermitted, StaleVersion, and what the step throws. */
  async carryOut(
    { key, expected, as, cause }: Errand,
    step: (change: Change, deed: Deed) => DomainEvent<ChangeData>[],
  ): Promise<ChangeDetails> {
    return this.transactions.run(cause, async (tx) => {
      const change = await this.changes.load(tx, key);
      const { id, version, assignmentGroup } = change.details;
      if (as === 'group') {
        requireGroup(cause, assignmentGroup, 'change:act-any-group', { resourceType: 'change', resourceId: id });
      }
      requireVersion('change', expected, version);
      const events = step(change, deedOf(cause, this.clock.now()));
      if (events.length === 0) return change.details;
      await this.changes.save(tx, [change]);
      await tx.publish(events);
      await tx.audit(auditOf(change));
      return change.details;
    });
  }
}

/** Who acts by this cause, and when. */
export function deedOf(cause: Cause, at: Date): Deed {
  return { actor: cause.actor, principals: principalsOf(cause), at };
}
