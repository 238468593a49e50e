import { type BaseOptions } from '@platformatic/kafka';

import { BearerTokens } from '../bearer-tokens';
import { type BrokerAccess, type BrokerSasl, type BrokerTls } from '../broker-access';

const LONGEST_DELAY_MS = 1_000;

/** What every client of this adapter has: short rounds, since what lasts longer is tried again with a fresh client. */
export function clientOptions(clientId: string, access: BrokerAccess): BaseOptions {
  return {
    clientId,
    bootstrapBrokers: [...access.brokers],
    connectTimeout: 3_000,
    timeout: 10_000,
    requestTimeout: 10_000,
    retries: 5,
    retryDelay: (_client, _operation, attempt) => Math.min(100 * 2 ** (attempt - 1), LONGEST_DELAY_MS),
    autocreateTopics: false,
    ...(access.tls === undefined ? {} : { tls: toTls(access.tls) }),
    ...(access.sasl === undefined ? {} : { sasl: toSasl(access.sasl) }),
  };
}

/** The broker's name is verified by Node's default; NODE_TLS_REJECT_UNAUTHORIZED=0 has no say here. */
function toTls({ ca, client }: BrokerTls): NonNullable<BaseOptions['tls']> {
  return {
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca }),
    ...(client === undefined ? {} : { cert: client.certificate, key: client.key }),
  };
}

const MECHANISMS = { plain: 'PLAIN', 'scram-sha-256': 'SCRAM-SHA-256', 'scram-sha-512': 'SCRAM-SHA-512' } as const;

function toSasl(sasl: BrokerSasl): NonNullable<BaseOptions['sasl']> {
  if (sasl.mechanism !== 'oauthbearer') {
    const { mechanism, username, password } = sasl;
    return { mechanism: MECHANISMS[mechanism], username, password };
  }
  const tokens = new BearerTokens(sasl.tokens);
  return { mechanism: 'OAUTHBEARER', token: () => tokens.current() };
}
