import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { ForecastDto, ForecastQuery } from './forecast-resource.dto';
import { ForecastResource } from './forecast-resource.handler';

@Controller('v1/resources')
@Requires('capacity:read')
export class ForecastResourceController {
  constructor(private readonly forecastResource: ForecastResource) {}

  @Get(':id/forecast')
  @ApiOperation({
    summary: 'Forecasts a resource from its last point on, with the time at which it meets a threshold.',
  })
  @ApiOkResponse({ type: ForecastDto })
  @ApiConflictResponse({ description: 'There are too few points; the problem says how many are needed.' })
  forecast(@Param('id') id: string, @Query() query: ForecastQuery): Promise<ForecastDto> {
    return this.forecastResource.forecast(id, query.horizon);
  }
}
