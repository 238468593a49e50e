import { createServer, type Server } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type TopicDeclaration } from '@itops/contracts';
import { newId, Readiness } from '@itops/kit';
import { CertificateAuthority, eventually, type GuardedKafka, type Issued, startGuardedKafka } from '@itops/testing';
import { Logger } from '@nestjs/common';

import { BrokerConnection } from '../src/broker-connection';
import { type EventTransport } from '../src/port';
import { type BrokerAccess, type BrokerSasl } from '../src/transports/broker-access';
import { createTransport } from '../src/transports/create-transport';
import { CLIENT_NAMES, type ClientName } from '../src/transports/offered';

const PASSWORDS = {
  plain: 'plain-p4ssword',
  scram: 'scram-p4ssword',
  wrong: 'wrong-p4ssword',
  secret: 's3cret-of-client',
};

let kafka: GuardedKafka;
let client: Issued;
let stranger: CertificateAuthority;
let strangersClient: Issued;
const logged: string[] = [];
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  const write = (...parts: unknown[]) => void logged.push(parts.map(String).join(' '));
  Logger.overrideLogger({ log: write, warn: write, error: write, debug: write });
  kafka = await startGuardedKafka({
    root: path.resolve(__dirname, '../../..'),
    plainUsers: { paula: PASSWORDS.plain },
    scramUsers: [
      { name: 'sam', password: PASSWORDS.scram, mechanism: 'SCRAM-SHA-256' },
      { name: 'sue', password: PASSWORDS.scram, mechanism: 'SCRAM-SHA-512' },
    ],
  });
  stranger = await CertificateAuthority.create('A stranger');
  [client, strangersClient] = await Promise.all([kafka.authority.issue('a-service'), stranger.issue('a-service')]);
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

afterAll(async () => {
  await kafka.stop();
  if (tokenFolder !== undefined) await rm(tokenFolder, { recursive: true, force: true });
  Logger.overrideLogger(false);
});

async function connect(client: ClientName, access: BrokerAccess): Promise<EventTransport> {
  const transport = await createTransport({ service: 'guarded-spec', client, ...access });
  open.push(transport);
  return transport;
}

/** As a service does it: tries for ever, and tells `/readyz` how it stands. */
async function keepConnecting(
  client: ClientName,
  access: BrokerAccess,
): Promise<() => Promise<{ ready: boolean; detail: string }>> {
  const readiness = new Readiness();
  const connection = new BrokerConnection(await connect(client, access), access, readiness);
  connection.onApplicationBootstrap();
  open.push({ close: () => connection.onApplicationShutdown() });
  return async () => {
    const { broker } = (await readiness.check()).checks;
    if (broker === undefined) throw new Error('the connection has not registered itself');
    return broker;
  };
}

const tls = () => ({ ca: kafka.authority.certificate });
const bySasl = (sasl: BrokerSasl): BrokerAccess => ({ brokers: [kafka.at.sasl], tls: tls(), sasl });

/** Asked right after its making, a broker may not know a topic yet. */
function declare(transport: EventTransport, topic: string): Promise<unknown> {
  const declaration: TopicDeclaration = {
    name: topic,
    meaning: 'of a test',
    partitions: 1,
    retentionMs: 3_600_000,
    cleanup: 'delete',
    minInsyncReplicas: 1,
  };
  return eventually(() => transport.ensureTopics([declaration]));
}

/** A topic made, a record sent, and the same record received by a consumer group. */
async function carry(transport: EventTransport): Promise<string[]> {
  const topic = `guarded.${newId()}`;
  await declare(transport, topic);
  await transport.publishBatch([{ topic, key: 'k', value: Buffer.from('safe and sound'), headers: {} }]);
  const received: string[] = [];
  const subscription = transport.subscribeBatches({
    group: `group.${topic}`,
    topics: [topic],
    maxRecords: 10,
    onRecords: (records) => {
      received.push(...records.map(({ value }) => value?.toString('utf8') ?? ''));
      return Promise.resolve();
    },
  });
  await eventually(() => expect(received).not.toEqual([]));
  await subscription.close();
  return received;
}

