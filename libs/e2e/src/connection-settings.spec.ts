import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import {
  baseConfig,
  brokerAccess,
  ConfigError,
  databaseAccess,
  type Environment,
  parseConfig,
  serviceConfig,
} from '@itops/platform';
import { CertificateAuthority, TEST_IDENTITY_KEYS } from '@itops/testing';

const SECRET = 'hunter2-and-more';
let folder: string;
let authority: CertificateAuthority;
let files: Record<'ca' | 'cert' | 'key' | 'otherKey' | 'password' | 'empty' | 'token', string>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'itops-config-'));
  authority = await CertificateAuthority.create();
  const [client, other] = await Promise.all([authority.issue('a-service'), authority.issue('another')]);
  const write = async (name: string, text: string): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(file, text);
    return file;
  };
  files = {
    ca: await write('ca.pem', authority.certificate),
    cert: await write('cert.pem', client.certificate),
    key: await write('key.pem', client.key),
    otherKey: await write('other-key.pem', other.key),
    password: await write('password', `${SECRET}\n`),
    empty: await write('empty', ''),
    token: await write('token', 'a.b.c'),
  };
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const broker = { PORT: '0', KAFKA_BROKERS: 'kafka.example.com:9093' };
const plain = { KAFKA_SASL_MECHANISM: 'plain', KAFKA_USERNAME: 'paula', KAFKA_PASSWORD: SECRET };
const oauth = {
  KAFKA_TLS: 'on',
  KAFKA_SASL_MECHANISM: 'oauthbearer',
  KAFKA_OAUTH_TOKEN_URL: 'https://login.example.com/token',
  KAFKA_OAUTH_CLIENT_ID: 'a-service',
  KAFKA_OAUTH_CLIENT_SECRET: SECRET,
};

