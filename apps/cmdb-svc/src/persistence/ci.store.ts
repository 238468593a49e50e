import { Injectable } from '@nestjs/common';
import { isUuid } from '@itops/kit';
import { locked, type Tx, unchanged } from '@itops/messaging';

import { Ci } from '../domain/ci';
import { ClassCatalogue } from '../domain/class-catalogue';
import { identityKeys } from '../domain/identification';
import { CiNotFound } from '../domain/not-found.errors';
import { CI_COLUMNS, type CiRow, toCiState } from './ci.row';
import { requireAllSaved } from './concurrent-change';

/** Loads and saves configuration items, many at a time. */
@Injectable()
export class CiStore {
  constructor(private readonly catalogue: ClassCatalogue) {}

  /** Locks the rows, in the order of their ids, until the transaction ends. */
  async load(tx: Tx, ids: Iterable<string>): Promise<Map<string, Ci>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    // First the lock, then the look: one statement for both would see the external ids of before its wait for the lock.
    await tx.query(`select id from ci where id = any($1::uuid[]) order by id ${locked('for update')}`, [wanted]);
    const rows = await tx.query<CiRow>(`select ${CI_COLUMNS} from ci where ci.id = any($1::uuid[])`, [wanted]);
    return new Map(rows.map((row) => [row.id, new Ci(toCiState(row), this.catalogue)]));
  }

  /** @throws NotFound */
  async loadOne(tx: Tx, id: string): Promise<Ci> {
    const ci = isUuid(id) ? (await this.load(tx, [id])).get(id.toLowerCase()) : undefined;
    if (ci === undefined) throw new CiNotFound(id);
    return ci;
  }

  /** Inserts what is new and updates the rest, where the version is still the one that was loaded. @throws Conflict */
  async save(tx: Tx, cis: readonly Ci[]): Promise<void> {
    const added = cis.filter(({ savedVersion }) => savedVersion === 0);
    const changed = cis.filter(({ savedVersion, state }) => savedVersion > 0 && savedVersion < state.version);
    if (added.length > 0) await this.insert(tx, added);
    if (changed.length > 0) await this.update(tx, changed);
  }

  private async insert(tx: Tx, cis: readonly Ci[]): Promise<void> {
    await tx.query(
      `insert into ci (id, version, class, name, attributes, sources, stage, operational_status, owner_group, criticality,
                       first_seen_at, last_seen_at, created_at, updated_at, created_by)
       select id, version, class, name, attributes, sources, stage, operational_status, owner_group, criticality,
              first_seen_at, last_seen_at, created_at, updated_at, created_by
       from ${RECORDS}`,
      [toRecords(cis)],
    );
    await this.insertKeys(tx, cis);
  }

  private async update(tx: Tx, cis: readonly Ci[]): Promise<void> {
    const saved = await tx.query(
      `update ci set version = n.version, class = n.class, name = n.name, attributes = n.attributes, sources = n.sources,
              stage = n.stage, operational_status = n.operational_status, owner_group = n.owner_group,
              criticality = n.criticality, last_seen_at = n.last_seen_at, updated_at = n.updated_at
       from ${RECORDS} where ci.id = n.id and ${unchanged('ci.version = n.expected')} returning ci.id`,
      [toRecords(cis)],
    );
    requireAllSaved('configuration item', cis.length, saved.length);
    const ids = cis.map(({ state }) => state.id);
    await tx.query('delete from ci_external_id where ci_id = any($1::uuid[])', [ids]);
    await tx.query('delete from ci_identity where ci_id = any($1::uuid[])', [ids]);
    await this.insertKeys(tx, cis);
  }

  private async insertKeys(tx: Tx, cis: readonly Ci[]): Promise<void> {
    const external = cis.flatMap(({ state }) =>
      state.externalIds.map((id, place) => ({ ...id, ciId: state.id, place })),
    );
    await tx.query(
      `insert into ci_external_id (source, external_id, ci_id, place)
       select * from unnest($1::text[], $2::text[], $3::uuid[], $4::int[])`,
      [
        external.map(({ source }) => source),
        external.map(({ externalId }) => externalId),
        external.map(({ ciId }) => ciId),
        external.map(({ place }) => place),
      ],
    );
    const keys = cis.flatMap(({ state }) =>
      [...new Set(identityKeys(this.catalogue, state))].map((key) => ({ key, ciId: state.id })),
    );
    await tx.query('insert into ci_identity (ci_id, key) select * from unnest($1::uuid[], $2::uuid[])', [
      keys.map(({ ciId }) => ciId),
      keys.map(({ key }) => key),
    ]);
  }
}

const RECORDS = `jsonb_to_recordset($1::jsonb) as n (id uuid, version int, expected int, class text, name text,
  attributes jsonb, sources jsonb, stage text, operational_status text, owner_group text, criticality smallint,
  first_seen_at timestamptz, last_seen_at timestamptz, created_at timestamptz, updated_at timestamptz, created_by text)`;

function toRecords(cis: readonly Ci[]): string {
  return JSON.stringify(
    cis.map(({ state, savedVersion }) => ({
      id: state.id,
      version: state.version,
      expected: savedVersion,
      class: state.class,
      name: state.name,
      attributes: state.attributes,
      sources: state.sources,
      stage: state.stage,
      operational_status: state.operationalStatus,
      owner_group: state.ownerGroup,
      criticality: state.criticality,
      first_seen_at: state.firstSeenAt,
      last_seen_at: state.lastSeenAt,
      created_at: state.createdAt,
      updated_at: state.updatedAt,
      created_by: state.createdBy,
    })),
  );
}
