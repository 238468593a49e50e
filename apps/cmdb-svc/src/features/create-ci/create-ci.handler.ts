import { Injectable } from '@nestjs/common';
import { type Cause, Clock, Conflict, InvalidInput } from '@itops/kit';
import { type Tx } from '@itops/messaging';

import { Ci, type ExternalId, type NewCi } from '../../domain/ci';
import { ClassCatalogue } from '../../domain/class-catalogue';
import { EstateChanges } from '../../graph/estate-changes';
import { CiStore } from '../../persistence/ci.store';

@Injectable()
export class CreateCi {
  constructor(
    private readonly changes: EstateChanges,
    private readonly store: CiStore,
    private readonly catalogue: ClassCatalogue,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput, Conflict when a source's id is another CI's already */
  handle(cause: Cause, input: NewCi): Promise<Ci> {
    return this.changes.commit(cause, async (tx) => {
      await refuseTaken(tx, input.externalIds ?? []);
      const { ci, events } = Ci.create(this.catalogue, input, this.clock.now(), cause.actor);
      await this.store.save(tx, [ci]);
      const audit = [{ action: 'create', resourceType: 'ci', resourceId: ci.state.id, after: ci.toData() }];
      return { result: ci, events, audit };
    });
  }
}

async function refuseTaken(tx: Tx, ids: readonly ExternalId[]): Promise<void> {
  const names = ids.map(({ source, externalId }) => JSON.stringify([source, externalId]));
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice >= 0) throw new InvalidInput([{ pointer: `/externalIds/${twice}`, reason: 'is there twice' }]);
  if (ids.length === 0) return;
  const [taken] = await tx.query<{ ci_id: string; source: string; external_id: string }>(
    `select ci_id, source, external_id from ci_external_id
     where (source, external_id) in (select * from unnest($1::text[], $2::text[])) limit 1`,
    [ids.map(({ source }) => source), ids.map(({ externalId }) => externalId)],
  );
  if (taken !== undefined) {
    throw new Conflict(`'${taken.external_id}' of '${taken.source}' is configuration item ${taken.ci_id} already.`);
  }
}
