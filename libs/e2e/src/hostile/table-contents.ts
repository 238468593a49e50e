import { isRecord } from '@itops/kit';
import { type DataSource } from 'typeorm';

/** What the platform notes of itself, whoever asks for what: refused attempts, who has called, how far it has read. */
const OWN_NOTES = /^(audit|outbox|migrations|applied|person$|seen_rights$)/;

/** A digest of each table's rows. */
export async function contentsOf(database: DataSource): Promise<Record<string, string>> {
  const tables: unknown = await database.query(
    `select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`,
  );
  const names = rowsOf(tables)
    .map((row) => String(row['table_name']))
    .filter((name) => !OWN_NOTES.test(name))
    .sort();
  const digests: Record<string, string> = {};
  for (const name of names) {
    const rows = rowsOf(
      await database.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from "${name}" t`,
      ),
    );
    digests[name] = rows.map((row) => String(row['digest'])).join();
  }
  return digests;
}

function rowsOf(result: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(result) ? result.filter(isRecord) : [];
}
