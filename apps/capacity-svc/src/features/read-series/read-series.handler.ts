import { Cursors, type CursorUse, InvalidInput, isUuid, NotFound, toPage } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { readerOf } from '../../persistence/reader';
import { readResource } from '../../persistence/resource.store';
import { type ReadSeriesQuery, type Resolution, type SeriesDto, type SeriesItemDto } from './read-series.dto';

interface Row {
  at: Date;
  value?: number;
  min?: number;
  max?: number;
  mean?: number;
  count?: number;
  last?: number;
}

const SOURCES: Readonly<Record<Resolution, { table: string; time: string; columns: string }>> = {
  raw: { table: 'point', time: 'at', columns: 'at, value' },
  '1h': { table: 'hourly', time: 'hour', columns: 'hour as at, min, max, sum / count as mean, count, last' },
};

@Injectable()
export class ReadSeries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** @throws NotFound, InvalidInput */
  async read(id: string, query: ReadSeriesQuery): Promise<SeriesDto> {
    const reader = readerOf(this.dataSource);
    const resource = isUuid(id) ? await readResource(reader, id) : undefined;
    if (resource === undefined) throw new NotFound('resource', id);
    const { resolution = 'raw', limit = 1_000 } = query;
    const from = query.from === undefined ? null : new Date(query.from);
    const to = query.to === undefined ? null : new Date(query.to);
    if (from !== null && to !== null && from > to)
      throw new InvalidInput([{ pointer: '/from', reason: 'is later than to' }]);
    const use: CursorUse = {
      ...{ list: 'series', sort: resolution, within: resource.id },
      conditions: [
        { field: 'from', operator: '=', values: [from?.toISOString() ?? null] },
        { field: 'to', operator: '=', values: [to?.toISOString() ?? null] },
      ],
    };
    const [after = null] = query.cursor === undefined ? [] : this.cursors.open(use, query.cursor);
    const { table, time, columns } = SOURCES[resolution];
    const rows = await reader.query<Row>(
      `select ${columns} from ${table}
       where series = $1 and ($2::timestamptz is null or ${time} >= $2) and ($3::timestamptz is null or ${time} <= $3)
         and ($4::timestamptz is null or ${time} > $4)
       order by ${time} limit $5`,
      [resource.series, from, to, after, limit + 1],
    );
    const page = toPage(rows, limit, toItem, ({ at }) => this.cursors.seal(use, [at.toISOString()]));
    const { metric, unit } = resource;
    return { resourceId: resource.id, metric, unit, resolution, ...page };
  }
}

function toItem({ at, ...values }: Row): SeriesItemDto {
  return { at: at.toISOString(), ...values };
}
