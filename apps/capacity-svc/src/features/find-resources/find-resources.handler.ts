import { type CiReference } from '@itops/contracts';
import { isUuid, type ListRequest, Lists, NotFound, type Page } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { RESOURCES } from '../../persistence/capacity.lists';
import { type ResourceDto } from './find-resources.dto';

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

@Injectable()
export class FindResources {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
  ) {}

  findMany(request: ListRequest): Promise<Page<ResourceDto>> {
    return this.lists.page(RESOURCES, request, toDto);
  }

  /** @throws NotFound */
  async findOne(id: string): Promise<ResourceDto> {
    const rows = isUuid(id)
      ? await this.dataSource.query<Row[]>(`select ${RESOURCES.select} from ${RESOURCES.from} where r.id = $1`, [id])
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
