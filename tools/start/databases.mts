import { readFileSync } from 'node:fs';
import pg from 'pg';
import { UserError } from './topology.mts';

/** Creates the databases that are missing, beside the one that the URL names. */
export async function createDatabases(serverUrl: string, names: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 10_000, ...tlsSettings() });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new UserError(`PostgreSQL at ${withoutPassword(serverUrl)} can't be reached: ${describe(error)}`);
  }
  try {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    const existing = new Set(rows.map((row) => row.datname));
    for (const name of names) {
      if (!existing.has(name)) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    }
  } finally {
    await client.end();
  }
}

/** As the services connect; what the URL says by sslmode, pg reads by itself. */
function tlsSettings(): Pick<pg.ClientConfig, 'ssl'> {
  const read = (name: string) => {
    const file = process.env[name];
    return file ? readFileSync(file, 'utf8') : undefined;
  };
  const [ca, cert, key] = ['DATABASE_CA_FILE', 'DATABASE_CERT_FILE', 'DATABASE_KEY_FILE'].map(read);
  if (ca === undefined && cert === undefined) return {};
  return {
    ssl: { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }), ...(cert && key ? { cert, key } : {}) },
  };
}

export function withDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

function withoutPassword(text: string): string {
  try {
    const url = new URL(text);
    url.password = '';
    return url.href;
  } catch {
    return 'DATABASE_URL';
  }
}

function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join('; ');
  return error instanceof Error ? error.message : String(error);
}
