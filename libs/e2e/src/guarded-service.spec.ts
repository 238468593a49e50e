import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { changeService } from '@itops/apps/change-svc/src/change.service';
import { domainTopics } from '@itops/contracts';
import { type RunningService, startService } from '@itops/platform';
import {
  ApiClient,
  createTestDatabase,
  eventually,
  type GuardedKafka,
  type GuardedPostgres,
  newPrefix,
  startGuardedKafka,
  startGuardedPostgres,
  identifiedAs,
  TEST_IDENTITY_KEYS,
  TestBus,
} from '@itops/testing';
import pg from 'pg';

const root = path.resolve(__dirname, '../../..');
const SECRETS = { kafka: 'kafka-p4ssword', database: 'database-p4ssword' };

let kafka: GuardedKafka;
let postgres: GuardedPostgres;
let folder: string;
let databaseUrl: URL;

beforeAll(async () => {
  [kafka, postgres, folder] = await Promise.all([
    startGuardedKafka({
      root,
      plainUsers: {},
      scramUsers: [{ name: 'change-svc', password: SECRETS.kafka, mechanism: 'SCRAM-SHA-512' }],
    }),
    startGuardedPostgres(root),
    mkdtemp(path.join(tmpdir(), 'itops-guarded-')),
  ]);
  const { url } = await createTestDatabase('guarded', postgres.url);
  const superuser = new pg.Client({ connectionString: url });
  await superuser.connect();
  await superuser.query(`CREATE ROLE change LOGIN PASSWORD '${SECRETS.database}'`);
  await superuser.query('CREATE SCHEMA AUTHORIZATION change');
  await superuser.end();
  databaseUrl = Object.assign(new URL(url), { hostname: 'localhost', username: 'change', password: SECRETS.database });
}, 120_000);

afterAll(async () => {
  await Promise.all([kafka.stop(), postgres.stop(), rm(folder, { recursive: true, force: true })]);
});

async function file(name: string, text: string): Promise<string> {
  const place = path.join(folder, name);
  await writeFile(place, text);
  return place;
}

describe('a service whose broker and database are guarded', () => {
  let service: RunningService;
  let bus: TestBus;

  afterEach(async () => {
    await bus.close();
    await service.close();
  });

  it('takes a change over REST, keeps it over TLS, and tells of it over SASL and TLS', async () => {
    const prefix = newPrefix();
    service = await startService(changeService, {
      env: {
        PORT: '0',
        LOG_LEVEL: 'error',
        ...TEST_IDENTITY_KEYS,
        DATABASE_URL: databaseUrl.href,
        DATABASE_CA_FILE: await file('database-ca.pem', postgres.authority.certificate),
        KAFKA_BROKERS: kafka.at.sasl,
        KAFKA_PREFIX: prefix,
        KAFKA_TLS: 'on',
        KAFKA_CA_FILE: await file('kafka-ca.pem', kafka.authority.certificate),
        KAFKA_SASL_MECHANISM: 'scram-sha-512',
        KAFKA_USERNAME: 'change-svc',
        KAFKA_PASSWORD_FILE: await file('kafka-password', `${SECRETS.kafka}\n`),
      },
    });
    const api = new ApiClient(service.url, identifiedAs('test'));
    await eventually(async () => {
      const { status, body } = await api.get('/readyz');
      expect({ status, body }).toMatchObject({ status: 200 });
    }, 60_000);
    bus = await TestBus.connect([kafka.at.plain], prefix, [domainTopics.change.name]);

    const answer = await api.post('/v1/changes', { title: 'Replace the certificate' });

    expect(answer.status).toBe(201);
    const event = await bus.waitFor(domainTopics.change.name, ({ subject }) => subject === answer.body['id']);
    expect(event).toMatchObject({ type: 'itops.change.created.v1', data: { title: 'Replace the certificate' } });
  });
});
