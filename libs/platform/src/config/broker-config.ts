import { CLIENT_NAMES, COMPRESSIONS, compressionProblem } from '@itops/kit';
import { z } from 'zod';

import {
  certificateFile,
  type Environment,
  isLoopback,
  keyPairProblems,
  privateKeyFile,
  readableFile,
  secretFile,
} from './fields';

const MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512', 'oauthbearer'] as const;

/** All that says how the broker is reached. */
export const brokerSettings = {
  KAFKA_BROKERS: z
    .string()
    .transform((text) => text.split(',').map((broker) => broker.trim()))
    .pipe(z.array(z.string().regex(/^[^\s:]+:\d+$/, 'must be host:port, several divided by commas')))
    .describe('Kafka bootstrap servers, host:port divided by commas'),
  KAFKA_PREFIX: z
    .string()
    .regex(/^[a-z0-9.-]{0,40}$/, 'must be at most 40 of a-z, 0-9, point and minus')
    .default('')
    .describe('stands before every topic and consumer group, so that several platforms can share a cluster'),
  KAFKA_CLIENT: z
    .enum(CLIENT_NAMES)
    .optional()
    .describe('Kafka client to use; kafkajs without it (docs/transports.md compares them)'),
  KAFKA_COMPRESSION: z
    .enum(COMPRESSIONS)
    .optional()
    .describe('how records are compressed when they are sent, as far as the client offers it; none without it'),
  KAFKA_TLS: z
    .enum(['on', 'off'])
    .default('off')
    .describe('whether the connection to Kafka is encrypted and the broker verified'),
  KAFKA_CA_FILE: certificateFile
    .optional()
    .describe("PEM file of the authorities that may sign the broker's certificate; without it those that Node brings"),
  KAFKA_CERT_FILE: certificateFile
    .optional()
    .describe('PEM file of the client certificate, for a broker that asks for one'),
  KAFKA_KEY_FILE: privateKeyFile.optional().describe("PEM file of the client certificate's key"),
  KAFKA_SASL_MECHANISM: z.enum(MECHANISMS).optional().describe('how this service proves to Kafka who it is'),
  KAFKA_USERNAME: z.string().optional().describe('name for plain and scram'),
  KAFKA_PASSWORD: z.string().optional().describe('password for plain and scram; this or KAFKA_PASSWORD_FILE'),
  KAFKA_PASSWORD_FILE: secretFile.optional().describe('file with the password; this or KAFKA_PASSWORD'),
  KAFKA_OAUTH_TOKEN_FILE: readableFile
    .optional()
    .describe('file with the token for oauthbearer, kept fresh by something else and read for each authentication'),
  KAFKA_OAUTH_TOKEN_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as https://login.example.com/oauth2/token' })
    .optional()
    .describe('token endpoint for oauthbearer; this or KAFKA_OAUTH_TOKEN_FILE'),
  KAFKA_OAUTH_CA_FILE: certificateFile
    .optional()
    .describe("PEM file of the authorities that may sign the token endpoint's certificate"),
  KAFKA_OAUTH_CLIENT_ID: z.string().optional().describe('name of this client at the token endpoint'),
  KAFKA_OAUTH_CLIENT_SECRET: z
    .string()
    .optional()
    .describe("the client's secret at the token endpoint; this or KAFKA_OAUTH_CLIENT_SECRET_FILE"),
  KAFKA_OAUTH_CLIENT_SECRET_FILE: secretFile
    .optional()
    .describe("file with the client's secret; this or KAFKA_OAUTH_CLIENT_SECRET"),
  KAFKA_OAUTH_SCOPE: z.string().optional().describe('scope that is asked for at the token endpoint'),
};

export type BrokerConfig = z.output<z.ZodObject<typeof brokerSettings>>;

interface Credentials {
  readonly needs: readonly (readonly string[])[];
  readonly takes?: readonly string[];
}

const TOKEN_SOURCE = ['KAFKA_OAUTH_TOKEN_FILE', 'KAFKA_OAUTH_TOKEN_URL'];

