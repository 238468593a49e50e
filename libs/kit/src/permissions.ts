/** Everything that somebody may be let do, `what:verb`. A route declares the one that it asks for. */
export const PERMISSIONS = [
  'alert:read',
  'alert:report',
  'alert:act',
  'incident:read',
  /** Sees security incidents as well, wherever incidents show. */
  'incident:read-security',
  'incident:open',
  /** On what is assigned to one's own groups, or to nobody yet. */
  'incident:act',
  'incident:act-any-group',
  'problem:read',
  'problem:act',
  'change:read',
  'change:open',
  /** Of the type that needs nobody's approval. */
  'change:open-standard',
  /** On what is assigned to one's own groups, or to nobody yet. */
  'change:act',
  'change:act-any-group',
  'change:approve',
  'window:read',
  'window:manage',
  'deployment:report',
  'ci:read',
  'ci:edit',
  'ci-class:manage',
  'discovery:report',
  'metric:report',
  'capacity:read',
  'threshold:manage',
  'dead-letter:read',
  'dead-letter:settle',
  'webhook:read',
  'webhook:manage',
  'audit:read',
  'audit:erase',
  'api-key:read',
  'api-key:manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READING: readonly Permission[] = [
  'alert:read',
  'incident:read',
  'problem:read',
  'change:read',
  'window:read',
  'ci:read',
  'capacity:read',
];
const REPORTING: readonly Permission[] = ['alert:report', 'deployment:report', 'discovery:report', 'metric:report'];
const OPERATING: readonly Permission[] = [
  ...READING,
  'alert:act',
  'incident:open',
  'incident:act',
  'problem:act',
  'change:open',
  'change:act',
  'dead-letter:read',
];

/** What each role may do. A caller with several roles may do what any of them may. */
export const ROLES = {
  viewer: READING,
  operator: OPERATING,
  'security-responder': [...OPERATING, 'incident:read-security'],
  'change-manager': [
    ...READING,
    'change:open',
    'change:open-standard',
    'change:act',
    'change:act-any-group',
    'change:approve',
    'window:manage',
  ],
  approver: [...READING, 'change:approve'],
  'capacity-planner': [...READING, 'threshold:manage', 'change:open'],
  'cmdb-editor': [...READING, 'ci:edit', 'ci-class:manage', 'discovery:report'],
  integration: [...READING, ...REPORTING, 'incident:open'],
  auditor: [...READING, 'incident:read-security', 'audit:read', 'dead-letter:read', 'webhook:read', 'api-key:read'],
  admin: PERMISSIONS,
} as const satisfies Readonly<Record<string, readonly Permission[]>>;
export type Role = keyof typeof ROLES;

export const ROLE_NAMES: readonly Role[] = Object.keys(ROLES).filter(isRole);

export function isRole(name: string): name is Role {
  return Object.hasOwn(ROLES, name);
}

export function isPermission(text: string): text is Permission {
  return PERMISSIONS.some((permission) => permission === text);
}

/** What these roles may do together, each permission once, in the order of the table. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  const held = new Set<Permission>(roles.flatMap((role) => ROLES[role]));
  return PERMISSIONS.filter((permission) => held.has(permission));
}

/** Under these names a route tells its guard whom it lets in; each route has one of them. */
export const REQUIRED_PERMISSION = 'itops:permission';
export const ANY_CALLER = 'itops:any-caller';
export const OPEN_TO_ALL = 'itops:open-to-all';
