import { Injectable } from '@nestjs/common';
import { isUuid, NotFound } from '@itops/kit';
import { type ListSpec, readPage, when } from '@itops/platform';
import { DataSource } from 'typeorm';

import { ClassCatalogue } from '../../domain/class-catalogue';
import { CI_COLUMNS, type CiRow, toCiState } from '../../persistence/ci.row';
import { type CiResource, toCiResource } from '../../resource/ci.resource';
import { type CiList, type FindCisQuery } from './find-cis.dto';

const LIST: ListSpec = {
  select: CI_COLUMNS,
  from: 'ci',
  id: 'ci.id',
  sorts: {
    createdAt: { column: 'ci.created_at', type: 'timestamptz' },
    updatedAt: { column: 'ci.updated_at', type: 'timestamptz' },
    name: { column: 'ci.name', type: 'text' },
    criticality: { column: 'ci.criticality', type: 'smallint' },
  },
  defaultSort: 'createdAt',
};

@Injectable()
export class FindCis {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: ClassCatalogue,
  ) {}

  /** @throws InvalidInput */
  page(query: FindCisQuery): Promise<CiList> {
    const known = 'exists (select 1 from ci_external_id e where e.ci_id = ci.id';
    return readPage<CiRow, CiResource>(
      this.dataSource,
      LIST,
      [
        ...when(query.class, (name) => ({
          sql: 'ci.class = any(?::text[])',
          values: [this.catalogue.withSubclasses(name)],
        })),
        ...when(query.name, (name) => ({ sql: 'ci.name = ?', values: [name] })),
        ...when(query.q, (prefix) => ({
          sql: "lower(ci.name) like ? || '%'",
          values: [literal(prefix.toLowerCase())],
        })),
        ...when(query.stage, (stages) => ({ sql: 'ci.stage = any(?::text[])', values: [stages] })),
        ...when(query.operationalStatus, (statuses) => ({
          sql: 'ci.operational_status = any(?::text[])',
          values: [statuses],
        })),
        ...when(query.ownerGroup, (group) => ({ sql: 'ci.owner_group = ?', values: [group] })),
        ...when(query.criticality, (criticality) => ({ sql: 'ci.criticality = ?', values: [criticality] })),
        ...when(query.source, (source) => ({ sql: `${known} and e.source = ?)`, values: [source] })),
        ...when(query.externalId, (id) =>
          query.source === undefined
            ? { sql: `${known} and e.external_id = ?)`, values: [id] }
            : { sql: `${known} and e.source = ? and e.external_id = ?)`, values: [query.source, id] },
        ),
      ],
      query,
      (row) => toCiResource(toCiState(row)),
    );
  }

  /** @throws NotFound */
  async one(id: string): Promise<CiResource> {
    const rows = isUuid(id)
      ? await this.dataSource.query<CiRow[]>(`select ${CI_COLUMNS} from ci where ci.id = $1`, [id])
      : [];
    const [row] = rows;
    if (row === undefined) throw new NotFound('configuration item', id);
    return toCiResource(toCiState(row));
  }
}

/** Without the meaning that LIKE gives to some characters. */
function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
