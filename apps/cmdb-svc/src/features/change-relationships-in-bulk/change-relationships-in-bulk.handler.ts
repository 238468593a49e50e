import { Injectable } from '@nestjs/common';
import { type CiReference, type DomainEvent, type RelationshipData } from '@itops/contracts';
import { type Cause, Clock, InvalidInput, requireVersion } from '@itops/kit';
import { type AuditEntry, type Tx } from '@itops/messaging';
import { BulkOutcomes, inPart, requireOne, versionOf } from '@itops/platform';

import { MANUAL } from '../../domain/ci';
import { Relationship } from '../../domain/relationship';
import { RelationshipExists } from '../../domain/relationship.errors';
import { RelationshipNotFound } from '../../domain/not-found.errors';
import { type Done, EstateChanges } from '../../graph/estate-changes';
import { findCis } from '../../persistence/ci-reference.queries';
import { relationshipKey, RelationshipStore } from '../../persistence/relationship.store';
import { type AddRelationshipInput, endsOf } from '../../resource/relationship.input';
import { RelationshipBulkItem, type RelationshipUpdate } from './change-relationships-in-bulk.dto';

type NewEnds = Pick<AddRelationshipInput, 'type' | 'attributes'> & {
  readonly parentId: string;
  readonly childId: string;
};

/** What is known before the first item is carried out, and what the items have added to it. */
interface Work {
  readonly known: Map<string, Relationship>;
  readonly byId: ReadonlyMap<string, Relationship>;
  readonly before: Map<Relationship, RelationshipData>;
  readonly now: Date;
  readonly actor: string;
}

/** Adds and changes many relationships in one transaction, each judged by itself. */
@Injectable()
export class ChangeRelationshipsInBulk {
  constructor(
    private readonly changes: EstateChanges,
    private readonly store: RelationshipStore,
    private readonly clock: Clock,
  ) {}

  handle(cause: Cause, items: readonly unknown[]): Promise<BulkOutcomes<Relationship>> {
    return this.changes.commit(cause, (tx) => this.carryOut(tx, items, cause));
  }

  private async carryOut(
    tx: Tx,
    values: readonly unknown[],
    { actor }: Cause,
  ): Promise<Done<BulkOutcomes<Relationship>>> {
    const outcomes = new BulkOutcomes<Relationship>();
    const items = outcomes
      .read(RelationshipBulkItem, values)
      .filter(
        ({ index, item }) => outcomes.attempt(index, () => (requireOne(item, ['create', 'update']), true)) === true,
      );
    const additions = await this.locate(tx, items, outcomes);
    const work: Work = {
      known: await this.store.loadBetween(tx, [...additions.values()]),
      byId: await this.store.load(
        tx,
        items.flatMap(({ item }) => item.update?.id.toLowerCase() ?? []),
      ),
      before: new Map(),
      ...{ now: this.clock.now(), actor },
    };
    const added: Relationship[] = [];
    const events: DomainEvent[] = [];
    for (const { index, item } of items) {
      const addition = additions.get(index);
      if (addition === undefined && item.update === undefined) continue;
      const done = outcomes.attempt(index, () =>
        addition === undefined ? update(item.update, work) : inPart('/create', () => add(addition, work)),
      );
      if (done === undefined) continue;
      if (done.status === 201) added.push(done.relationship);
      events.push(...done.events);
      outcomes.succeed(index, done.status, done.relationship);
    }
    const changed = [...work.before.keys()];
    await this.store.save(tx, [...added, ...changed]);
    return { result: outcomes, events, audit: auditOf(added, changed, work.before) };
  }

  /** Which items an addition is between, of each whose ends are all known. */
  private async locate(
    tx: Tx,
    items: readonly { readonly index: number; readonly item: RelationshipBulkItem }[],
    outcomes: BulkOutcomes<Relationship>,
  ): Promise<Map<number, NewEnds>> {
    const named = items.flatMap(({ index, item: { create } }) => {
      const ends = create && outcomes.attempt(index, () => inPart('/create', () => [...endsOf(create)]));
      return create === undefined || ends === undefined ? [] : [{ index, create, ends }];
    });
    const references = new Map<string, CiReference>(
      named.flatMap(({ index, ends }) =>
        ends.map(([pointer, end]): [string, CiReference] => [`${index}${pointer}`, end]),
      ),
    );
    const { found, errors } = await findCis(tx, references);
    return new Map(
      named.flatMap(({ index, create: { type, attributes = {} }, ends }) => {
        const [parentId, childId] = ends.map(([pointer]) => found.get(`${index}${pointer}`));
        if (parentId !== undefined && childId !== undefined) return [[index, { type, attributes, parentId, childId }]];
        const own = errors.filter(({ pointer }) => pointer.startsWith(`${index}/`));
        const told = own.map(({ pointer, reason }) => ({
          pointer: `/create${pointer.slice(String(index).length)}`,
          reason,
        }));
        outcomes.fail(index, new InvalidInput(told));
        return [];
      }),
    );
  }
}

function add({ type, parentId, childId, attributes = {} }: NewEnds, { known, now, actor }: Work) {
  const key = relationshipKey({ type, parentId, childId });
  const existing = known.get(key);
  if (existing !== undefined) throw new RelationshipExists(existing.state.id);
  const made = Relationship.add({ type, parentId, childId, attributes, source: MANUAL }, now, actor);
  known.set(key, made.relationship);
  return { ...made, status: 201 };
}

function update(given: RelationshipUpdate | undefined, { byId, before, now }: Work) {
  const { id = '', ifMatch, patch } = given ?? {};
  const expected = versionOf('relationship', ifMatch, '/update/ifMatch');
  const relationship = byId.get(id.toLowerCase());
  if (relationship === undefined) throw new RelationshipNotFound(id);
  requireVersion('relationship', expected, relationship.state.version);
  const unchanged = relationship.toData();
  const events = inPart('/update/patch', () => relationship.edit(patch?.attributes ?? {}, now));
  if (!before.has(relationship)) before.set(relationship, unchanged);
  return { relationship, events, status: 200 };
}

function auditOf(
  added: readonly Relationship[],
  changed: readonly Relationship[],
  before: ReadonlyMap<Relationship, RelationshipData>,
): AuditEntry[] {
  const entry = (action: string, relationship: Relationship) => ({
    ...{ action, resourceType: 'relationship', resourceId: relationship.state.id },
    after: relationship.toData(),
  });
  return [
    ...added.map((relationship) => entry('create', relationship)),
    ...changed
      .filter(({ savedVersion, state }) => savedVersion < state.version)
      .map((relationship) => ({ ...entry('update', relationship), before: before.get(relationship) })),
  ];
}
