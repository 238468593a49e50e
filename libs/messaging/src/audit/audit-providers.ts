import { RefusedAttempts } from '@itops/kit';
import { type Provider } from '@nestjs/common';

import { AuditGauges } from './audit-gauges';
import { AUDIT_OPTIONS, type AuditOptions } from './audit-options';
import { AuditSealer } from './audit-sealer';
import { AuditedRefusals } from './audited-refusals';
import { CheckpointOutlets } from './checkpoint-outlets';
import { CheckpointSigner } from './checkpoint-signer';

/** What a service needs for its audit trail. RefusedAttempts is for the whole service. */
export function auditOfService(options: AuditOptions): Provider[] {
  return [
    { provide: AUDIT_OPTIONS, useValue: options },
    CheckpointSigner,
    CheckpointOutlets,
    AuditSealer,
    AuditGauges,
    AuditedRefusals,
    { provide: RefusedAttempts, useExisting: AuditedRefusals },
  ];
}
