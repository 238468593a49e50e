/** The server's settings, once for the embedded server and for the container: nothing acknowledged is ever lost. */
export const POSTGRES_FLAGS: readonly string[] = [
  ...['-c', 'fsync=on'],
  ...['-c', 'synchronous_commit=on'],
  ...['-c', 'max_connections=200'],
  ...['-c', 'timezone=UTC'],
  ...['-c', 'log_timezone=UTC'],
];

/** The same order of text on every machine, whatever its locales. */
export const INITDB_FLAGS: readonly string[] = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

export const POSTGRES_USER = 'postgres';

export function postgresUrl(port: number, password: string, database = 'postgres'): string {
  return `postgresql://${POSTGRES_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
