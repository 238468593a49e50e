import { type Tx } from '@itops/messaging';
import { isRole } from '@itops/kit';

import { type ApiKey, type ApiKeySecret } from '../domain/api-key';

type Reader = Pick<Tx, 'query'>;

interface SecretRow {
  digest: string;
  shown: string;
  created_at: string;
  valid_until: string;
}

export interface ApiKeyRow {
  id: string;
  version: number;
  name: string;
  roles: string[];
  groups: string[];
  principals: string[];
  created_by: string;
  created_at: Date;
  updated_at: Date;
  lifetime_days: number;
  expires_at: Date;
  revoked_at: Date | null;
  last_used_at: Date | null;
  secrets: SecretRow[];
}

/** All of a key's columns and its secrets, the newest first; of a table or alias `k`. */
export const API_KEY_COLUMNS = `k.id, k.version, k.name, k.roles, k.groups, k.principals, k.created_by, k.created_at,
  k.updated_at, k.lifetime_days, k.expires_at, k.revoked_at, k.last_used_at,
  (select coalesce(jsonb_agg(to_jsonb(s) order by s.created_at desc, s.digest), '[]')
     from api_key_secret s where s.key_id = k.id) as secrets`;

export function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    roles: row.roles.filter(isRole),
    groups: row.groups,
    principals: row.principals,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lifetimeDays: row.lifetime_days,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
    secrets: row.secrets.map(toSecret),
  };
}

function toSecret({ digest, shown, created_at, valid_until }: SecretRow): ApiKeySecret {
  return { digest, shown, createdAt: new Date(created_at), validUntil: new Date(valid_until) };
}

export async function readApiKey(reader: Reader, id: string): Promise<ApiKey | undefined> {
  const [row] = await reader.query<ApiKeyRow>(`select ${API_KEY_COLUMNS} from api_key k where k.id = $1`, [id]);
  return row && toApiKey(row);
}

/** Keeps the key as it is until the transaction ends. */
export async function lockApiKey(tx: Tx, id: string): Promise<ApiKey | undefined> {
  await tx.query('select 1 from api_key where id = $1 for update', [id]);
  return readApiKey(tx, id);
}

export async function insertApiKey(tx: Tx, key: ApiKey): Promise<void> {
  await tx.query(
    `insert into api_key (id, version, name, roles, groups, principals, created_by, created_at, updated_at,
       lifetime_days, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[key.id, key.version, key.name, key.roles, key.groups, key.principals, key.createdBy],
      ...[key.createdAt, key.updatedAt, key.lifetimeDays, key.expiresAt],
    ],
  );
  await saveSecrets(tx, key);
}

/** The row must be locked. Secrets that the key no longer has are removed. */
export async function updateApiKey(tx: Tx, key: ApiKey): Promise<void> {
  await tx.query(
    `update api_key set version = $2, principals = $3, updated_at = $4, lifetime_days = $5, expires_at = $6,
       revoked_at = $7 where id = $1 and version = $2 - 1`,
    [key.id, key.version, key.principals, key.updatedAt, key.lifetimeDays, key.expiresAt, key.revokedAt],
  );
  await tx.query('delete from api_key_secret where key_id = $1 and digest <> all($2::text[])', [
    key.id,
    key.secrets.map(({ digest }) => digest),
  ]);
  await saveSecrets(tx, key);
}

async function saveSecrets(tx: Tx, { id, secrets }: ApiKey): Promise<void> {
  await tx.query(
    `insert into api_key_secret (key_id, digest, shown, created_at, valid_until)
     select $1, * from unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])
     on conflict (digest) do update set valid_until = excluded.valid_until`,
    [
      id,
      secrets.map(({ digest }) => digest),
      secrets.map(({ shown }) => shown),
      secrets.map(({ createdAt }) => createdAt),
      secrets.map(({ validUntil }) => validUntil),
    ],
  );
  await tx.query('update api_key_revision set revision = revision + 1');
}
