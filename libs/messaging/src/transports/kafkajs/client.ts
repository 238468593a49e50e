import { createRequire } from 'node:module';
import { type ConnectionOptions } from 'node:tls';

import { stopIdleTimer } from '@itops/kit';
import { Logger } from '@nestjs/common';
import { Kafka, type LogEntry, logLevel, type Mechanism, type SASLOptions } from 'kafkajs';

import { BearerTokens } from '../bearer-tokens';
import { type BrokerAccess, type BrokerSasl, type BrokerTls } from '../broker-access';
import { bearerMechanism } from './bearer-mechanism';

export interface KafkaOptions extends BrokerAccess {
  readonly service: string;
}

/** Sessions that the broker limits (KIP-368) are renewed so long before their end. */
const RENEWAL_MS = 3_000;

export function createKafka({ service, ...access }: KafkaOptions): Kafka {
  stopIdleTimer(createRequire(__filename)('kafkajs/src/network/requestQueue'));
  return new Kafka({
    clientId: service,
    brokers: [...access.brokers],
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    ...(access.tls === undefined ? {} : { ssl: toSsl(access.tls) }),
    ...(access.sasl === undefined ? {} : { sasl: toSasl(access.sasl), reauthenticationThreshold: RENEWAL_MS }),
    // Short rounds: what lasts longer is tried again by this adapter, with a fresh client.
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 },
    logLevel: logLevel.INFO,
    logCreator: () => writeLog,
  });
}

/** kafkajs verifies the host name by itself; NODE_TLS_REJECT_UNAUTHORIZED=0 has no say here. */
function toSsl({ ca, client }: BrokerTls): ConnectionOptions {
  return {
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca }),
    ...(client === undefined ? {} : { cert: client.certificate, key: client.key }),
  };
}

function toSasl(sasl: BrokerSasl): SASLOptions | Mechanism {
  if (sasl.mechanism === 'oauthbearer') return bearerMechanism(new BearerTokens(sasl.tokens));
  const { mechanism, username, password } = sasl;
  // One by one, since the types of kafkajs do not know that they are alike.
  switch (mechanism) {
    case 'plain':
      return { mechanism, username, password };
    case 'scram-sha-256':
      return { mechanism, username, password };
    case 'scram-sha-512':
      return { mechanism, username, password };
  }
}

const logger = new Logger('kafkajs');

/** Said on purpose or in the normal course of things. */
const EXPECTED = /Limiting retries for the idempotent producer|The group is rebalancing, re-joining/;

/** Its errors are mostly a broker that is away for a moment, which is waited for: warnings. */
function writeLog({ level, log }: LogEntry): void {
  const details = ['error', 'groupId', 'broker', 'topic', 'partition', 'retryCount']
    .filter((name) => log[name] !== undefined)
    .map((name) => `${name}=${String(log[name])}`);
  const line = [log.message, ...details].join(' ');
  if (level > logLevel.WARN || EXPECTED.test(line)) logger.debug(line);
  else logger.warn(line);
}
