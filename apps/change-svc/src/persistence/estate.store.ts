import { type CiReference } from '@itops/contracts';
import { isUuid } from '@itops/kit';
import { type Tx } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

/** What a reference to a CI means: exactly one CI, none, or several by the same name. */
export type CiMatch =
  | { readonly kind: 'one'; readonly ciId: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly count: number };

/** Any number, the same in all replicas. */
const ESTATE_LOCK = 7_403_301;

/** Reads the read model of the estate. */
@Injectable()
export class EstateStore {
  /**
   * For a transaction that keeps references which it can't resolve: no CI becomes known until it ends, so that a
   * reference is either resolved or seen as waiting.
   */
  async holdStill(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock_shared($1)', [ESTATE_LOCK]);
  }

  /** For a transaction that makes CIs known. Waits for those who hold the estate still. */
  async announce(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1)', [ESTATE_LOCK]);
  }

  /**
   * What each reference means, in the order given. An id finds its CI whatever its stage; a name or external id finds
   * those that are not retired.
   */
  async resolve(tx: Tx, references: readonly CiReference[]): Promise<CiMatch[]> {
    if (references.length === 0) return [];
    const texts = references.map((reference) => (typeof reference === 'string' ? reference : null));
    const rows = await tx.query<{ place: string; ci_id: string; by_id: boolean }>(
      `with reference as (
         select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[]) with ordinality
           as r (name, id, source, external_id, place)
       )
       select r.place, c.id as ci_id, true as by_id from reference r join known_ci c on c.id = r.id
       union all
       select r.place, c.id, false from reference r join known_ci c on c.name = r.name and not c.retired
       union all
       select r.place, c.id, false from reference r
         join known_ci_external_id e on e.source = r.source and e.external_id = r.external_id
         join known_ci c on c.id = e.ci_id and not c.retired`,
      [
        texts,
        texts.map((text) => (text !== null && isUuid(text) ? text : null)),
        references.map((reference) => (typeof reference === 'string' ? null : reference.source)),
        references.map((reference) => (typeof reference === 'string' ? null : reference.externalId)),
      ],
    );
    const found = new Map<number, { byId?: string; others: Set<string> }>();
    for (const { place, ci_id, by_id } of rows) {
      const match = found.get(Number(place)) ?? { others: new Set<string>() };
      if (by_id) match.byId = ci_id;
      else match.others.add(ci_id);
      found.set(Number(place), match);
    }
    return references.map((_, index) => toMatch(found.get(index + 1)));
  }
}

function toMatch(found: { byId?: string; others: Set<string> } | undefined): CiMatch {
  if (found?.byId !== undefined) return { kind: 'one', ciId: found.byId };
  const [ciId, ...more] = found?.others ?? [];
  if (ciId === undefined) return { kind: 'none' };
  return more.length === 0 ? { kind: 'one', ciId } : { kind: 'several', count: more.length + 1 };
}
