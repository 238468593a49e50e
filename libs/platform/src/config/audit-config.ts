import { createPrivateKey } from 'node:crypto';

import { z } from 'zod';

import { privateKeyFile } from './fields';

/** How the audit trail is attested, and where the attestations go. */
export const auditSettings = {
  AUDIT_SIGNING_KEY_FILE: privateKeyFile
    .refine(isEd25519, 'holds another kind of key: make one by openssl genpkey -algorithm ed25519')
    .optional()
    .describe('Ed25519 private key in PEM that signs checkpoints of the audit trail; without it they are not signed'),
  AUDIT_CHECKPOINT_FILE: z
    .string()
    .optional()
    .describe('file to which checkpoints are appended; best where nobody who reaches the database can write'),
  AUDIT_CHECKPOINT_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as https://witness.example/checkpoints' })
    .optional()
    .describe('address to which checkpoints are posted'),
  AUDIT_CHECKPOINT_ROWS: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(1_000)
    .describe('after so many rows a checkpoint is due'),
  AUDIT_CHECKPOINT_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(86_400)
    .default(15)
    .describe('so many seconds after the last checkpoint the next one is due, when rows have come'),
};

export type AuditConfig = z.output<z.ZodObject<typeof auditSettings>>;

/** What is no key at all was said before. */
function isEd25519(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return true;
  }
}

/** The same, as the messaging library takes it. */
export function auditOptions(config: AuditConfig) {
  return {
    signingKey: config.AUDIT_SIGNING_KEY_FILE,
    checkpointFile: config.AUDIT_CHECKPOINT_FILE,
    checkpointUrl: config.AUDIT_CHECKPOINT_URL,
    checkpointRows: config.AUDIT_CHECKPOINT_ROWS,
    checkpointSeconds: config.AUDIT_CHECKPOINT_SECONDS,
  };
}
