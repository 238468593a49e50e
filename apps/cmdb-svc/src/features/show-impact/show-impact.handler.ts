import { Injectable } from '@nestjs/common';
import { Clock, isUuid } from '@itops/kit';
import { DataSource } from 'typeorm';

import { CiNotFound } from '../../domain/not-found.errors';
import { EstateGraph } from '../../graph/estate-graph';
import { type Impact, type ImpactQuery } from './show-impact.dto';

const DEFAULT_DEPTH = 10;
const DEFAULT_LIMIT = 200;

@Injectable()
export class ShowImpact {
  constructor(
    private readonly estate: EstateGraph,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A retired item has no impact and needs nothing. @throws NotFound */
  async handle(id: string, query: ImpactQuery): Promise<Impact> {
    const ciId = id.toLowerCase();
    const { direction = 'affected', depth = DEFAULT_DEPTH, limit = DEFAULT_LIMIT } = query;
    const { graph } = this.estate;
    if (!graph.hasCi(ciId)) await this.requireRecorded(ciId);
    const options = { depth, limit };
    const { items, truncated } =
      direction === 'affected' ? graph.affected(ciId, options) : graph.dependencies(ciId, options);
    return { ciId, direction, depth, asOf: this.clock.now().toISOString(), items, truncated };
  }

  private async requireRecorded(id: string): Promise<void> {
    const found = isUuid(id) ? await this.dataSource.query<object[]>('select 1 from ci where id = $1', [id]) : [];
    if (found.length === 0) throw new CiNotFound(id);
  }
}
