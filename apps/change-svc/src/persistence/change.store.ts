import { type CiReference } from '@itops/contracts';
import { Conflict, NotFound, formatNumber, isUuid } from '@itops/kit';
import { locked, type Tx, unchanged } from '@itops/messaging';
import { Injectable } from '@nestjs/common';

import { Change } from '../domain/change';
import { CHANGE_COLUMNS, type ChangeRow, toDetails, toRow } from './change.row';

const COLUMNS = CHANGE_COLUMNS.join(', ');

/** By which deployment a change is known. */
export interface DeploymentKey {
  readonly source: string;
  readonly externalRef: string;
}

/** Loads changes for writing, each locked until the transaction ends, and saves them. */
@Injectable()
export class ChangeStore {
  /** @throws NotFound */
  async load(tx: Tx, idOrNumber: string): Promise<Change> {
    const [row] = await tx.query<ChangeRow>(
      `select ${COLUMNS} from change where ${isUuid(idOrNumber) ? 'id = $1::uuid' : 'number = $1'} ${locked('for update')}`,
      [idOrNumber],
    );
    if (row === undefined) throw new NotFound('change', idOrNumber);
    return Change.restore(toDetails(row));
  }

  /**
   * The changes of these deployments. No other transaction opens or loads one of them meanwhile, also where there is
   * no change yet.
   */
  async loadByDeployment(tx: Tx, keys: readonly DeploymentKey[]): Promise<Change[]> {
    const parameters = [keys.map(({ source }) => source), keys.map(({ externalRef }) => externalRef)];
    // Always in the same order, so that two transactions can't wait for each other.
    await tx.query(
      `select pg_advisory_xact_lock(key) from (
         select distinct hashtextextended(jsonb_build_array(k.source, k.ref)::text, 0) as key
         from unnest($1::text[], $2::text[]) as k (source, ref) order by key
       ) as keys`,
      parameters,
    );
    const rows = await tx.query<ChangeRow>(
      `select ${COLUMNS} from change
       where (deployment_source, external_ref) in (select * from unnest($1::text[], $2::text[])) and deployment_source is not null
       order by id for update`,
      parameters,
    );
    return rows.map((row) => Change.restore(toDetails(row)));
  }

  /** The changes that wait for one of these references to become known. */
  async loadByUnresolvedCi(tx: Tx, references: readonly CiReference[]): Promise<Change[]> {
    const rows = await tx.query<ChangeRow>(
      `select ${COLUMNS} from change where unresolved_ci = any ($1::jsonb[]) and unresolved_ci is not null order by id for update`,
      [references.map((reference) => JSON.stringify(reference))],
    );
    return rows.map((row) => Change.restore(toDetails(row)));
  }

  /** Numbers for new changes. A number whose transaction fails is not used again. */
  async nextNumbers(tx: Tx, count: number): Promise<string[]> {
    const rows = await tx.query<{ serial: string }>(
      `select nextval('change_number') as serial from generate_series(1, $1::int)`,
      [count],
    );
    return rows.map(({ serial }) => formatNumber('CHG', Number(serial)));
  }

  async insert(tx: Tx, changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    await tx.query(
      `insert into change (${COLUMNS}) select ${COLUMNS} from jsonb_populate_recordset(null::change, $1::jsonb)`,
      [JSON.stringify(changes.map(({ details }) => toRow(details)))],
    );
  }

  /** @throws Conflict when one of them is no longer at the version that was loaded. */
  async save(tx: Tx, changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    const updated = await tx.query<{ id: string }>(
      `update change as c set (${COLUMNS}) = row (${CHANGE_COLUMNS.map((column) => `r.${column}`).join(', ')})
       from jsonb_populate_recordset(null::change, $1::jsonb) as r
         join unnest($2::uuid[], $3::int[]) as loaded (id, version) using (id)
       where c.id = r.id and ${unchanged('c.version = loaded.version')} returning c.id`,
      [
        JSON.stringify(changes.map(({ details }) => toRow(details))),
        changes.map(({ details }) => details.id),
        changes.map(({ storedVersion }) => storedVersion),
      ],
    );
    if (updated.length !== changes.length) {
      throw new Conflict('The change has been changed by somebody else in this moment. Read it again and repeat.');
    }
  }
}
