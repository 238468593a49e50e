import { isUuid, NotFound, type Page } from '@itops/kit';
import { type ListSpec, readPage, when } from '@itops/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { readerOf } from '../../persistence/reader';
import { readThreshold, THRESHOLD_COLUMNS, type ThresholdRow, toThreshold } from '../../persistence/threshold.store';
import { toAnswer } from './threshold.answer';
import { type FindThresholdsQuery, type ThresholdDto } from './threshold.dto';

const list: ListSpec = {
  select: THRESHOLD_COLUMNS,
  from: 'threshold',
  id: 'id',
  sorts: {
    createdAt: { column: 'created_at', type: 'timestamptz' },
    metric: { column: 'metric', type: 'text' },
  },
  defaultSort: '-createdAt',
};

@Injectable()
export class FindThresholds {
  constructor(private readonly dataSource: DataSource) {}

  findMany(query: FindThresholdsQuery): Promise<Page<ThresholdDto>> {
    const conditions = [
      ...when(query.metric, (metric) => ({ sql: 'metric = ?', values: [metric] })),
      ...when(query.ciId, (id) => ({ sql: 'ci_id = ?', values: [id] })),
    ];
    return readPage(this.dataSource, list, conditions, query, (row: ThresholdRow) => toAnswer(toThreshold(row)));
  }

  /** @throws NotFound */
  async findOne(id: string): Promise<ThresholdDto> {
    const threshold = isUuid(id) ? await readThreshold(readerOf(this.dataSource), id) : undefined;
    if (threshold === undefined) throw new NotFound('threshold', id);
    return toAnswer(threshold);
  }
}
