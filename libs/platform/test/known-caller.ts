import { generateKeyPairSync } from 'node:crypto';

import { IDENTITY_HEADER, PERMISSIONS } from '@itops/kit';

import { issueIdentity, publicKeyText } from '../src/index';

const { privateKey } = generateKeyPairSync('ed25519');

/** What makes a service believe {@link knownAs}. */
export const KNOWN_KEYS = { INTERNAL_TOKEN_KEYS: publicKeyText(privateKey) };

/** The header by which the service takes the caller for this one, who may do everything. */
export async function knownAs(subject: string): Promise<Record<string, string>> {
  const authority = {
    subject,
    credential: 'test',
    principals: [subject],
    permissions: new Set(PERMISSIONS),
    groups: [],
  };
  return { [IDENTITY_HEADER]: await issueIdentity(authority, privateKey, 3_600) };
}
