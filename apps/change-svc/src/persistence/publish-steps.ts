import { type DomainEvent } from '@itops/contracts';
import { type Cause } from '@itops/kit';
import { type AuditEntry, type Tx } from '@itops/messaging';

/** What one message led to. */
export interface Step {
  readonly cause: Cause;
  readonly events: readonly DomainEvent[];
  readonly audit: readonly AuditEntry[];
}

/** Publishes and audits the steps of a batch, all at once, each under the message that caused it. */
export async function publishSteps(tx: Tx, steps: readonly Step[]): Promise<void> {
  const causes = new Map<DomainEvent | AuditEntry, Cause>();
  for (const { cause, events, audit } of steps) for (const fact of [...events, ...audit]) causes.set(fact, cause);
  const causeOf = (fact: DomainEvent | AuditEntry) => causes.get(fact) ?? tx.cause;
  await tx.publish(
    steps.flatMap(({ events }) => events),
    causeOf,
  );
  await tx.audit(
    steps.flatMap(({ audit }) => audit),
    causeOf,
  );
}
