import { Injectable } from '@nestjs/common';
import { type CiData, type DomainEvent } from '@itops/contracts';
import { type Cause, Clock, requireVersion } from '@itops/kit';
import { type AuditEntry, type Tx } from '@itops/messaging';
import { BulkOutcomes, inPart, requireOne, versionOf } from '@itops/platform';

import { Ci } from '../../domain/ci';
import { ClassCatalogue } from '../../domain/class-catalogue';
import { externalIdKey, requireFree } from '../../domain/external-ids';
import { CiNotFound } from '../../domain/not-found.errors';
import { type Done, EstateChanges } from '../../graph/estate-changes';
import { CiStore } from '../../persistence/ci.store';
import { ConditionStore } from '../../persistence/condition.store';
import { takenIds } from '../../persistence/external-id.queries';
import { type CreateCiInput } from '../../resource/ci.input';
import { CiBulkItem, type CiUpdate } from './change-cis-in-bulk.dto';

/** What is known before the first item is carried out, and what the items have added to it. */
interface Work {
  readonly cis: ReadonlyMap<string, Ci>;
  readonly taken: Map<string, string>;
  readonly before: Map<Ci, CiData>;
  readonly now: Date;
  readonly actor: string;
}

/** Creates and changes many items in one transaction, each judged by itself. */
@Injectable()
export class ChangeCisInBulk {
  constructor(
    private readonly changes: EstateChanges,
    private readonly store: CiStore,
    private readonly conditions: ConditionStore,
    private readonly catalogue: ClassCatalogue,
    private readonly clock: Clock,
  ) {}

  handle(cause: Cause, items: readonly unknown[]): Promise<BulkOutcomes<Ci>> {
    return this.changes.commit(cause, (tx) => this.carryOut(tx, items, cause));
  }

  private async carryOut(tx: Tx, values: readonly unknown[], { actor }: Cause): Promise<Done<BulkOutcomes<Ci>>> {
    const outcomes = new BulkOutcomes<Ci>();
    const items = outcomes.read(CiBulkItem, values);
    const work: Work = {
      cis: await this.store.load(
        tx,
        items.flatMap(({ item }) => item.update?.id.toLowerCase() ?? []),
      ),
      taken: await takenIds(
        tx,
        items.flatMap(({ item }) => item.create?.externalIds ?? []),
      ),
      before: new Map(),
      ...{ now: this.clock.now(), actor },
    };
    const created: Ci[] = [];
    const events: DomainEvent[] = [];
    for (const { index, item } of items) {
      const done = outcomes.attempt(index, () => {
        requireOne(item, ['create', 'update']);
        const { create, update } = item;
        return create === undefined ? this.update(update, work) : inPart('/create', () => this.create(create, work));
      });
      if (done === undefined) continue;
      if (!work.before.has(done.ci)) created.push(done.ci);
      events.push(...done.events);
      outcomes.succeed(index, done.status, done.ci);
    }
    const changed = [...work.before.keys()];
    const reinstated = changed.filter((ci) => work.before.get(ci)?.stage === 'retired' && ci.state.stage !== 'retired');
    events.push(...(await this.conditions.refresh(tx, reinstated, work.now)));
    await this.store.save(tx, [...created, ...changed]);
    return { result: outcomes, events, audit: auditOf(created, changed, work.before) };
  }

  private create(input: CreateCiInput, { taken, now, actor }: Work) {
    const ids = input.externalIds ?? [];
    requireFree(ids, taken);
    const { ci, events } = Ci.create(this.catalogue, input, now, actor);
    for (const id of ids) taken.set(externalIdKey(id), ci.state.id);
    return { ci, events, status: 201 };
  }

  private update(update: CiUpdate | undefined, { cis, before, now }: Work) {
    const { id = '', ifMatch, patch = {} } = update ?? {};
    const expected = versionOf('configuration item', ifMatch, '/update/ifMatch');
    const ci = cis.get(id.toLowerCase());
    if (ci === undefined) throw new CiNotFound(id);
    requireVersion('configuration item', expected, ci.state.version);
    const unchanged = ci.toData();
    const events = inPart('/update/patch', () => ci.edit(this.catalogue, patch, now));
    if (!before.has(ci)) before.set(ci, unchanged);
    return { ci, events, status: 200 };
  }
}

function auditOf(created: readonly Ci[], changed: readonly Ci[], before: ReadonlyMap<Ci, CiData>): AuditEntry[] {
  const entry = (action: string, ci: Ci) => ({
    ...{ action, resourceType: 'ci', resourceId: ci.state.id },
    after: ci.toData(),
  });
  return [
    ...created.map((ci) => entry('create', ci)),
    ...changed
      .filter(({ savedVersion, state }) => savedVersion < state.version)
      .map((ci) => ({ ...entry('update', ci), before: before.get(ci) })),
  ];
}
