import { type CiReference } from '@itops/contracts';
import { type Tx } from '@itops/messaging';

import { labelsKey, linkedIdentity, referenceKey } from '../domain/series-key';
import { resolveCis } from '../persistence/configuration-items';
import { movePoints, newestPoints } from '../persistence/points';
import {
  deleteResources,
  isLinked,
  linkResources,
  lockByIdentity,
  lockUnlinked,
  saveNewest,
  type StoredResource,
} from '../persistence/resource.store';
import { evaluateThresholds } from './evaluate-thresholds';

/** How many of a resource's newest points are compared with the thresholds when its item becomes known. */
const LOOK_BACK_POINTS = 1_000;

interface Target {
  readonly resource: StoredResource;
  readonly ciId: string;
  readonly identity: string;
}

/**
 * Gives resources their configuration item where it has become known. Where the item has the same series already (its
 * points came under another name), the two become one.
 */
export async function linkKnown(tx: Tx, references: readonly CiReference[], now: Date): Promise<void> {
  const known = await resolveCis(tx, references);
  const meant = references.filter((reference) => known.has(referenceKey(reference)));
  if (meant.length === 0) return;
  const targets = (await lockUnlinked(tx, meant)).flatMap((resource): Target[] => {
    const ci = known.get(referenceKey(resource.reference));
    if (ci === undefined) return [];
    return [{ resource, ciId: ci.id, identity: linkedIdentity(ci.id, resource.metric, labelsKey(resource.labels)) }];
  });
  if (targets.length === 0) return;

  const taken = new Map<string, StoredResource>();
  for (const resource of await lockByIdentity(
    tx,
    targets.map(({ identity }) => identity),
  )) {
    taken.set(resource.identity, resource);
  }
  const links: Target[] = [];
  const merges: { from: StoredResource; to: StoredResource }[] = [];
  for (const target of targets) {
    const to = taken.get(target.identity);
    if (to === undefined) {
      taken.set(target.identity, target.resource);
      links.push(target);
    } else {
      merges.push({ from: target.resource, to });
    }
  }
  await linkResources(
    tx,
    links.map(({ resource, ciId, identity }) => ({ id: resource.id, ciId, identity })),
    now,
  );
  await merge(tx, merges, now);
  await tx.audit([
    ...links.map(({ resource, ciId }) => ({ ...entryFor(resource, 'link'), after: { ciId } })),
    ...merges.map(({ from, to }) => ({ ...entryFor(from, 'merge'), after: { into: to.id } })),
  ]);
  await compare(tx, links, now);
}

function entryFor(resource: StoredResource, action: string) {
  return { action, resourceType: 'resource', resourceId: resource.id, before: { reference: resource.reference } };
}

async function merge(
  tx: Tx,
  merges: readonly { from: StoredResource; to: StoredResource }[],
  now: Date,
): Promise<void> {
  if (merges.length === 0) return;
  await movePoints(
    tx,
    merges.map(({ from, to }) => ({ from: from.series, to: to.series })),
  );
  await deleteResources(
    tx,
    merges.map(({ from }) => from.id),
  );
  const newest = new Map<string, { id: string; at: Date; value: number; unit: string }>();
  for (const { from, to } of merges) {
    if (from.lastAt === null || from.lastValue === null) continue;
    const other = newest.get(to.id);
    if (other !== undefined && other.at >= from.lastAt) continue;
    newest.set(to.id, { id: to.id, at: from.lastAt, value: from.lastValue, unit: to.unit });
  }
  await saveNewest(tx, [...newest.values()], now);
}

async function compare(tx: Tx, links: readonly Target[], now: Date): Promise<void> {
  const linked = (
    await lockByIdentity(
      tx,
      links.map(({ identity }) => identity),
    )
  ).filter(isLinked);
  if (linked.length === 0) return;
  const points = await newestPoints(
    tx,
    linked.map(({ series }) => series),
    LOOK_BACK_POINTS,
  );
  await evaluateThresholds(
    tx,
    linked.map((resource) => ({ resource, readings: points.get(resource.series) ?? [], cause: tx.cause })),
    now,
  );
}
