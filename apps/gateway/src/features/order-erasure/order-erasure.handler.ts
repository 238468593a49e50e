import { erasureOrdered } from '@itops/contracts';
import { type Cause, Clock, InvalidInput, newId } from '@itops/kit';
import { Transactions, type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { type OrderErasureDto, type OrderedErasure } from './order-erasure.dto';

interface Person {
  readonly subject: string;
  readonly name: string | null;
  readonly email: string | null;
}

/** What is shorter stands in too many rows that are about something else. */
const SHORTEST = 4;

/** Forgets a person's name here, and tells all services to erase what their trails hold about them. */
@Injectable()
export class OrderErasure {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput */
  async handle({ subject, reason }: OrderErasureDto, cause: Cause): Promise<OrderedErasure> {
    return this.transactions.run(cause, async (tx) => {
      const names = namesOf(subject, await forget(tx, subject));
      if (reason !== undefined && names.some((name) => reason.toLowerCase().includes(name.toLowerCase()))) {
        throw new InvalidInput([
          { pointer: '/reason', reason: 'must not name the person: it stays in the audit trail' },
        ]);
      }
      const orderedAt = this.clock.now().toISOString();
      const orders = names.map((name) => ({ id: newId(), subject: name, orderedAt }));
      await tx.publish(orders.map((order) => erasureOrdered.of(order.id, 1, order)));
      await tx.audit(
        orders.map(({ id }) => ({
          ...{ action: 'order', resourceType: 'erasure', resourceId: id },
          ...(reason === undefined ? {} : { reason }),
        })),
      );
      return { erasures: orders.map(({ id }) => id) };
    });
  }
}

/** Deletes the person from where names are kept apart from everything else; answers who it was. */
function forget(tx: Tx, subject: string): Promise<Person[]> {
  return tx.query<Person>(
    `delete from person where subject = $1 or lower(name) = lower($1) or lower(email) = lower($1)
     returning subject, name, email`,
    [subject],
  );
}

/** The stable name of a known person says nothing about them, so it stays where it is. */
function namesOf(given: string, people: readonly Person[]): string[] {
  const isStable = people.some(({ subject }) => subject === given);
  const found = people.flatMap(({ name, email }) => [name, email]).filter((name) => name !== null);
  const names = [...(isStable ? [] : [given]), ...found].filter((name) => name.length >= SHORTEST);
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].slice(0, 3);
}
