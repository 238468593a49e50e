import { Injectable } from '@nestjs/common';
import { type Tx } from '@itops/messaging';

/** What a discovery has to know of the estate before it can tell what is new. */
@Injectable()
export class DiscoveryQueries {
  /** One discovery of a source at a time, until the transaction ends. */
  async lockSource(tx: Tx, source: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`discovery/${source}`]);
  }

  /** Of all sources one at a time looks whether an item is known: else two would add the same item at once. */
  async lockIdentification(tx: Tx): Promise<void> {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('identification', 0))");
  }

  /** The CI of each of these ids of the source's own, as far as they are known. */
  async ciIdsOf(tx: Tx, source: string, externalIds: readonly string[]): Promise<Map<string, string>> {
    if (externalIds.length === 0) return new Map();
    const rows = await tx.query<{ external_id: string; ci_id: string }>(
      'select external_id, ci_id from ci_external_id where source = $1 and external_id = any($2::text[])',
      [source, externalIds],
    );
    return new Map(rows.map(({ external_id, ci_id }) => [external_id, ci_id]));
  }

  /** CIs with one of these identity keys that the source does not know yet: a source's two ids are two items. */
  async candidates(
    tx: Tx,
    source: string,
    keys: readonly string[],
  ): Promise<{ readonly key: string; readonly ciId: string }[]> {
    if (keys.length === 0) return [];
    return tx.query(
      `select i.key, i.ci_id as "ciId" from ci_identity i
       where i.key = any($2::uuid[])
         and not exists (select 1 from ci_external_id e where e.ci_id = i.ci_id and e.source = $1)`,
      [source, keys],
    );
  }

  /** CIs of which the source has reported an id before that is not among these. */
  async ciIdsMissingFrom(tx: Tx, source: string, externalIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ ci_id: string }>(
      'select distinct ci_id from ci_external_id where source = $1 and not (external_id = any($2::text[]))',
      [source, externalIds],
    );
    return rows.map(({ ci_id }) => ci_id);
  }
}
