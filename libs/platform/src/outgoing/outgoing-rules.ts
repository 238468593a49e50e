import { isIP } from 'node:net';

import { z } from 'zod';

import { Network, specialPurpose } from './networks';

const ORDINARY_PORTS: ReadonlySet<number> = new Set([80, 443]);

/** What is allowed although the rules would refuse it: `10.1.0.0/16`, `hooks.internal:8443`, `[::1]:*`. */
interface Allowance {
  readonly network: Network | undefined;
  /** In lower case. */
  readonly host: string | undefined;
  /** Undefined: the ordinary ones. */
  readonly port: number | 'any' | undefined;
}

const ENTRY = /^(?<place>\[[^\]]+\](?:\/\d+)?|[^:[\]]+|[0-9a-f:.]+(?:\/\d+)?)(?::(?<port>\d{1,5}|\*))?$/i;
const HOST = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/;

const ONLY_DIGITS = /^[\d.]+$/;
/** Of this machine, whatever a resolver says of them (RFC 6761). */
const LOOPBACK_NAME = /(?:^|\.)localhost\.?$/i;

/** Whom the platform may speak to on a caller's behalf: the public internet at its ordinary ports, and what is allowed beside. */
export class OutgoingRules {
  private constructor(private readonly allowances: readonly Allowance[]) {}

  static readonly publicOnly = new OutgoingRules([]);

  /**
   * @param text networks and hosts divided by commas, each with a port where it is none of 80 and 443, or `:*` for any
   * @throws Error that names the entry that is none
   */
  static parse(text: string): OutgoingRules {
    const entries = text.split(',').map((entry) => entry.trim());
    return new OutgoingRules(entries.filter((entry) => entry !== '').map(parseEntry));
  }

  /** Why this host may not be asked for, whatever it resolves to; undefined when its addresses decide. */
  refusesHost(host: string, port: number): string | undefined {
    if (isIP(host) !== 0) return this.refusesAddress(host, host, port);
    if (LOOPBACK_NAME.test(host)) return this.refusesAddress(host, '127.0.0.1', port);
    if (ORDINARY_PORTS.has(port) || this.allowances.some((allowance) => allowsPort(allowance, port))) return undefined;
    return `port ${port} is not allowed`;
  }

  /** Why no connection is made to this address, which `host` resolved to; undefined when it is. */
  refusesAddress(host: string, address: string, port: number): string | undefined {
    const name = host.toLowerCase().replace(/\.$/, '');
    const isAllowed = this.allowances.some(
      (allowance) =>
        (allowance.host === name || allowance.network?.includes(address) === true) && allowsPort(allowance, port),
    );
    if (isAllowed) return undefined;
    const special = specialPurpose(address);
    if (special !== undefined) return `its address is not on the public internet (${special})`;
    return ORDINARY_PORTS.has(port) ? undefined : `port ${port} is not allowed`;
  }
}

function allowsPort({ port: allowed }: Allowance, port: number): boolean {
  return allowed === 'any' || (allowed === undefined ? ORDINARY_PORTS.has(port) : allowed === port);
}

function parseEntry(entry: string): Allowance {
  const { place = '', port } = ENTRY.exec(entry)?.groups ?? {};
  const bare = place.replace(/[[\]]/g, '').toLowerCase();
  const network = Network.parse(bare);
  const isHost = HOST.test(bare) && !ONLY_DIGITS.test(bare);
  const isPort = port === undefined || port === '*' || (Number(port) > 0 && Number(port) < 65_536);
  if ((network === undefined && !isHost) || !isPort) {
    throw new Error(`'${entry}' is no network and no host: write 10.1.0.0/16, hooks.internal:8443 or [fd00::]/8:*`);
  }
  return {
    network,
    host: network === undefined ? bare : undefined,
    port: port === undefined ? undefined : port === '*' ? 'any' : Number(port),
  };
}

/** The setting by which what is inside may be reached. */
export const outgoingSetting = z
  .string()
  .default('')
  .transform((text, context): OutgoingRules => {
    try {
      return OutgoingRules.parse(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      return OutgoingRules.publicOnly;
    }
  });
