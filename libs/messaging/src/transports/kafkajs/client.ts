import { createRequire } from 'node:module';
import { type ConnectionOptions } from 'node:tls';

import { isRecord } from '@itops/kit';
import { Logger } from '@nestjs/common';
import { Kafka, type LogEntry, logLevel, type SASLOptions } from 'kafkajs';

import { BearerTokens } from '../bearer-tokens';
import { type BrokerAccess, type BrokerSasl, type BrokerTls } from '../broker-access';

export interface KafkaOptions extends BrokerAccess {
  readonly service: string;
}

export function createKafka({ service, ...access }: KafkaOptions): Kafka {
  stopIdleQueueTimer();
  return new Kafka({
    clientId: service,
    brokers: [...access.brokers],
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    ...(access.tls === undefined ? {} : { ssl: toSsl(access.tls) }),
    ...(access.sasl === undefined ? {} : { sasl: toSasl(access.sasl) }),
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

/** Sessions that the broker limits (KIP-368) are renewed by kafkajs, 10 s before their end. */
function toSasl(sasl: BrokerSasl): SASLOptions {
  if (sasl.mechanism !== 'oauthbearer') return { ...sasl };
  const tokens = new BearerTokens(sasl.tokens);
  return { mechanism: sasl.mechanism, oauthBearerProvider: async () => ({ value: await tokens.current() }) };
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

let queueTimerStopped = false;

/**
 * kafkajs#1751: each connection's request queue sets itself a timer of a negative delay, for ever, even when nothing
 * waits: one wake-up every millisecond, and a warning on Node 24. A queue with nothing waiting needs no timer.
 */
function stopIdleQueueTimer(): void {
  if (queueTimerStopped) return;
  queueTimerStopped = true;
  const queue: unknown = createRequire(__filename)('kafkajs/src/network/requestQueue');
  const prototype: unknown = typeof queue === 'function' ? queue.prototype : undefined;
  if (!isRecord(prototype)) return;
  const original = prototype['scheduleCheckPendingRequests'];
  if (typeof original !== 'function') return;
  prototype['scheduleCheckPendingRequests'] = function schedule(this: unknown): void {
    if (isRecord(this) && Array.isArray(this['pending']) && this['pending'].length > 0) original.call(this);
  };
}
