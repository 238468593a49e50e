import { z } from 'zod';

import { certificateFile, type Environment, keyPairProblems, privateKeyFile } from './fields';

const URL_RULE = 'must be a URL such as postgres://user:password@host:5432/database';

/** All that says how the service's database is reached. */
export const databaseSettings = {
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, URL_RULE)
    .refine((url) => URL.canParse(url), URL_RULE)
    .describe('PostgreSQL database of this service alone'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10).describe('most connections to the database'),
  DATABASE_CA_FILE: certificateFile
    .optional()
    .describe("PEM file of the authorities that may sign the server's certificate; with it the server is verified"),
  DATABASE_CERT_FILE: certificateFile
    .optional()
    .describe('PEM file of the client certificate, for a server that asks for one'),
  DATABASE_KEY_FILE: privateKeyFile.optional().describe("PEM file of the client certificate's key"),
};

export type DatabaseConfig = z.output<z.ZodObject<typeof databaseSettings>>;

/** How a database is reached. */
export interface DatabaseAccess {
  /** Says nothing of TLS. */
  readonly url: string;
  readonly ssl: false | DatabaseTls;
}

export interface DatabaseTls {
  /** Whether the server's certificate and its host name are verified. */
  readonly rejectUnauthorized: boolean;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

const MODES = ['disable', 'require', 'verify-full'] as const;
type Mode = (typeof MODES)[number];

const INSTEAD: Readonly<Record<string, string>> = {
  ssl: 'write sslmode=require or sslmode=verify-full',
  sslrootcert: 'set DATABASE_CA_FILE',
  sslcert: 'set DATABASE_CERT_FILE',
  sslkey: 'set DATABASE_KEY_FILE',
  uselibpqcompat: 'leave it away, sslmode is read as libpq reads it',
  sslnegotiation: 'leave it away',
};

/** What is wrong with the settings taken together. */
export function databaseProblems(env: Environment): string[] {
  const address = env['DATABASE_URL'];
  if (address === undefined || !URL.canParse(address)) return [];
  const given = new URL(address).searchParams;
  const mode = given.get('sslmode');
  const files = ['DATABASE_CA_FILE', 'DATABASE_CERT_FILE', 'DATABASE_KEY_FILE'].filter((name) => env[name]);
  const encrypted = mode === null ? env['DATABASE_CA_FILE'] !== undefined : mode !== 'disable';
  return [
    ...(mode === null || isMode(mode)
      ? []
      : [`DATABASE_URL has sslmode=${mode}, which does not keep a listener out for certain: use ${MODES.join(', ')}`]),
    ...Object.entries(INSTEAD)
      .filter(([name]) => given.has(name))
      .map(([name, instead]) => `DATABASE_URL has ${name}, which is not read: ${instead} instead`),
    ...(files.length === 0 || encrypted
      ? []
      : [
          `${files.join(', ')} set, but the connection to the database is not encrypted: ` +
            'set DATABASE_CA_FILE, or put sslmode=verify-full into DATABASE_URL in place of what it says',
        ]),
    ...keyPairProblems(env, 'DATABASE_CERT_FILE', 'DATABASE_KEY_FILE'),
  ];
}

/**
 * `sslmode` as libpq means it, and not as pg 8 does, for which `require` is `verify-full`: `require` encrypts and
 * verifies nothing. With DATABASE_CA_FILE the server and its name are always verified.
 */
export function databaseAccess(config: DatabaseConfig): DatabaseAccess {
  const url = new URL(config.DATABASE_URL);
  const { DATABASE_CA_FILE: ca, DATABASE_CERT_FILE: cert, DATABASE_KEY_FILE: key } = config;
  const given = url.searchParams.get('sslmode');
  url.searchParams.delete('sslmode');
  const mode: Mode = ca !== undefined ? 'verify-full' : given !== null && isMode(given) ? given : 'disable';
  if (mode === 'disable') return { url: url.href, ssl: false };
  return {
    url: url.href,
    ssl: {
      rejectUnauthorized: mode === 'verify-full',
      ...(ca === undefined ? {} : { ca }),
      ...(cert === undefined || key === undefined ? {} : { cert, key }),
    },
  };
}

function isMode(mode: string): mode is Mode {
  return MODES.some((known) => known === mode);
}
