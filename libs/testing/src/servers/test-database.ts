import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Also ends the sessions that are still open on it. */
  drop(): Promise<void>;
}

/** A fresh, empty database on the test server; the name is for the reader of a log, and made unique. */
export async function createTestDatabase(
  name: string,
  serverUrl: string | undefined = process.env['TEST_DATABASE_URL'],
): Promise<TestDatabase> {
  if (!serverUrl) throw new Error("TEST_DATABASE_URL is not set: Jest's global setup starts the server and sets it.");
  const readable = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
  const unique = `${readable.slice(0, 40)}_${randomBytes(5).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE "${unique}"`);
  const url = new URL(serverUrl);
  url.pathname = `/${unique}`;
  return {
    url: url.href,
    drop: () => onServer(serverUrl, `DROP DATABASE IF EXISTS "${unique}" WITH (FORCE)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