/** What each way of proving who one is needs (exactly one of each group) and may have beside it; all else is refused. */
const CREDENTIALS = {
  none: { needs: [] },
  password: { needs: [['KAFKA_USERNAME'], ['KAFKA_PASSWORD', 'KAFKA_PASSWORD_FILE']] },
  tokenFile: { needs: [TOKEN_SOURCE] },
  tokenEndpoint: {
    needs: [TOKEN_SOURCE, ['KAFKA_OAUTH_CLIENT_ID'], ['KAFKA_OAUTH_CLIENT_SECRET', 'KAFKA_OAUTH_CLIENT_SECRET_FILE']],
    takes: ['KAFKA_OAUTH_SCOPE', 'KAFKA_OAUTH_CA_FILE'],
  },
} satisfies Record<string, Credentials>;

const ALL_CREDENTIALS = [...new Set(Object.values(CREDENTIALS).flatMap(namesOf))];

function namesOf({ needs, takes = [] }: Credentials): string[] {
  return [...needs.flat(), ...takes];
}

function credentialsFor(env: Environment): { readonly kind: Credentials; readonly because: string } | undefined {
  const mechanism = env['KAFKA_SASL_MECHANISM'];
  if (mechanism === undefined) return { kind: CREDENTIALS.none, because: 'KAFKA_SASL_MECHANISM is not set' };
  const because = `KAFKA_SASL_MECHANISM is '${mechanism}'`;
  if (mechanism !== 'oauthbearer') {
    return MECHANISMS.some((known) => known === mechanism) ? { kind: CREDENTIALS.password, because } : undefined;
  }
  return env['KAFKA_OAUTH_TOKEN_FILE'] === undefined || env['KAFKA_OAUTH_TOKEN_URL'] !== undefined
    ? { kind: CREDENTIALS.tokenEndpoint, because }
    : { kind: CREDENTIALS.tokenFile, because: `${because} and KAFKA_OAUTH_TOKEN_FILE is set` };
}

/** What is wrong with the settings taken together. */
export function brokerProblems(env: Environment): string[] {
  return [...tlsProblems(env), ...credentialProblems(env), ...clearTextProblems(env), ...compressionProblems(env)];
}

function compressionProblems({ KAFKA_CLIENT = 'kafkajs', KAFKA_COMPRESSION = 'none' }: Environment): string[] {
  const client = CLIENT_NAMES.find((name) => name === KAFKA_CLIENT);
  const compression = COMPRESSIONS.find((name) => name === KAFKA_COMPRESSION);
  // A name that nobody knows is told as such.
  const problem = client && compression && compressionProblem(client, compression);
  return problem === undefined ? [] : [problem];
}

function tlsProblems(env: Environment): string[] {
  const unused = ['KAFKA_CA_FILE', 'KAFKA_CERT_FILE', 'KAFKA_KEY_FILE'].filter((name) => env[name] !== undefined);
  if (unused.length > 0 && env['KAFKA_TLS'] !== 'on') {
    const verb = unused.length === 1 ? 'is' : 'are';
    return [`${unused.join(', ')} ${verb} set, but KAFKA_TLS is not on: set KAFKA_TLS=on, or remove what is not used`];
  }
  return keyPairProblems(env, 'KAFKA_CERT_FILE', 'KAFKA_KEY_FILE');
}

function credentialProblems(env: Environment): string[] {
  const found = credentialsFor(env);
  if (found === undefined) return [];
  const { kind, because } = found;
  const missing = kind.needs
    .filter((group) => group.filter((name) => env[name] !== undefined).length !== 1)
    .map((group) => {
      const choice = group.length === 1 ? group.join() : `exactly one of ${group.join(' and ')}`;
      const state = group.some((name) => env[name] !== undefined) ? 'both are' : 'nothing of it is';
      return group.length === 1 ? `${because}: set ${choice}` : `${because}: set ${choice} (${state} set)`;
    });
  const taken = namesOf(kind);
  const unused = ALL_CREDENTIALS.filter((name) => env[name] !== undefined && !taken.includes(name)).map((name) =>
    env['KAFKA_SASL_MECHANISM'] === undefined
      ? `${name} is set, but ${because}: set it to ${MECHANISMS.join(', ')}, or remove ${name}`
      : `${name} is set, but not used when ${because}: remove it`,
  );
  return [...missing, ...unused];
}