describe.each(CLIENT_NAMES)('over %s, a broker that wants to know who comes', (clientName) => {
  it.each<[string, () => BrokerAccess]>([
    ['PLAIN', () => bySasl({ mechanism: 'plain', username: 'paula', password: PASSWORDS.plain })],
    ['SCRAM-SHA-256', () => bySasl({ mechanism: 'scram-sha-256', username: 'sam', password: PASSWORDS.scram })],
    ['SCRAM-SHA-512', () => bySasl({ mechanism: 'scram-sha-512', username: 'sue', password: PASSWORDS.scram })],
    [
      'SCRAM-SHA-256 without TLS',
      () => ({
        brokers: [kafka.at.clear],
        sasl: { mechanism: 'scram-sha-256', username: 'sam', password: PASSWORDS.scram },
      }),
    ],
    ['a client certificate', () => ({ brokers: [kafka.at.mutual], tls: { ...tls(), client } })],
  ])('carries records for %s', async (_way, access) => {
    expect(await carry(await connect(clientName, access()))).toEqual(['safe and sound']);
  });

  it('says what is wrong and what to do, without the password', async () => {
    const wrongPassword: BrokerSasl = { mechanism: 'plain', username: 'paula', password: PASSWORDS.wrong };
    const cases: Record<string, [BrokerAccess, RegExp]> = {
      'a wrong password for PLAIN': [
        bySasl(wrongPassword),
        /refuses the user 'paula': check KAFKA_USERNAME and KAFKA_PASSWORD/,
      ],
      'a wrong password for SCRAM': [
        bySasl({ mechanism: 'scram-sha-512', username: 'sue', password: PASSWORDS.wrong }),
        /refuses the user 'sue'.*knows this user for SCRAM-SHA-512/,
      ],
      'a user of the other mechanism': [
        bySasl({ mechanism: 'scram-sha-512', username: 'sam', password: PASSWORDS.scram }),
        /refuses the user 'sam'/,
      ],
      'an authority that is not known': [
        { brokers: [kafka.at.sasl], tls: {}, sasl: wrongPassword },
        /authority that is not trusted here: set KAFKA_CA_FILE/,
      ],
      'another authority': [
        { brokers: [kafka.at.sasl], tls: { ca: stranger.certificate }, sasl: wrongPassword },
        /KAFKA_CA_FILE must hold the certificate of the authority that signed it/,
      ],
      'a certificate for another host': [
        { brokers: [kafka.at.elsewhere], tls: tls() },
        /kafka\.elsewhere\.test.*made out to another name.*KAFKA_BROKERS/,
      ],
      'an expired certificate': [{ brokers: [kafka.at.expired], tls: tls() }, /has expired: renew it/],
      'no client certificate': [{ brokers: [kafka.at.mutual], tls: tls() }, /set KAFKA_CERT_FILE and KAFKA_KEY_FILE/],
      'a client certificate of a stranger': [
        { brokers: [kafka.at.mutual], tls: { ...tls(), client: strangersClient } },
        /client certificate.*KAFKA_CERT_FILE must be signed by/,
      ],
      'TLS where there is none': [{ brokers: [kafka.at.plain], tls: tls() }, /does not speak TLS: set KAFKA_TLS=off/],
      'no TLS where there is': [{ brokers: [kafka.at.mutual] }, /set KAFKA_TLS=on/],
      'no SASL where it is wanted': [
        { brokers: [kafka.at.sasl], tls: tls() },
        /may want SASL \(set KAFKA_SASL_MECHANISM\)/,
      ],
      'SASL where there is none': [
        { brokers: [kafka.at.plain], sasl: wrongPassword },
        /does not ask for SASL: unset KAFKA_SASL_MECHANISM/,
      ],
      'a mechanism that is not offered': [
        { brokers: [kafka.at.clear], sasl: wrongPassword },
        /does not offer PLAIN on this port: set KAFKA_SASL_MECHANISM/,
      ],
      'a token for somebody else': [
        bySasl({ mechanism: 'oauthbearer', tokens: { file: await tokenFile(kafka.signToken({ audience: 'other' })) } }),
        /refuses the token: its issuer, audience and signing key/,
      ],
      'a file without a token': [
        bySasl({ mechanism: 'oauthbearer', tokens: { file: '/nowhere/token' } }),
        /No token for the broker from the file \/nowhere\/token: .*ENOENT/,
      ],
    };
    const told = await Promise.all(
      Object.entries(cases).map(async ([name, [access, expected]]) => {
        const look = await keepConnecting(clientName, access);
        const { ready, detail } = await eventually(async () => {
          const found = await look();
          if (found.detail === 'not connected yet') throw new Error(`${name}: nothing was tried yet`);
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
    expect(logged.length).toBeGreaterThan(told.length);
    for (const password of Object.values(PASSWORDS)) expect(everything).not.toContain(password);
  });

  it('lets a service in as soon as its user is known, which has tried all the time', async () => {
    const late = `late-${clientName}`;
    const look = await keepConnecting(
      clientName,
      bySasl({ mechanism: 'scram-sha-256', username: late, password: PASSWORDS.scram }),
    );
    await eventually(async () => expect((await look()).detail).toContain(`refuses the user '${late}'`));
    await kafka.setUser({ name: late, password: PASSWORDS.scram, mechanism: 'SCRAM-SHA-256' });
    await eventually(async () => expect(await look()).toMatchObject({ ready: true }), 30_000);
  });
});

describe.each(CLIENT_NAMES)('over %s, tokens', (clientName) => {
  let endpoint: Server;
  let handedOut: string[];
  let failures: number;
  let asked: { authorization: string | undefined; form: string }[];

  beforeEach(async () => {
    handedOut = [];
    asked = [];
    failures = 0;
    endpoint = createServer((request, response) => {
      let form = '';
      request.on('data', (chunk: Buffer) => (form += chunk.toString('utf8')));
      request.on('end', () => {
        asked.push({ authorization: request.headers.authorization, form });
        if (failures-- > 0) return void response.writeHead(503).end('overloaded');
        if (form.includes('refused')) {
          return void response.writeHead(400).end(JSON.stringify({ error: 'invalid_scope' }));
        }
        const token = kafka.signToken({ lifeSeconds: LIFE_SECONDS });
        handedOut.push(token);
        response.end(JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: LIFE_SECONDS }));
      });
    });
    await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    endpoint.closeAllConnections();
    await new Promise((resolve) => endpoint.close(resolve));
  });

  const LIFE_SECONDS = 6;
  const fromEndpoint = (scope = 'kafka'): BrokerSasl => {
    const address: AddressInfo | string | null = endpoint.address();
    if (address === null || typeof address === 'string') throw new Error('the endpoint does not listen');
    return {
      mechanism: 'oauthbearer',
      tokens: {
        endpoint: `http://127.0.0.1:${address.port}/token`,
        clientId: 'a-service',
        clientSecret: PASSWORDS.secret,
        scope,
      },
    };
  };

  it('are fetched, again when the endpoint fails, and renewed while a connection lives on', async () => {
    failures = 2;
    const transport = await connect(clientName, bySasl(fromEndpoint()));
    expect(await carry(transport)).toEqual(['safe and sound']);
    expect(asked[0]).toEqual({
      authorization: `Basic ${Buffer.from(`a-service:${PASSWORDS.secret}`).toString('base64')}`,
      form: 'grant_type=client_credentials&scope=kafka',
    });
    expect(asked.length).toBe(handedOut.length + 2);

    // Until the first token has ended: by then the broker has closed each connection that did not renew its own.
    const topic = `guarded.${newId()}`;
    await declare(transport, topic);
    const ends = expiryOf(handedOut[0] ?? '') + 1_000;
    let sent = 0;
    await eventually(async () => {
      await transport.publishBatch([{ topic, key: null, value: Buffer.from(String(sent++)), headers: {} }]);
      expect(Date.now()).toBeGreaterThan(ends);
    });
    await transport.ping();
  });

  it('that are refused are told with the endpoint and its reason, never with the secret', async () => {
    const look = await keepConnecting(clientName, bySasl(fromEndpoint('refused')));
    const { detail } = await eventually(async () => {
      const found = await look();
      expect(found.detail).toMatch(/it answered 400 \(invalid_scope\).*check the settings that begin with KAFKA_OAUTH/);
      return found;
    });
    expect(detail).toContain("/token for the client 'a-service'");
    expect([detail, ...logged].join('\n')).not.toContain(PASSWORDS.secret);
  });

  it('are read from a file again whenever they are needed', async () => {
    const file = await tokenFile(kafka.signToken({ lifeSeconds: -60 }));
    const look = await keepConnecting(clientName, bySasl({ mechanism: 'oauthbearer', tokens: { file } }));
    await eventually(async () => expect((await look()).detail).toMatch(/refuses the token/));
    await writeFile(file, `${kafka.signToken()}\n`);
    await eventually(async () => expect(await look()).toMatchObject({ ready: true }), 30_000);
  });
});

let tokenFolder: string | undefined;

async function tokenFile(token: string): Promise<string> {
  tokenFolder ??= await mkdtemp(path.join(tmpdir(), 'itops-tokens-'));
  const file = path.join(tokenFolder, newId());
  await writeFile(file, token);
  return file;
}

function expiryOf(token: string): number {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  if (typeof claims !== 'object' || claims === null || !('exp' in claims)) throw new Error('a token without exp');
  return Number(claims.exp) * 1_000;
}
