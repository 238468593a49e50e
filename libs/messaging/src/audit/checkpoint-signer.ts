import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

import { type AuditCheckpoint } from '@itops/contracts';
import { Inject, Injectable } from '@nestjs/common';

import { auditKeyId, type ChainState, signedCheckpoint } from './audit-chain';
import { AUDIT_OPTIONS, type AuditOptions } from './audit-options';

/** Says, in the installation's name, how far a chain has come. */
@Injectable()
export class CheckpointSigner {
  private readonly key: { readonly privateKey: KeyObject; readonly id: string } | undefined;

  /** @throws Error when the key is no Ed25519 key */
  constructor(@Inject(AUDIT_OPTIONS) { signingKey }: AuditOptions) {
    if (signingKey === undefined) return;
    const privateKey = createPrivateKey(signingKey);
    if (privateKey.asymmetricKeyType !== 'ed25519') {
      throw new Error(`The key of the audit trail is of type ${privateKey.asymmetricKeyType}; it must be Ed25519`);
    }
    this.key = { privateKey, id: auditKeyId(createPublicKey(privateKey)) };
  }

  /** Undefined where the installation has no key. */
  get keyId(): string | undefined {
    return this.key?.id;
  }

  attest(state: ChainState): AuditCheckpoint {
    return this.key === undefined ? { ...state, keyId: null, signature: null } : signedCheckpoint(state, this.key);
  }
}
