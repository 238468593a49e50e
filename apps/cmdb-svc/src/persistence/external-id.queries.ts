import { type Tx } from '@itops/messaging';

import { type ExternalId } from '../domain/ci';
import { externalIdKey } from '../domain/external-ids';

/** The CI of each of these ids that is one's already, by the id's key. */
export async function takenIds(tx: Tx, ids: readonly ExternalId[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ ci_id: string; source: string; external_id: string }>(
    `select ci_id, source, external_id from ci_external_id
     where (source, external_id) in (select * from unnest($1::text[], $2::text[]))`,
    [ids.map(({ source }) => source), ids.map(({ externalId }) => externalId)],
  );
  return new Map(
    rows.map(({ ci_id: id, source, external_id: externalId }) => [externalIdKey({ source, externalId }), id]),
  );
}
