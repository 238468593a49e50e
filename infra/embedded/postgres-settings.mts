import type { PostgresGuard } from './managed-server.mts';

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

const GUARD_FILES = { certificate: 'server.crt', key: 'server.key', clientAuthority: 'clients.crt' };

/** `folder`: where the files of the guard are; a relative one is below the data folder. */
export function tlsFlags(folder: string): string[] {
  const setting = (name: string, file: string) => ['-c', `${name}=${folder}/${file}`];
  return [
    ...['-c', 'ssl=on'],
    ...setting('ssl_cert_file', GUARD_FILES.certificate),
    ...setting('ssl_key_file', GUARD_FILES.key),
    ...setting('ssl_ca_file', GUARD_FILES.clientAuthority),
  ];
}

/** The files of the guard, by name. */
export function guardFiles({ accessRules, certificate, clientAuthority, key }: PostgresGuard): Record<string, string> {
  return {
    [GUARD_FILES.certificate]: certificate,
    [GUARD_FILES.key]: key,
    [GUARD_FILES.clientAuthority]: clientAuthority,
    'pg_hba.conf': accessRules.map((rule) => `${rule}\n`).join(''),
  };
}
