import { type Authority, isRecord, permissionsOf } from '@itops/kit';
import { type JWTPayload } from 'jose';

import { type OidcConfig } from './oidc.config';

/** As OpenID Connect has it: ASCII, at most 255 of it. */
const SUBJECT = /^[\x21-\x7e]{1,255}$/;
/** They travel to the services with every request. */
const MOST_GROUPS = 100;
const LONGEST_GROUP = 128;
const LONGEST_TEXT = 320;

/** For people to read; kept apart from everything that is recorded of what somebody does. */
export interface DisplayData {
  readonly name: string | undefined;
  readonly email: string | undefined;
}

/** A claim by its own name, which may have dots in it, else by the way into objects that the dots describe. */
function claimAt(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  let value: unknown = payload;
  for (const step of name.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

function textsAt(payload: JWTPayload, name: string): string[] {
  const value = claimAt(payload, name);
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}

function textAt(payload: JWTPayload, name: string): string | undefined {
  const value = claimAt(payload, name);
  return typeof value === 'string' && value.isWellFormed() && !value.includes('\u0000')
    ? value.slice(0, LONGEST_TEXT).toWellFormed()
    : undefined;
}

/** The stable name of whom a token is for; undefined where the token names nobody. */
export function subjectOf({ sub }: JWTPayload): string | undefined {
  return sub !== undefined && SUBJECT.test(sub) ? `user:${sub}` : undefined;
}

/** What the claims of a verified token let its subject do. */
export function authorityOf(subject: string, credential: string, payload: JWTPayload, config: OidcConfig): Authority {
  const roles = textsAt(payload, config.claims.roles).flatMap((theirs) => config.rolesOf(theirs));
  const groups = textsAt(payload, config.claims.groups)
    .flatMap((theirs) => config.groupsOf(theirs))
    .filter((group) => group !== '' && group.length <= LONGEST_GROUP && group.isWellFormed());
  return {
    subject,
    credential,
    principals: [subject],
    permissions: new Set(permissionsOf(roles)),
    groups: [...new Set(groups)].slice(0, MOST_GROUPS),
  };
}

export function displayDataOf(payload: JWTPayload, { claims }: OidcConfig): DisplayData {
  return { name: textAt(payload, claims.name), email: textAt(payload, claims.email) };
}