function problemsOf(env: Environment, schema: Parameters<typeof parseConfig>[0] = baseConfig): readonly string[] {
  try {
    parseConfig(schema, env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

const accessTo = (env: Environment) => brokerAccess(parseConfig(baseConfig, { ...broker, ...env }));

describe('the settings of the broker', () => {
  it('are plain when nothing is set, and a variable that is empty is not set', () => {
    const access = { brokers: ['kafka.example.com:9093'], prefix: '' };
    expect(accessTo({})).toEqual(access);
    expect(accessTo({ KAFKA_TLS: '', KAFKA_CA_FILE: '', KAFKA_SASL_MECHANISM: '', KAFKA_PASSWORD: '' })).toEqual(
      access,
    );
  });

  it('give TLS with an authority and a client certificate, read from their files', () => {
    const env = { KAFKA_TLS: 'on', KAFKA_CA_FILE: files.ca, KAFKA_CERT_FILE: files.cert, KAFKA_KEY_FILE: files.key };
    expect(accessTo(env).tls).toEqual({
      ca: authority.certificate,
      client: {
        certificate: expect.stringContaining('BEGIN CERTIFICATE'),
        key: expect.stringContaining('BEGIN PRIVATE KEY'),
      },
    });
    expect(accessTo({ KAFKA_TLS: 'on' }).tls).toEqual({});
  });

  it('give a user with a password, from the variable or from a file without its line end', () => {
    const expected = { mechanism: 'scram-sha-512', username: 'sue', password: SECRET };
    const user = { KAFKA_SASL_MECHANISM: 'scram-sha-512', KAFKA_USERNAME: 'sue' };
    expect(accessTo({ ...user, KAFKA_PASSWORD: SECRET }).sasl).toEqual(expected);
    expect(accessTo({ ...user, KAFKA_PASSWORD_FILE: files.password }).sasl).toEqual(expected);
  });

  it('give tokens, from an endpoint or from a file that is read later', () => {
    const { KAFKA_OAUTH_CLIENT_SECRET: _, ...rest } = oauth;
    const secretInFile = { ...rest, KAFKA_OAUTH_CLIENT_SECRET_FILE: files.password, KAFKA_OAUTH_SCOPE: 'kafka' };
    expect(accessTo({ ...secretInFile, KAFKA_OAUTH_CA_FILE: files.ca }).sasl).toEqual({
      mechanism: 'oauthbearer',
      tokens: {
        endpoint: 'https://login.example.com/token',
        clientId: 'a-service',
        clientSecret: SECRET,
        scope: 'kafka',
        ca: authority.certificate,
      },
    });
    const fromFile = { KAFKA_TLS: 'on', KAFKA_SASL_MECHANISM: 'oauthbearer', KAFKA_OAUTH_TOKEN_FILE: files.token };
    expect(accessTo(fromFile).sasl).toEqual({ mechanism: 'oauthbearer', tokens: { file: files.token } });
  });

  it.each<[string, () => Environment, RegExp[]]>([
    [
      'certificates without TLS',
      () => ({ KAFKA_CA_FILE: files.ca }),
      [/^KAFKA_CA_FILE is set, but KAFKA_TLS is not on: set KAFKA_TLS=on/],
    ],
    [
      'a file that is not there',
      () => ({ KAFKA_TLS: 'on', KAFKA_CA_FILE: '/nowhere/ca.pem' }),
      [/^KAFKA_CA_FILE is '\/nowhere\/ca\.pem': can't be read \(ENOENT.*give a file/],
    ],
    [
      'a file that is no certificate',
      () => ({ KAFKA_TLS: 'on', KAFKA_CA_FILE: files.password }),
      [/^KAFKA_CA_FILE is '.*password': does not hold a certificate \(no PEM block in it\): give a PEM file/],
    ],
    [
      'a certificate without its key',
      () => ({ KAFKA_TLS: 'on', KAFKA_CERT_FILE: files.cert }),
      [/^KAFKA_CERT_FILE is set, but KAFKA_KEY_FILE is not.*set KAFKA_KEY_FILE/],
    ],
    [
      'the key of another certificate',
      () => ({ KAFKA_TLS: 'on', KAFKA_CERT_FILE: files.cert, KAFKA_KEY_FILE: files.otherKey }),
      [/^KAFKA_KEY_FILE is '.*other-key\.pem', which is not the key of the certificate in KAFKA_CERT_FILE/],
    ],
    [
      'a mechanism that does not exist',
      () => ({ KAFKA_SASL_MECHANISM: 'kerberos' }),
      [/^KAFKA_SASL_MECHANISM is 'kerberos': .*plain/],
    ],
    [
      'a user without mechanism',
      () => ({ KAFKA_USERNAME: 'paula' }),
      [/^KAFKA_USERNAME is set, but KAFKA_SASL_MECHANISM is not set: set it to plain/],
    ],
    [
      'a mechanism without user and password',
      () => ({ KAFKA_SASL_MECHANISM: 'scram-sha-256' }),
      [/set KAFKA_USERNAME$/, /set exactly one of KAFKA_PASSWORD and KAFKA_PASSWORD_FILE \(nothing of it is set\)$/],
    ],
    [
      'two passwords',
      () => ({ ...plain, KAFKA_TLS: 'on', KAFKA_PASSWORD_FILE: files.password }),
      [/set exactly one of KAFKA_PASSWORD and KAFKA_PASSWORD_FILE \(both are set\)$/],
    ],
    [
      'an empty file of a password',
      () => ({ KAFKA_SASL_MECHANISM: 'scram-sha-256', KAFKA_USERNAME: 'sam', KAFKA_PASSWORD_FILE: files.empty }),
      [/^KAFKA_PASSWORD_FILE is '.*empty': is an empty file/],
    ],
    [
      'settings of another mechanism',
      () => ({ ...plain, KAFKA_TLS: 'on', KAFKA_OAUTH_SCOPE: 'kafka' }),
      [/^KAFKA_OAUTH_SCOPE is set, but not used when KAFKA_SASL_MECHANISM is 'plain': remove it$/],
    ],
    [
      'a token file and an endpoint',
      () => ({ ...oauth, KAFKA_OAUTH_TOKEN_FILE: files.token }),
      [/set exactly one of KAFKA_OAUTH_TOKEN_FILE and KAFKA_OAUTH_TOKEN_URL \(both are set\)$/],
    ],
    [
      'PLAIN without TLS',
      () => plain,
      [/would send the password in the clear to kafka\.example\.com:9093: set KAFKA_TLS=on/],
    ],
    [
      'PLAIN without TLS to brokers of which one is elsewhere',
      () => ({ ...plain, KAFKA_BROKERS: '127.0.0.1:9092, kafka.example.com:9092' }),
      [/in the clear to kafka\.example\.com:9092: set/],
    ],
    ['tokens without TLS', () => ({ ...oauth, KAFKA_TLS: 'off' }), [/would send the token in the clear/]],
    [
      'a token endpoint without TLS',
      () => ({ ...oauth, KAFKA_OAUTH_TOKEN_URL: 'http://login.example.com/token' }),
      [/^KAFKA_OAUTH_TOKEN_URL begins with http, which would send the client's secret in the clear to login/],
    ],
  ])('refuse %s', (_what, env, expected) => {
    const problems = problemsOf({ ...broker, ...env() });
    expect(problems).toEqual(expected.map((pattern): unknown => expect.stringMatching(pattern)));
    expect(problems.join('\n')).not.toContain(SECRET);
  });

  it('let a password and a token go in the clear where they stay on the machine', () => {
    for (const host of ['127.0.0.1', 'localhost', '127.1.2.3']) {
      expect(problemsOf({ ...broker, ...plain, KAFKA_BROKERS: `${host}:9092` })).toEqual([]);
    }
    const endpoint = { KAFKA_OAUTH_TOKEN_URL: 'http://127.0.0.1:8080/token', KAFKA_TLS: 'off' };
    expect(problemsOf({ ...broker, ...oauth, ...endpoint, KAFKA_BROKERS: '127.0.0.1:9092' })).toEqual([]);
  });

  it('are all judged at once, with every other setting', () => {
    const env = { PORT: 'eighty', ...plain, KAFKA_BROKERS: 'kafka:9092', KAFKA_CA_FILE: '/nowhere', LOG_LEVEL: 'loud' };
    expect(problemsOf(env).map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'KAFKA_CA_FILE',
      'KAFKA_CA_FILE',
      'KAFKA_SASL_MECHANISM',
    ]);
  });
});

describe('the settings of the database', () => {
  const url = `postgres://app:${SECRET}@db.example.com:5432/change`;
  const service = { ...broker, ...TEST_IDENTITY_KEYS };
  const databaseOf = (env: Environment) => databaseAccess(parseConfig(serviceConfig, { ...service, ...env }));

  it('read sslmode as libpq does, and take it out of the URL', () => {
    const ssl = (mode: string) => databaseOf({ DATABASE_URL: `${url}?sslmode=${mode}&connect_timeout=3` });
    expect(databaseOf({ DATABASE_URL: url })).toEqual({ url, ssl: false });
    expect(ssl('disable')).toEqual({ url: `${url}?connect_timeout=3`, ssl: false });
    expect(ssl('require')).toEqual({ url: `${url}?connect_timeout=3`, ssl: { rejectUnauthorized: false } });
    expect(ssl('verify-full')).toEqual({ url: `${url}?connect_timeout=3`, ssl: { rejectUnauthorized: true } });
  });

  it.each(['', '?sslmode=require', '?sslmode=verify-full'])(
    'verify the server when an authority is given (%s)',
    (query) => {
      const env = { DATABASE_URL: url + query, DATABASE_CA_FILE: files.ca };
      expect(databaseOf(env)).toEqual({ url, ssl: { rejectUnauthorized: true, ca: authority.certificate } });
      expect(databaseOf({ ...env, DATABASE_CERT_FILE: files.cert, DATABASE_KEY_FILE: files.key }).ssl).toMatchObject({
        cert: expect.stringContaining('CERTIFICATE'),
        key: expect.stringContaining('PRIVATE KEY'),
      });
    },
  );

  it.each<[string, () => Environment, RegExp[]]>([
    [
      'a mode that may fall back to no encryption, or leaves the name unverified',
      () => ({ DATABASE_URL: `${url}?sslmode=prefer` }),
      [/^DATABASE_URL has sslmode=prefer.*use disable, require, verify-full$/],
    ],
    [
      'files named in the URL',
      () => ({ DATABASE_URL: `${url}?sslmode=verify-full&sslrootcert=/etc/ca.pem` }),
      [/^DATABASE_URL has sslrootcert, which is not read: set DATABASE_CA_FILE instead$/],
    ],
    [
      'an authority without encryption',
      () => ({ DATABASE_URL: `${url}?sslmode=disable`, DATABASE_CA_FILE: files.ca }),
      [/^DATABASE_CA_FILE set, but the connection to the database is not encrypted/],
    ],
    [
      'a client certificate without encryption',
      () => ({ DATABASE_URL: url, DATABASE_CERT_FILE: files.cert, DATABASE_KEY_FILE: files.key }),
      [/^DATABASE_CERT_FILE, DATABASE_KEY_FILE set, but .* not encrypted/],
    ],
    [
      'a key without its certificate',
      () => ({ DATABASE_URL: url, DATABASE_CA_FILE: files.ca, DATABASE_KEY_FILE: files.key }),
      [/^DATABASE_KEY_FILE is set, but DATABASE_CERT_FILE is not/],
    ],
    [
      'what is no URL',
      () => ({ DATABASE_URL: `mysql://app:${SECRET}@db/change` }),
      [/^DATABASE_URL is '\*\*\*': must be/],
    ],
  ])('refuse %s', (_what, env, expected) => {
    const problems = problemsOf({ ...service, ...env() }, serviceConfig);
    expect(problems).toEqual(expected.map((pattern): unknown => expect.stringMatching(pattern)));
    expect(problems.join('\n')).not.toContain(SECRET);
  });
});
