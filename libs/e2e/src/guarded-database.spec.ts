import path from 'node:path';

import { Readiness } from '@itops/kit';
import { createDataSource, type DatabaseAccess, DatabaseConnector } from '@itops/platform';
import {
  CertificateAuthority,
  eventually,
  type GuardedPostgres,
  type Issued,
  startGuardedPostgres,
} from '@itops/testing';
import { Logger } from '@nestjs/common';
import pg from 'pg';

const PASSWORD = 'app-p4ssword';
const WRONG = 'wrong-p4ssword';

let server: GuardedPostgres;
let stranger: CertificateAuthority;
let right: Issued;
let foreign: Issued;
let misnamed: Issued;
const logged: string[] = [];
const connectors: DatabaseConnector[] = [];

beforeAll(async () => {
  const write = (...parts: unknown[]) => void logged.push(parts.map(String).join(' '));
  Logger.overrideLogger({ log: write, warn: write, error: write });
  [server, stranger] = await Promise.all([
    startGuardedPostgres(path.resolve(__dirname, '../../..')),
    CertificateAuthority.create('A stranger'),
  ]);
  [right, misnamed, foreign] = await Promise.all([
    server.authority.issue('by_certificate'),
    server.authority.issue('somebody_else'),
    stranger.issue('by_certificate'),
  ]);
  await asSuperuser(`CREATE ROLE app LOGIN PASSWORD '${PASSWORD}'`, 'CREATE ROLE by_certificate LOGIN');
  await asSuperuser('CREATE SCHEMA AUTHORIZATION app', 'CREATE SCHEMA AUTHORIZATION by_certificate');
});

afterEach(async () => {
  await Promise.all(connectors.splice(0).map((connector) => connector.onApplicationShutdown()));
});

afterAll(async () => {
  await server.stop();
  Logger.overrideLogger(false);
});

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** As a service does it: tries for ever, and tells `/readyz` how it stands. */
function keepConnecting(ssl: DatabaseAccess['ssl'], { host = 'localhost', user = 'app', password = PASSWORD } = {}) {
  const url = new URL(server.url);
  Object.assign(url, { hostname: host, username: user, password: user === 'by_certificate' ? '' : password });
  const dataSource = createDataSource('guarded-spec', { url: url.href, ssl }, 2, { entities: [], migrations: [] });
  const readiness = new Readiness();
  const connector = new DatabaseConnector(dataSource, readiness);
  connectors.push(connector);
  connector.onApplicationBootstrap();
  const look = async () => {
    const { database } = (await readiness.check()).checks;
    if (database === undefined) throw new Error('the connection has not registered itself');
    return database;
  };
  return { dataSource, look };
}

const verified = () => ({ rejectUnauthorized: true, ca: server.authority.certificate });
const byCertificate = { user: 'by_certificate' };
const shown = ({ certificate, key }: Issued) => ({ ...verified(), cert: certificate, key });
const inUse = 'select ssl, version, client_dn from pg_stat_ssl where pid = pg_backend_pid()';

describe('a database that is reached over TLS only', () => {
  it('lets in who verifies it and has the password', async () => {
    const { dataSource, look } = keepConnecting(verified());
    await eventually(async () => expect(await look()).toEqual({ ready: true, detail: 'connected, migrated' }));
    expect(await dataSource.query(inUse)).toMatchObject([{ ssl: true, version: 'TLSv1.3', client_dn: null }]);
  });

  it('lets in who has a certificate that is made out to the user, on each of its connections', async () => {
    const { dataSource, look } = keepConnecting(shown(right), byCertificate);
    await eventually(async () => expect(await look()).toMatchObject({ ready: true }));
    const together = await Promise.all([
      dataSource.query(`${inUse} and pg_sleep(0.2) is not null`),
      dataSource.query(inUse),
    ]);
    expect(together).toMatchObject([[{ client_dn: '/CN=by_certificate' }], [{ client_dn: '/CN=by_certificate' }]]);
  });

  it('lets in who only wants encryption (sslmode=require)', async () => {
    const { dataSource, look } = keepConnecting({ rejectUnauthorized: false }, { host: '127.0.0.1' });
    await eventually(async () => expect(await look()).toMatchObject({ ready: true }));
    expect(await dataSource.query(inUse)).toMatchObject([{ ssl: true }]);
  });

  it('says what is wrong and what to do, without the password', async () => {
    const cases: Record<string, [ReturnType<typeof keepConnecting>, RegExp]> = {
      'no authority': [keepConnecting({ rejectUnauthorized: true }), /not trusted here: set DATABASE_CA_FILE/],
      'another authority': [
        keepConnecting({ rejectUnauthorized: true, ca: stranger.certificate }),
        /not trusted here: set DATABASE_CA_FILE/,
      ],
      'another host': [
        keepConnecting(verified(), { host: '127.0.0.1' }),
        /made out to another name: use a name of its certificate in DATABASE_URL/,
      ],
      'no TLS': [keepConnecting(false), /no encryption.*over TLS only: set DATABASE_CA_FILE/],
      'a wrong password': [
        keepConnecting(verified(), { password: WRONG }),
        /authentication failed for user "app": check the user and the password/,
      ],
      'no client certificate': [
        keepConnecting(verified(), byCertificate),
        /set DATABASE_CERT_FILE and DATABASE_KEY_FILE/,
      ],
      "another user's certificate": [
        keepConnecting(shown(misnamed), byCertificate),
        /common name must be the user in DATABASE_URL/,
      ],
      'a certificate of a stranger': [
        keepConnecting(shown(foreign), byCertificate),
        /refuses our client certificate: DATABASE_CERT_FILE/,
      ],
    };
    const told = await Promise.all(
      Object.entries(cases).map(async ([name, [{ look }, expected]]) => {
        const { ready, detail } = await eventually(async () => {
          const found = await look();
          expect(found.detail).not.toBe('not connected yet');
          return found;
        });
        return { name, ready, detail, expected };
      }),
    );
    expect(Object.fromEntries(told.map(({ name, ready, detail }) => [name, { ready, detail }]))).toEqual(
      Object.fromEntries(
        told.map(({ name, expected }) => [name, { ready: false, detail: expect.stringMatching(expected) }]),
      ),
    );
    const everything = [...told.map(({ detail }) => detail), ...logged].join('\n');
    expect(logged.length).toBeGreaterThanOrEqual(told.length);
    for (const password of [PASSWORD, WRONG]) expect(everything).not.toContain(password);
  });

  it('lets a service in as soon as its password is mended, which has tried all the time', async () => {
    await asSuperuser(`CREATE ROLE late LOGIN PASSWORD '${WRONG}'`, 'CREATE SCHEMA AUTHORIZATION late');
    const { look } = keepConnecting(verified(), { user: 'late' });
    await eventually(async () => expect((await look()).detail).toMatch(/authentication failed for user "late"/));
    await asSuperuser(`ALTER ROLE late PASSWORD '${PASSWORD}'`);
    await eventually(async () => expect(await look()).toMatchObject({ ready: true }));
  });
});
