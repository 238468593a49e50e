import { type CiReference } from '@itops/contracts';
import { Conflict } from '@itops/kit';
import { type Tx } from '@itops/messaging';

import { type Labels } from '../domain/series-key';
import { type Reader } from './reader';

/** A series that points were sent for, with what is known of its configuration item. */
export interface IncomingResource {
  readonly id: string;
  readonly identity: string;
  readonly ciId: string | null;
  readonly reference: CiReference;
  readonly metric: string;
  readonly unit: string;
  readonly labels: Labels;
}

export interface StoredResource {
  readonly id: string;
  readonly series: string;
  readonly identity: string;
  readonly ciId: string | null;
  readonly classPath: readonly string[] | null;
  readonly reference: CiReference;
  readonly metric: string;
  readonly unit: string;
  readonly labels: Labels;
  readonly lastAt: Date | null;
  readonly lastValue: number | null;
  readonly version: number;
}

/** A resource whose configuration item is known, so that it can be compared with thresholds. */
export interface LinkedResource extends StoredResource {
  readonly ciId: string;
  readonly classPath: readonly string[];
}

export function isLinked(resource: StoredResource): resource is LinkedResource {
  return resource.ciId !== null && resource.classPath !== null;
}

interface ResourceRow {
  id: string;
  series: string;
  identity: string;
  ci_id: string | null;
  class_path: string[] | null;
  ci_reference: CiReference;
  metric: string;
  unit: string;
  labels: Labels;
  last_at: Date | null;
  last_value: number | null;
  version: number;
}

const COLUMNS = `r.id, r.series, r.identity, r.ci_id, c.class_path, r.ci_reference, r.metric, r.unit, r.labels,
                 r.last_at, r.last_value, r.version`;

function toResource(row: ResourceRow): StoredResource {
  const { id, series, identity, metric, unit, labels, version } = row;
  return {
    id,
    series,
    identity,
    ciId: row.ci_id,
    classPath: row.class_path,
    reference: row.ci_reference,
    metric,
    unit,
    labels,
    lastAt: row.last_at,
    lastValue: row.last_value,
    version,
  };
}

/**
 * Makes the resources that are not there yet, and locks all of them for the rest of the transaction.
 * @throws Conflict when one went away meanwhile; trying again helps
 */
export async function takeResources(
  tx: Tx,
  incoming: readonly IncomingResource[],
  now: Date,
  actor: string,
): Promise<StoredResource[]> {
  const identities = incoming.map(({ identity }) => identity);
  const present = await tx.query<{ identity: string }>(
    'select identity from resource where identity = any($1::uuid[])',
    [identities],
  );
  const known = new Set(present.map(({ identity }) => identity));
  // In one order everywhere, so that two batches with the same new series wait for each other and don't lock up.
  const fresh = incoming
    .filter(({ identity }) => !known.has(identity))
    .sort((a, b) => (a.identity < b.identity ? -1 : 1));
  if (fresh.length > 0) {
    await tx.query(
      `insert into resource (id, identity, ci_id, ci_reference, metric, unit, labels, created_at, updated_at, created_by)
       select r.*, $8, $8, $9
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::jsonb[], $5::text[], $6::text[], $7::jsonb[]) as r
       on conflict (identity) do nothing`,
      [
        fresh.map(({ id }) => id),
        fresh.map(({ identity }) => identity),
        fresh.map(({ ciId }) => ciId),
        fresh.map(({ reference }) => JSON.stringify(reference)),
        fresh.map(({ metric }) => metric),
        fresh.map(({ unit }) => unit),
        fresh.map(({ labels }) => JSON.stringify(labels)),
        now,
        actor,
      ],
    );
  }
  const taken = await lockByIdentity(tx, identities);
  if (taken.length < identities.length) throw new Conflict('A resource was joined with another one at the same time.');
  return taken;
}

export async function lockResource(tx: Tx, id: string): Promise<StoredResource | undefined> {
  return (await lock(tx, 'r.id = $1', [id]))[0];
}

/** Locks the resources that these references were used for while nobody knew what they mean. */
export async function lockUnlinked(tx: Tx, references: readonly CiReference[]): Promise<StoredResource[]> {
  return lock(tx, 'r.ci_id is null and r.ci_reference = any($1::jsonb[])', [
    references.map((reference) => JSON.stringify(reference)),
  ]);
}

/** Which references are still waiting for their configuration item. */
export async function unlinkedReferences(reader: Reader): Promise<CiReference[]> {
  const rows = await reader.query<{ reference: CiReference }>(
    'select distinct ci_reference as reference from resource where ci_id is null',
  );
  return rows.map(({ reference }) => reference);
}

export interface Link {
  readonly id: string;
  readonly ciId: string;
  readonly identity: string;
}

export async function linkResources(tx: Tx, links: readonly Link[], now: Date): Promise<void> {
  await tx.query(
    `update resource r set ci_id = l.ci_id, identity = l.identity, updated_at = $4
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as l (id, ci_id, identity) where r.id = l.id`,
    [links.map(({ id }) => id), links.map(({ ciId }) => ciId), links.map(({ identity }) => identity), now],
  );
}

/** Locks the resources of these identities that are there. */
export async function lockByIdentity(tx: Tx, identities: readonly string[]): Promise<StoredResource[]> {
  return lock(tx, 'r.identity = any($1::uuid[])', [identities]);
}

export async function deleteResources(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query('delete from resource where id = any($1::uuid[])', [ids]);
}

async function lock(tx: Tx, condition: string, params: readonly unknown[]): Promise<StoredResource[]> {
  const rows = await tx.query<ResourceRow>(
    `select ${COLUMNS} from resource r left join configuration_item c on c.id = r.ci_id
     where ${condition} order by r.id for update of r`,
    params,
  );
  return rows.map(toResource);
}

/** Reads without a lock. */
export async function readResource(reader: Reader, id: string): Promise<StoredResource | undefined> {
  const rows = await reader.query<ResourceRow>(
    `select ${COLUMNS} from resource r left join configuration_item c on c.id = r.ci_id where r.id = $1`,
    [id],
  );
  return rows.map(toResource)[0];
}

export interface Newest {
  readonly id: string;
  readonly at: Date;
  readonly value: number;
  readonly unit: string;
}

/** Notes the newest point of each resource, where it is newer than what was. */
export async function saveNewest(tx: Tx, newest: readonly Newest[], now: Date): Promise<void> {
  await tx.query(
    `update resource r set last_at = n.at, last_value = n.value, unit = n.unit, updated_at = $5
     from unnest($1::uuid[], $2::timestamptz[], $3::double precision[], $4::text[]) as n (id, at, value, unit)
     where r.id = n.id and (r.last_at is null or r.last_at < n.at)`,
    [
      newest.map(({ id }) => id),
      newest.map(({ at }) => at),
      newest.map(({ value }) => value),
      newest.map(({ unit }) => unit),
      now,
    ],
  );
}
