import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

/** A certificate and its key, as PEM. */
export interface Issued {
  readonly certificate: string;
  readonly key: string;
}

export interface IssueOptions {
  /** Host names and addresses; a client's certificate needs none. */
  readonly hosts?: readonly string[];
  /** Until yesterday instead of until tomorrow. */
  readonly expired?: boolean;
}

/** A certificate authority of a test's own, made on the spot: no tool has to be installed for it. */
export class CertificateAuthority {
  private serial = 1;

  private constructor(
    private readonly own: X509Certificate,
    private readonly keys: webcrypto.CryptoKeyPair,
  ) {}

  static async create(name = 'Test authority'): Promise<CertificateAuthority> {
    const keys = await newKeys();
    const own = await X509CertificateGenerator.createSelfSigned(
      {
        serialNumber: '01',
        name: `CN=${name}`,
        keys,
        signingAlgorithm: ALGORITHM,
        ...validity(false),
        extensions: [
          new BasicConstraintsExtension(true, 1, true),
          new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        ],
      },
      webcrypto,
    );
    return new CertificateAuthority(own, keys);
  }

  /** The authority's own certificate, which those who trust it are given. */
  get certificate(): string {
    return `${this.own.toString('pem')}\n`;
  }

  async issue(commonName: string, { hosts = [], expired = false }: IssueOptions = {}): Promise<Issued> {
    const keys = await newKeys();
    this.serial++;
    const certificate = await X509CertificateGenerator.create(
      {
        serialNumber: this.serial.toString(16).padStart(4, '0'),
        subject: `CN=${commonName}`,
        issuer: this.own.subject,
        publicKey: keys.publicKey,
        signingKey: this.keys.privateKey,
        signingAlgorithm: ALGORITHM,
        ...validity(expired),
        extensions:
          hosts.length === 0
            ? []
            : [
                new SubjectAlternativeNameExtension(
                  hosts.map((host) => ({ type: /^[\d.]+$/.test(host) ? 'ip' : 'dns', value: host })),
                ),
              ],
      },
      webcrypto,
    );
    const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
    return { certificate: `${certificate.toString('pem')}\n`, key: `${key}\n` };
  }
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

function validity(expired: boolean): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  return { notBefore: new Date(now - 2 * DAY_MS), notAfter: new Date(expired ? now - DAY_MS : now + DAY_MS) };
}
