import { isUuid, NotFound, type Page } from '@itops/kit';
import { type ListSpec, readPage, when } from '@itops/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type BreachRow } from '../../persistence/breach.store';
import { type BreachDto, type FindBreachesQuery } from './find-breaches.dto';

interface Row extends BreachRow {
  ci_name: string | null;
  created_at: Date;
  updated_at: Date;
}

const list: ListSpec = {
  select: 'b.*, c.name as ci_name',
  from: 'breach b left join configuration_item c on c.id = b.ci_id',
  id: 'b.id',
  sorts: { detectedAt: { column: 'b.detected_at', type: 'timestamptz' } },
  defaultSort: '-detectedAt',
};

@Injectable()
export class FindBreaches {
  constructor(private readonly dataSource: DataSource) {}

  findMany(query: FindBreachesQuery): Promise<Page<BreachDto>> {
    const conditions = [
      ...when(query.kind, (kinds) => ({ sql: 'b.kind = any(?::text[])', values: [kinds] })),
      ...when(query.state, (states) => ({ sql: 'b.state = any(?::text[])', values: [states] })),
      ...when(query.ciId, (id) => ({ sql: 'b.ci_id = ?', values: [id] })),
      ...when(query.resourceId, (id) => ({ sql: 'b.resource_id = ?', values: [id] })),
    ];
    return readPage(this.dataSource, list, conditions, query, toDto);
  }

  /** @throws NotFound */
  async findOne(id: string): Promise<BreachDto> {
    const rows = isUuid(id)
      ? await this.dataSource.query<Row[]>(`select ${list.select} from ${list.from} where b.id = $1`, [id])
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
