import { Injectable } from '@nestjs/common';
import { type DomainEvent } from '@itops/contracts';
import { type Tx } from '@itops/messaging';

import { type Ci } from '../domain/ci';
import { type Condition, statusFrom } from '../domain/condition';

/** The open incidents and running changes on each CI, from which its operational status follows. */
@Injectable()
export class ConditionStore {
  /** Lets each CI, which the caller has locked, take the status that follows from its conditions. */
  async refresh(tx: Tx, cis: readonly Ci[], now: Date): Promise<DomainEvent[]> {
    if (cis.length === 0) return [];
    const rows = await tx.query<Condition & { ci_id: string }>(
      'select ci_id, kind, priority from ci_condition where ci_id = any($1::uuid[])',
      [cis.map(({ state }) => state.id)],
    );
    const byCi = Map.groupBy(rows, ({ ci_id }) => ci_id);
    return cis.flatMap((ci) => ci.takeStatus(statusFrom(byCi.get(ci.state.id) ?? []), now));
  }
}
