import { createSign, generateKeyPairSync } from 'node:crypto';
import { findFreePorts, type GuardedListener, type ScramUser } from '@itops/infra';
import { CertificateAuthority, type Issued } from './certificates';
import { startKafkaAlone } from './test-servers';

export const GUARDED_AUDIENCE = 'kafka';
export const GUARDED_ISSUER = 'https://login.test';

/** A real broker that lets in only who proves who he is, by each of the ways that Kafka knows. */
export interface GuardedKafka {
  /** host:port of each listener. */
  readonly at: {
    /** TLS and PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER. */
    readonly sasl: string;
    /** TLS with client certificates. */
    readonly mutual: string;
    /** TLS with a certificate that is no longer valid. */
    readonly expired: string;
    /** TLS with a certificate for another host. */
    readonly elsewhere: string;
    /** SCRAM-SHA-256 without TLS. */
    readonly clear: string;
    /** Neither TLS nor SASL. */
    readonly plain: string;
  };
  readonly authority: CertificateAuthority;
  /** A token as a login service would sign it. */
  signToken(claims?: { readonly lifeSeconds?: number; readonly audience?: string }): string;
  setUser(user: ScramUser): Promise<void>;
  stop(): Promise<void>;
}

export interface GuardedKafkaOptions {
  readonly root: string;
  readonly plainUsers: Readonly<Record<string, string>>;
  readonly scramUsers: readonly ScramUser[];
}

export async function startGuardedKafka(options: GuardedKafkaOptions): Promise<GuardedKafka> {
  const authority = await CertificateAuthority.create();
  const hosts = ['localhost', '127.0.0.1'];
  const [here, elsewhere, expired] = await Promise.all([
    authority.issue('kafka', { hosts }),
    authority.issue('kafka', { hosts: ['kafka.elsewhere.test'] }),
    authority.issue('kafka', { hosts, expired: true }),
  ]);
  const [sasl = 0, mutual = 0, late = 0, away = 0, clear = 0] = await findFreePorts(5);
  const listeners: GuardedListener[] = [
    { name: 'SASL', protocol: 'SASL_SSL', port: sasl, properties: { ...shown(here), ...saslProperties(options) } },
    {
      name: 'MUTUAL',
      protocol: 'SSL',
      port: mutual,
      properties: {
        ...shown(here),
        'ssl.client.auth': 'required',
        'ssl.truststore.type': 'PEM',
        'ssl.truststore.certificates': authority.certificate,
      },
    },
    { name: 'EXPIRED', protocol: 'SSL', port: late, properties: shown(expired) },
    { name: 'ELSEWHERE', protocol: 'SSL', port: away, properties: shown(elsewhere) },
    {
      name: 'CLEAR',
      protocol: 'SASL_PLAINTEXT',
      port: clear,
      properties: {
        'sasl.enabled.mechanisms': 'SCRAM-SHA-256',
        'scram-sha-256.sasl.jaas.config': login('scram.ScramLoginModule'),
      },
    },
  ];
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const tokenKeys = JSON.stringify({
    keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' }],
  });
  const kafka = await startKafkaAlone(options.root, { listeners, scramUsers: options.scramUsers, tokenKeys });
  const at = (port: number) => `localhost:${port}`;
  return {
    at: {
      sasl: at(sasl),
      mutual: at(mutual),
      expired: at(late),
      elsewhere: at(away),
      clear: at(clear),
      plain: kafka.address,
    },
    authority,
    signToken: ({ lifeSeconds = 300, audience = GUARDED_AUDIENCE } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const parts = [
        { alg: 'RS256', typ: 'JWT', kid: 'test' },
        { iss: GUARDED_ISSUER, aud: audience, sub: 'a-service', iat: now, exp: now + lifeSeconds },
      ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
      const signature = createSign('RSA-SHA256').update(parts.join('.')).sign(privateKey, 'base64url');
      return [...parts, signature].join('.');
    },
    setUser: (user) => kafka.setScramUser(user),
    stop: () => kafka.stop(),
  };
}

function shown({ certificate, key }: Issued): Record<string, string> {
  return { 'ssl.keystore.type': 'PEM', 'ssl.keystore.certificate.chain': certificate, 'ssl.keystore.key': key };
}

function login(module: string, rest = ''): string {
  return `org.apache.kafka.common.security.${module} required${rest};`;
}

function saslProperties({ plainUsers }: GuardedKafkaOptions): Record<string, string> {
  const users = Object.entries(plainUsers).map(([name, password]) => ` user_${name}="${password}"`);
  return {
    'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER',
    'plain.sasl.jaas.config': login('plain.PlainLoginModule', users.join('')),
    'scram-sha-256.sasl.jaas.config': login('scram.ScramLoginModule'),
    'scram-sha-512.sasl.jaas.config': login('scram.ScramLoginModule'),
    'oauthbearer.sasl.jaas.config': login('oauthbearer.OAuthBearerLoginModule'),
    'oauthbearer.sasl.server.callback.handler.class':
      'org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler',
    'sasl.oauthbearer.expected.audience': GUARDED_AUDIENCE,
    'sasl.oauthbearer.expected.issuer': GUARDED_ISSUER,
    // Sessions end with their token; those of users after a while, so that renewing them is seen.
    'connections.max.reauth.ms': '60000',
  };
}
