import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { AlertQueries } from '../../persistence/alert.queries';
import { AlertPage, AlertResource, toAlertResource } from '../../resource/alert.resource';
import { FindAlertsQuery } from './find-alerts.dto';

@ApiTags('alerts')
@Controller('v1/alerts')
@Requires('alert:read')
export class FindAlertsController {
  constructor(private readonly queries: AlertQueries) {}

  @Get()
  @ApiOperation({ summary: 'List alerts' })
  @ApiOkResponse({ type: AlertPage })
  list(@Query() query: FindAlertsQuery): Promise<AlertPage> {
    return this.queries.list(query, query, toAlertResource);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one alert' })
  @ApiOkResponse({ type: AlertResource })
  async read(@Param('id') id: string): Promise<AlertResource> {
    const { alert, ciName } = await this.queries.find(id);
    return toAlertResource(alert, ciName);
  }
}
