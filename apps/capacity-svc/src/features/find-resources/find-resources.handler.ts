import { type CiReference } from '@itops/contracts';
import { isUuid, NotFound, type Page } from '@itops/kit';
import { type ListSpec, readPage, when } from '@itops/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type FindResourcesQuery, type ResourceDto } from './find-resources.dto';

interface Row {
  id: string;
  version: number;
  ci_id: string | null;
  ci_name: string | null;
  ci_reference: CiReference;
  metric: string;
  unit: string;
  labels: Record<string, string>;
  last_value: number | null;
  last_at: Date | null;
  created_at: Date;
  updated_at: Date;
  created_by: string;
}

const list: ListSpec = {
  select: `r.id, r.version, r.ci_id, c.name as ci_name, r.ci_reference, r.metric, r.unit, r.labels, r.last_value, r.last_at,
           r.created_at, r.updated_at, r.created_by`,
  from: 'resource r left join configuration_item c on c.id = r.ci_id',
  id: 'r.id',
  sorts: {
    createdAt: { column: 'r.created_at', type: 'timestamptz' },
    metric: { column: 'r.metric', type: 'text' },
  },
  defaultSort: 'createdAt',
};

@Injectable()
export class FindResources {
  constructor(private readonly dataSource: DataSource) {}

  findMany(query: FindResourcesQuery): Promise<Page<ResourceDto>> {
    const conditions = [
      ...when(query.ciId, (id) => ({ sql: 'r.ci_id = ?', values: [id] })),
      ...when(query.metric, (metric) => ({ sql: 'r.metric = ?', values: [metric] })),
    ];
    return readPage(this.dataSource, list, conditions, query, toDto);
  }

  /** @throws NotFound */
  async findOne(id: string): Promise<ResourceDto> {
    const rows = isUuid(id)
      ? await this.dataSource.query<Row[]>(`select ${list.select} from ${list.from} where r.id = $1`, [id])
      : [];
    const [row] = rows;
    if (row === undefined) throw new NotFound('resource', id);
    return toDto(row);
  }
}

function toDto(row: Row): ResourceDto {
  const { id, version, metric, unit, labels, ci_reference: reference } = row;
  const named = typeof reference === 'string' ? reference : `${reference.source}/${reference.externalId}`;
  return {
    id,
    version,
    ciId: row.ci_id,
    ciName: row.ci_name,
    unresolvedCi: row.ci_id === null ? named : null,
    metric,
    unit,
    labels,
    lastValue: row.last_value,
    lastAt: row.last_at?.toISOString() ?? null,
    capacity: unit === '%' ? 100 : null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    createdBy: row.created_by,
  };
}
