import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';

import { buildConnector } from 'undici';

import { type OutgoingRules } from './outgoing-rules';

const CONNECT_TIMEOUT_MS = 5_000;

/** The addresses of a host, by whatever the machine asks: DNS, a file of hosts. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/** No connection was made, because the rules refuse the address. */
export class OutgoingRefused extends Error {
  constructor(host: string, reason: string) {
    super(`${host} is not asked: ${reason}`);
    this.name = 'OutgoingRefused';
  }
}

/** Those of the host's addresses that may be asked. @throws OutgoingRefused when it is none of them */
export async function permittedAddresses(
  rules: OutgoingRules,
  resolve: Resolve,
  host: string,
  port: number,
): Promise<string[]> {
  const refusal = rules.refusesHost(host, port);
  if (refusal !== undefined) throw new OutgoingRefused(host, refusal);
  if (isIP(host) !== 0) return [host];
  const judged = (await resolve(host)).map((address) => ({
    address,
    reason: rules.refusesAddress(host, address, port),
  }));
  const permitted = judged.filter(({ reason }) => reason === undefined).map(({ address }) => address);
  if (permitted.length === 0) throw new OutgoingRefused(host, judged[0]?.reason ?? 'it has no address');
  return permitted;
}

/**
 * Connects to exactly the addresses that were looked up and judged a moment before: what the name resolves to the next
 * time, for whomever, makes no difference.
 */
export function guardedConnector(rules: OutgoingRules, resolve: Resolve): buildConnector.connector {
  return (options, callback) => {
    const { hostname, port, protocol } = options;
    const host = hostname.replace(/^\[|\]$/g, '');
    permittedAddresses(rules, resolve, host, port === '' ? defaultPort(protocol) : Number(port))
      .then((addresses) => {
        const connect = buildConnector({
          timeout: CONNECT_TIMEOUT_MS,
          maxCachedSessions: 0,
          lookup: answering(addresses),
        });
        connect(options, callback);
      })
      .catch((error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null));
  };
}

function answering(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all }, callback) => {
    const [first = { address: '', family: 0 }] = found;
    if (all === true) callback(null, found);
    else callback(null, first.address, first.family);
  };
}

function defaultPort(protocol: string): number {
  return protocol === 'https:' ? 443 : 80;
}
