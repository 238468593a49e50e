/** How a service's audit trail is sealed and attested. */
export interface AuditOptions {
  /** Ed25519, PKCS #8, PEM; without it checkpoints are not signed. */
  readonly signingKey?: string | undefined;
  /** A checkpoint is due after so many rows, or so many seconds after the last one when rows have come. Default 1,000, 15. */
  readonly checkpointRows?: number | undefined;
  readonly checkpointSeconds?: number | undefined;
  /** Where checkpoints also go: appended to a file, a line each, or posted to an address. */
  readonly checkpointFile?: string | undefined;
  readonly checkpointUrl?: string | undefined;
  /** How often to look for rows, milliseconds. Default 1,000. */
  readonly sealEveryMs?: number;
  /** For how long a sealer is the service's only one without renewal, milliseconds. Default 10,000. */
  readonly leaseMs?: number;
}

export const AUDIT_OPTIONS = Symbol('itops-audit-options');
