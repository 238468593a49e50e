import { isRole, type Role } from '@itops/kit';
import { type Environment, z } from '@itops/platform';

/** Signatures by a private key alone: with a shared secret, or none, whoever may verify could also issue. */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Over https; over http only on this machine, for whoever sits on the way could let himself in as anybody. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, hash } = new URL(text);
  if (username !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

const providerUrl = z
  .string()
  .refine(isSafeUrl, 'must be an https URL (http only for this machine itself), without user and fragment');

const words = (text: string) => text.split(/[\s,]+/).filter((word) => word !== '');

const algorithms = z
  .string()
  .default('RS256, ES256, EdDSA, PS256')
  .transform((text, context) => {
    const names = words(text);
    const strange = names.filter((name) => !ALGORITHMS.includes(name));
    if (strange.length > 0 || names.length === 0) {
      context.addIssue({ code: 'custom', message: `must be some of ${ALGORITHMS.join(', ')}` });
    }
    return names;
  });

type NameMap = ReadonlyMap<string, readonly string[]>;

/** `their name=ours, another=ours`; a name of theirs may stand several times. */
function nameMap(isOurs: (name: string) => boolean, ours: string) {
  return z.string().transform((text, context): NameMap => {
    const map = new Map<string, string[]>();
    for (const pair of text.split(',').map((part) => part.trim())) {
      const at = pair.lastIndexOf('=');
      const [theirs, our] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      if (at < 1 || theirs === '' || !isOurs(our)) {
        context.addIssue({ code: 'custom', message: `'${pair}' is no pair such as their-name=${ours}` });
      }
      map.set(theirs, [...(map.get(theirs) ?? []), our]);
    }
    return map;
  });
}

const claim = z.string().min(1).max(200);
const milliseconds = z.coerce.number().int().min(10);

/** Whose tokens are believed, and what their claims mean. */
export const oidcSettings = {
  OIDC_ISSUER: providerUrl.optional().describe("the provider's issuer, exactly as its tokens name it"),
  OIDC_AUDIENCE: z
    .string()
    .optional()
    .transform((text) => words(text ?? ''))
    .describe('whom tokens must be for: this API by the name that the provider knows it by; any of several'),
  OIDC_JWKS_URL: providerUrl.optional().describe("the provider's keys; found by discovery unless given"),
  OIDC_ALGORITHMS: algorithms.describe('signatures that are believed'),
  OIDC_CLOCK_SKEW_S: z.coerce
    .number()
    .int()
    .min(0)
    .max(60)
    .default(30)
    .describe('by how many seconds the clocks of provider and gateway may differ'),
  OIDC_ROLES_CLAIM: claim.default('roles').describe('claim that lists roles; dots lead into objects'),
  OIDC_ROLE_MAP: nameMap(isRole, 'operator')
    .optional()
    .describe("which of the provider's roles are which of ours, as their-name=ours; unless given, itops-<ours>"),
  OIDC_GROUPS_CLAIM: claim.default('groups').describe('claim that lists assignment groups; dots lead into objects'),
  OIDC_GROUP_MAP: nameMap((name) => name !== '', 'network')
    .optional()
    .describe("which of the provider's groups are which of ours; unless given, they are the same"),
  OIDC_NAME_CLAIM: claim.default('name').describe("claim with the person's name, for people to read"),
  OIDC_EMAIL_CLAIM: claim.default('email').describe("claim with the person's address, for people to read"),
  OIDC_REFRESH_MS: milliseconds
    .max(86_400_000)
    .default(600_000)
    .describe("how often the provider's keys are read again"),
  OIDC_COOLDOWN_MS: milliseconds
    .max(600_000)
    .default(10_000)
    .describe('the least time between two looks for a key that is not known'),
};

/** How tokens are judged; undefined where no provider is named and so no token is believed. */
export interface OidcConfig {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly keysUrl: string | undefined;
  readonly algorithms: readonly string[];
  readonly skewS: number;
  readonly refreshMs: number;
  readonly cooldownMs: number;
  readonly claims: Readonly<Record<'roles' | 'groups' | 'name' | 'email', string>>;
  readonly rolesOf: (theirs: string) => readonly Role[];
  readonly groupsOf: (theirs: string) => readonly string[];
}

type OidcSettings = z.output<z.ZodObject<typeof oidcSettings>>;

/** What is wrong with the settings taken together. */
export function oidcProblems(env: Environment): string[] {
  const given = Object.keys(oidcSettings).filter((name) => (env[name] ?? '') !== '');
  if (given.length === 0) return [];
  if (!given.includes('OIDC_ISSUER')) return [`${given.join(', ')} set, but no OIDC_ISSUER: name the provider`];
  if (given.includes('OIDC_AUDIENCE')) return [];
  return [
    'OIDC_ISSUER is set, but no OIDC_AUDIENCE: without it every token of the provider, for whomever, would be good',
  ];
}

const PREFIX = 'itops-';

export function oidcConfig(settings: OidcSettings): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_ROLE_MAP: roleMap, OIDC_GROUP_MAP: groupMap } = settings;
  if (issuer === undefined) return undefined;
  return {
    issuer,
    audience: settings.OIDC_AUDIENCE,
    keysUrl: settings.OIDC_JWKS_URL,
    algorithms: settings.OIDC_ALGORITHMS,
    skewS: settings.OIDC_CLOCK_SKEW_S,
    refreshMs: settings.OIDC_REFRESH_MS,
    cooldownMs: settings.OIDC_COOLDOWN_MS,
    claims: {
      roles: settings.OIDC_ROLES_CLAIM,
      groups: settings.OIDC_GROUPS_CLAIM,
      name: settings.OIDC_NAME_CLAIM,
      email: settings.OIDC_EMAIL_CLAIM,
    },
    rolesOf: (theirs) => ((roleMap === undefined ? prefixed(theirs) : roleMap.get(theirs)) ?? []).filter(isRole),
    groupsOf: (theirs) => (groupMap === undefined ? [theirs] : (groupMap.get(theirs) ?? [])),
  };
}

/** A name that says whose role it is: an `admin` of something else is none here. */
function prefixed(theirs: string): string[] {
  return theirs.startsWith(PREFIX) ? [theirs.slice(PREFIX.length)] : [];
}
