import { isUuid, type ListRequest, Lists, NotFound, type Page } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { BREACHES } from '../../persistence/capacity.lists';
import { type BreachRow } from '../../persistence/breach.store';
import { type BreachDto } from './find-breaches.dto';

interface Row extends BreachRow {
  ci_name: string | null;
  created_at: Date;
  updated_at: Date;
}

@Injectable()
export class FindBreaches {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
  ) {}

  findMany(request: ListRequest): Promise<Page<BreachDto>> {
    return this.lists.page(BREACHES, request, toDto);
  }

  /** @throws NotFound */
  async findOne(id: string): Promise<BreachDto> {
    const rows = isUuid(id)
      ? await this.dataSource.query<Row[]>(`select ${BREACHES.select} from ${BREACHES.from} where b.id = $1`, [id])
      : [];
    const [row] = rows;
    if (row === undefined) throw new NotFound('breach', id);
    return toDto(row);
  }
}

function toDto(row: Row): BreachDto {
  const { id, version, metric, unit, labels, comparator, severity, kind, state, value, model } = row;
  return {
    id,
    version,
    resourceId: row.resource_id,
    ciId: row.ci_id,
    ciName: row.ci_name,
    metric,
    unit,
    labels,
    thresholdId: row.threshold_id,
    comparator,
    thresholdValue: row.threshold_value,
    severity,
    kind,
    state,
    allowedActions: [],
    value,
    detectedAt: row.detected_at.toISOString(),
    expectedAt: row.expected_at?.toISOString() ?? null,
    earliestAt: row.earliest_at?.toISOString() ?? null,
    latestAt: row.latest_at?.toISOString() ?? null,
    model,
    clearedAt: row.cleared_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    createdBy: 'service:capacity-svc',
  };
}
