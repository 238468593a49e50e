import { Injectable } from '@nestjs/common';
import { type DomainEvent } from '@itops/contracts';
import { type Tx } from '@itops/messaging';

import { type Ci } from '../domain/ci';
import { type Condition, statusFrom } from '../domain/condition';

/** A condition with what it belongs to and the CI that it is on. */
export interface ConditionOnCi extends Condition {
  /** Id of the incident or change. */
  readonly refId: string;
  readonly ciId: string;
}

export type Touched = Pick<ConditionOnCi, 'refId' | 'ciId'>;

/** The open incidents and running changes on each CI, from which its operational status follows. */
@Injectable()
export class ConditionStore {
  /**
   * Replaces all conditions of these incidents or changes by the ones given.
   * @returns what they were on and what they are on now.
   */
  async replace(
    tx: Tx,
    kind: Condition['kind'],
    refIds: readonly string[],
    conditions: readonly ConditionOnCi[],
  ): Promise<Touched[]> {
    if (refIds.length === 0) return [];
    const before = await tx.query<{ ref_id: string; ci_id: string }>(
      'delete from ci_condition where kind = $1 and ref_id = any($2::uuid[]) returning ref_id, ci_id',
      [kind, refIds],
    );
    await tx.query(
      `insert into ci_condition (kind, ref_id, ci_id, priority)
       select distinct $1, c.* from unnest($2::uuid[], $3::uuid[], $4::smallint[]) as c (ref_id, ci_id, priority)`,
      [
        kind,
        conditions.map(({ refId }) => refId),
        conditions.map(({ ciId }) => ciId),
        conditions.map(({ priority }) => priority),
      ],
    );
    return [...before.map(({ ref_id: refId, ci_id: ciId }) => ({ refId, ciId })), ...conditions];
  }

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
