import { type Cause, Clock, newId } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { lockSequences } from '../consumer/sequences';
import { Transactions } from '../transactions/transactions';
import { type Tx } from '../transactions/tx';
import { type LetterRef, REF_COLUMNS, toRef } from './letters';

/** Gives parked messages up. */
@Injectable()
export class Discard {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * All of it in one transaction. The versions count as applied from then on, at once or when their turn comes.
   * @returns how many were parked and are discarded now
   */
  async run(letters: readonly LetterRef[], reason: string, cause: Cause): Promise<number> {
    return this.transactions.run(cause, async (tx) => {
      for (const [consumer, refs] of byConsumer(letters)) {
        const sequences = refs.flatMap(({ sequence }) => sequence ?? []);
        await lockSequences(tx, consumer, sequences);
      }
      const discarded = await this.mark(tx, letters, reason);
      await skip(tx, discarded);
      return discarded.length;
    });
  }

  /**
   * Moves the sequences that stand right before a discarded version: it was discarded while the one before it was on its way
   * and did not see that.
   */
  async catchUp(): Promise<void> {
    const behind: Parameters<typeof toRef>[0][] = await this.dataSource.query(
      `select ${REF_COLUMNS} from dead_letter d
       join applied a on a.consumer = d.consumer and a.aggregate_type = d.aggregate_type
         and a.aggregate_id = d.aggregate_id and a.version + 1 = d.aggregate_version
       where d.status = 'discarded'`,
    );
    if (behind.length === 0) return;
    await this.transactions.run({ actor: 'system:dead-letters', correlationId: newId() }, (tx) =>
      skip(tx, behind.map(toRef)),
    );
  }

  private async mark(tx: Tx, letters: readonly LetterRef[], reason: string): Promise<LetterRef[]> {
    const rows = await tx.query<Parameters<typeof toRef>[0]>(
      `update dead_letter d set status = 'discarded', settled_at = $2, settled_by = $3, discard_reason = $4
       where d.id = any($1::uuid[]) and d.status = 'parked' returning ${REF_COLUMNS}`,
      [letters.map(({ id }) => id), this.clock.now(), tx.cause.actor, reason],
    );
    await tx.audit(
      rows.map(({ id }) => ({
        action: 'discard',
        resourceType: 'dead-letter',
        resourceId: id,
        before: { status: 'parked' },
        after: { status: 'discarded' },
        reason,
      })),
    );
    return rows.map(toRef);
  }
}

/** Moves each sequence over what is discarded right behind it. */
async function skip(tx: Pick<Tx, 'query'>, letters: readonly LetterRef[]): Promise<void> {
  const sequences = letters.flatMap(({ consumer, sequence }) => (sequence === null ? [] : [{ consumer, ...sequence }]));
  if (sequences.length === 0) return;
  await tx.query(
    `with recursive reached as (
       select distinct a.consumer, a.aggregate_type, a.aggregate_id, a.version
       from applied a join unnest($1::text[], $2::text[], $3::text[]) w (consumer, aggregate_type, aggregate_id)
         using (consumer, aggregate_type, aggregate_id)
       union
       select r.consumer, r.aggregate_type, r.aggregate_id, r.version + 1
       from reached r join dead_letter d
         on d.consumer = r.consumer and d.aggregate_type = r.aggregate_type and d.aggregate_id = r.aggregate_id
            and d.aggregate_version = r.version + 1 and d.status = 'discarded'
     )
     update applied a set version = m.version
     from (select consumer, aggregate_type, aggregate_id, max(version) as version from reached group by 1, 2, 3) m
     where a.consumer = m.consumer and a.aggregate_type = m.aggregate_type and a.aggregate_id = m.aggregate_id
       and a.version < m.version`,
    [sequences.map(({ consumer }) => consumer), sequences.map(({ type }) => type), sequences.map(({ id }) => id)],
  );
}

export function byConsumer(letters: readonly LetterRef[]): Map<string, LetterRef[]> {
  return Map.groupBy(letters, ({ consumer }) => consumer);
}
