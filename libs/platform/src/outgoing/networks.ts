import { BlockList, isIP } from 'node:net';

/** A range of addresses: 10.0.0.0/8, fd00::/8; a single address is a range of its own. */
export class Network {
  private readonly list = new BlockList();

  private constructor(
    readonly text: string,
    private readonly family: 4 | 6,
    address: string,
    bits: number,
  ) {
    this.list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
  }

  /** Reads CIDR notation; undefined for anything else. */
  static parse(text: string): Network | undefined {
    const [address = '', bitsText, ...more] = text.split('/');
    const family = isIP(address);
    if ((family !== 4 && family !== 6) || more.length > 0) return undefined;
    const most = family === 4 ? 32 : 128;
    if (bitsText !== undefined && !/^\d{1,3}$/.test(bitsText)) return undefined;
    const bits = bitsText === undefined ? most : Number(bitsText);
    return bits <= most ? new Network(text, family, address, bits) : undefined;
  }

  /** @param address of either family; an IPv4 address is never in an IPv6 range */
  includes(address: string): boolean {
    return isIP(address) === this.family && this.list.check(address, this.family === 4 ? 'ipv4' : 'ipv6');
  }
}

function ranges(...texts: string[]): Network[] {
  return texts.flatMap((text) => Network.parse(text) ?? []);
}

/**
 * What is not the public internet: the special-purpose registries of IANA (RFC 6890 and what was registered since), multicast,
 * and addresses by which clouds tell a machine its secrets. The first that fits gives the reason.
 */
const SPECIAL: readonly (readonly [reason: string, networks: readonly Network[]])[] = [
  [
    'a metadata service',
    ranges(
      '169.254.169.254',
      '169.254.170.2',
      '100.100.100.200',
      '168.63.129.16',
      '192.0.0.192',
      'fd00:ec2::254',
      'fd20:ce::254',
    ),
  ],
  ['"this" network', ranges('0.0.0.0/8', '::/128')],
  ['loopback', ranges('127.0.0.0/8', '::1/128')],
  ['link-local', ranges('169.254.0.0/16', 'fe80::/10')],
  ['private', ranges('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fec0::/10')],
  ['shared by a carrier', ranges('100.64.0.0/10')],
  ['multicast', ranges('224.0.0.0/4', 'ff00::/8')],
  [
    'for documentation or benchmarks',
    ranges(
      '192.0.2.0/24',
      '198.51.100.0/24',
      '203.0.113.0/24',
      '198.18.0.0/15',
      '2001:db8::/32',
      '3fff::/20',
      '2001:2::/48',
    ),
  ],
  [
    'reserved',
    ranges('192.0.0.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.175.48.0/24', '240.0.0.0/4'),
  ],
  // 6to4, Teredo, ORCHID, segment routing, discard, AS112: nobody's server, and some of them hide an IPv4 address.
  [
    'reserved',
    ranges('2001::/23', '2002::/16', '2620:4f:8000::/48', '5f00::/16', '100::/64', '100:0:0:1::/64', '64:ff9b:1::/48'),
  ],
];

/** Addresses that stand for an IPv4 address in their last 32 bits: mapped (RFC 4291), and translated by a gateway (RFC 6052). */
const EMBEDDING = ranges('::ffff:0:0/96', '64:ff9b::/96');
/** All that IANA has given out for the public internet. */
const GLOBAL_UNICAST = ranges('2000::/3');

/**
 * Why an address is not one of the public internet; undefined for one that is. An IPv6 address that stands for an IPv4
 * address is as good as that.
 * @param address as a resolver or a URL gives it
 */
export function specialPurpose(address: string): string | undefined {
  const family = isIP(address);
  if (family === 0) return 'no address';
  if (family === 6 && EMBEDDING.some((network) => network.includes(address))) {
    return specialPurpose(lastFourBytes(address));
  }
  const found = SPECIAL.find(([, networks]) => networks.some((network) => network.includes(address)));
  if (found !== undefined) return found[0];
  const isPublic = family === 4 || GLOBAL_UNICAST.some((network) => network.includes(address));
  return isPublic ? undefined : 'reserved';
}

/** The IPv4 address at the end of an IPv6 address. */
function lastFourBytes(address: string): string {
  // A URL writes it without dots: ::ffff:7f00:1.
  const words = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':').slice(-2);
  const bytes = words.flatMap((word) => {
    const value = Number.parseInt(word === '' ? '0' : word, 16);
    return [value >> 8, value & 0xff];
  });
  return bytes.join('.');
}
