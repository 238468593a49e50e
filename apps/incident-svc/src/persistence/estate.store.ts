import { type CiData, type CiReference } from '@itops/contracts';
import { isUuid } from '@itops/kit';
import { Injectable } from '@nestjs/common';

import { type Reader } from './reader';

/** Reads the read model of the estate. */
@Injectable()
export class EstateStore {
  /**
   * The item that each reference names: an id, a name that only one item has, or a source's own id. What names none, or
   * several, is left out.
   */
  async match(reader: Reader, references: readonly CiReference[]): Promise<Map<string, string>> {
    const texts = [...new Set(references.filter((reference) => typeof reference === 'string'))];
    const externals = references.filter((reference) => typeof reference !== 'string');
    const found = new Map<string, string>();
    if (texts.length > 0) {
      const byName = await reader.query<{ name: string; id: string }>(
        `select name, min(id::text) as id from ci where name = any($1) and not retired group by name having count(*) = 1`,
        [texts],
      );
      for (const { name, id } of byName) found.set(referenceKey(name), id);
      const ids = texts.filter(isUuid);
      if (ids.length > 0) {
        const byId = await reader.query<{ id: string }>('select id from ci where id = any($1::uuid[])', [ids]);
        const known = new Set(byId.map(({ id }) => id));
        for (const text of ids) if (known.has(text.toLowerCase())) found.set(referenceKey(text), text.toLowerCase());
      }
    }
    if (externals.length > 0) {
      const rows = await reader.query<{ source: string; external_id: string; id: string }>(
        `select e.source, e.external_id, min(e.ci_id::text) as id
         from (select distinct * from unnest($1::text[], $2::text[]) w (source, external_id)) w
         join ci_external_id e using (source, external_id)
         join ci on ci.id = e.ci_id and not ci.retired
         group by 1, 2 having count(*) = 1`,
        [externals.map(({ source }) => source), externals.map(({ externalId }) => externalId)],
      );
      for (const row of rows) found.set(referenceKey({ source: row.source, externalId: row.external_id }), row.id);
    }
    return found;
  }
}

/** The same text for the same reference. */
export function referenceKey(reference: CiReference): string {
  return typeof reference === 'string' ? reference : JSON.stringify([reference.source, reference.externalId]);
}

/** Every way in which an item can be named. */
export function referencesTo({ id, name, externalIds }: CiData): CiReference[] {
  return [id, name, ...externalIds.map(({ source, externalId }) => ({ source, externalId }))];
}
