import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { ReadSeriesQuery, SeriesDto } from './read-series.dto';
import { ReadSeries } from './read-series.handler';

@Controller('v1/resources')
@Requires('capacity:read')
export class ReadSeriesController {
  constructor(private readonly readSeries: ReadSeries) {}

  @Get(':id/series')
  @ApiOperation({ summary: 'Reads the points of a resource, or its hourly roll-ups.' })
  @ApiOkResponse({ type: SeriesDto })
  read(@Param('id') id: string, @Query() query: ReadSeriesQuery): Promise<SeriesDto> {
    return this.readSeries.read(id, query);
  }
}
