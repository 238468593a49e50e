import { type CiReference } from '@itops/contracts';
import { type Cause, Clock, InvalidInput, newId, requirePermission } from '@itops/kit';
import { Transactions } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { deedOf } from '../../casework/change-desk';
import { Change } from '../../domain/change';
import { type ChangeDetails, type ChangeRequest } from '../../domain/change.details';
import { auditOf } from '../../persistence/change.audit';
import { ChangeStore } from '../../persistence/change.store';
import { type CiMatch, EstateStore } from '../../persistence/estate.store';

/** What a caller asks for; the requester is the caller unless named. */
export type OpenChange = Omit<
  ChangeRequest,
  'id' | 'number' | 'requestedBy' | 'cis' | 'deployment' | 'unresolvedCi'
> & {
  readonly requestedBy?: string;
  readonly cis: readonly CiReference[];
};

@Injectable()
export class OpenChangeHandler {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: ChangeStore,
    private readonly estate: EstateStore,
    private readonly clock: Clock,
  ) {}

  /**
   * A standard change is approved in advance by whoever may open one.
   * @throws NotPermitted; InvalidInput for an unknown or ambiguous CI, or planned times in the wrong order
   */
  async open(request: OpenChange, cause: Cause): Promise<ChangeDetails> {
    if (request.type === 'standard') requirePermission(cause, 'change:open-standard');
    return this.transactions.run(cause, async (tx) => {
      const cis = requireAll(request.cis, await this.estate.resolve(tx, request.cis));
      const [number] = await this.changes.nextNumbers(tx, 1);
      if (number === undefined) throw new Error('The sequence gave no number');
      const { change, events } = Change.open(
        { requestedBy: cause.actor, ...request, id: newId(), number, cis },
        deedOf(cause, this.clock.now()),
      );
      await this.changes.insert(tx, [change]);
      await tx.publish(events);
      await tx.audit(auditOf(change));
      return change.details;
    });
  }
}

function requireAll(references: readonly CiReference[], matches: readonly CiMatch[]): string[] {
  const errors = matches.flatMap((match, index) => {
    const named = JSON.stringify(references[index]);
    if (match.kind === 'none') return [{ pointer: `/cis/${index}`, reason: `${named} is no known CI` }];
    if (match.kind === 'several') {
      return [{ pointer: `/cis/${index}`, reason: `${named} is the name of ${match.count} CIs; use the id` }];
    }
    return [];
  });
  if (errors.length > 0) throw new InvalidInput(errors);
  return [...new Set(matches.flatMap((match) => (match.kind === 'one' ? [match.ciId] : [])))];
}