/** What can be read from the wire and used by whoever reads it is never sent in the clear. */
function clearTextProblems(env: Environment): string[] {
  const problems: string[] = [];
  const mechanism = env['KAFKA_SASL_MECHANISM'];
  const remote = (env['KAFKA_BROKERS'] ?? '')
    .split(',')
    .map((broker) => broker.trim())
    .filter((broker) => !isLoopback(broker.replace(/:\d+$/, '')));
  if ((mechanism === 'plain' || mechanism === 'oauthbearer') && env['KAFKA_TLS'] !== 'on' && remote.length > 0) {
    const secret = mechanism === 'plain' ? 'the password' : 'the token';
    problems.push(
      `KAFKA_SASL_MECHANISM is '${mechanism}' without TLS, which would send ${secret} in the clear to ${remote.join(', ')}: ` +
        'set KAFKA_TLS=on (only a broker on loopback, such as 127.0.0.1, may be reached without)',
    );
  }
  const tokenUrl = env['KAFKA_OAUTH_TOKEN_URL'];
  if (tokenUrl !== undefined && URL.canParse(tokenUrl)) {
    const { protocol, hostname } = new URL(tokenUrl);
    if (protocol === 'http:' && !isLoopback(hostname)) {
      problems.push(
        `KAFKA_OAUTH_TOKEN_URL begins with http, which would send the client's secret in the clear to ${hostname}: ` +
          'give an https address (only an endpoint on loopback, such as 127.0.0.1, may be reached without)',
      );
    }
  }
  return problems;
}

/** How the broker is reached, as the messaging library takes it. */
export function brokerAccess(config: BrokerConfig) {
  const sasl = saslOf(config);
  return {
    brokers: config.KAFKA_BROKERS,
    prefix: config.KAFKA_PREFIX,
    ...(config.KAFKA_CLIENT === undefined ? {} : { client: config.KAFKA_CLIENT }),
    ...(config.KAFKA_COMPRESSION === undefined ? {} : { compression: config.KAFKA_COMPRESSION }),
    ...(config.KAFKA_TLS === 'on' ? { tls: tlsOf(config) } : {}),
    ...(sasl === undefined ? {} : { sasl }),
  };
}

function tlsOf({ KAFKA_CA_FILE: ca, KAFKA_CERT_FILE: certificate, KAFKA_KEY_FILE: key }: BrokerConfig) {
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(certificate === undefined || key === undefined ? {} : { client: { certificate, key } }),
  };
}

function saslOf(config: BrokerConfig) {
  const { KAFKA_SASL_MECHANISM: mechanism } = config;
  if (mechanism === undefined) return undefined;
  if (mechanism === 'oauthbearer') return { mechanism, tokens: tokensOf(config) };
  const { KAFKA_USERNAME: username = '', KAFKA_PASSWORD: password = config.KAFKA_PASSWORD_FILE ?? '' } = config;
  return { mechanism, username, password };
}

function tokensOf(config: BrokerConfig) {
  const { KAFKA_OAUTH_TOKEN_FILE: file, KAFKA_OAUTH_SCOPE: scope, KAFKA_OAUTH_CA_FILE: ca } = config;
  if (file !== undefined) return { file };
  return {
    endpoint: config.KAFKA_OAUTH_TOKEN_URL ?? '',
    clientId: config.KAFKA_OAUTH_CLIENT_ID ?? '',
    clientSecret: config.KAFKA_OAUTH_CLIENT_SECRET ?? config.KAFKA_OAUTH_CLIENT_SECRET_FILE ?? '',
    ...(scope === undefined ? {} : { scope }),
    ...(ca === undefined ? {} : { ca }),
  };
}
