import { Injectable } from '@nestjs/common';
import { type DomainEvent } from '@itops/contracts';
import { type Cause } from '@itops/kit';
import { type AuditEntry, Transactions, type Tx } from '@itops/messaging';

import { isUniqueViolation } from '../persistence/concurrent-change';
import { EstateGraph } from './estate-graph';

/** What a piece of work has done to the estate. The rows are saved already, with their version checks. */
export interface Done<Result> {
  readonly result: Result;
  readonly events: readonly DomainEvent[];
  readonly audit: readonly AuditEntry[];
}

const ATTEMPTS = 4;

/**
 * Where a change of the estate begins and ends: state, audit and events commit together; then this process' graph
 * knows it at once, so that who has just written reads his own write.
 */
@Injectable()
export class EstateChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly estate: EstateGraph,
  ) {}

  /** Runs the work again when somebody else has made the same thing in between; then it will find it. */
  async commit<Result>(cause: Cause, work: (tx: Tx) => Promise<Done<Result>>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.transactions.run(cause, async (tx) => {
          const { result, events, audit } = await work(tx);
          await tx.publish(events);
          await tx.audit(audit);
          tx.afterCommit(() => this.estate.apply(events));
          return result;
        });
      } catch (error) {
        if (attempt >= ATTEMPTS || !isUniqueViolation(error)) throw error;
      }
    }
  }
}
