import { isUuid, type ListRequest, Lists, NotFound, type Page } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { THRESHOLDS } from '../../persistence/capacity.lists';
import { readerOf } from '../../persistence/reader';
import { readThreshold, type ThresholdRow, toThreshold } from '../../persistence/threshold.store';
import { toAnswer } from './threshold.answer';
import { type ThresholdDto } from './threshold.dto';

@Injectable()
export class FindThresholds {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lists: Lists,
  ) {}

  findMany(request: ListRequest): Promise<Page<ThresholdDto>> {
    return this.lists.page(THRESHOLDS, request, (row: ThresholdRow) => toAnswer(toThreshold(row)));
  }

  /** @throws NotFound */
  async findOne(id: string): Promise<ThresholdDto> {
    const threshold = isUuid(id) ? await readThreshold(readerOf(this.dataSource), id) : undefined;
    if (threshold === undefined) throw new NotFound('threshold', id);
    return toAnswer(threshold);
  }
}
