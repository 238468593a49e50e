import { type ListRequest } from '@itops/kit';
import { Asked, Pages, Requires, Sparse } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { AlertQueries } from '../../persistence/alert.queries';
import { ALERTS } from '../../persistence/incident.lists';
import { AlertPage, AlertResource, toAlertResource } from '../../resource/alert.resource';

@ApiTags('alerts')
@Controller('v1/alerts')
@Requires('alert:read')
export class FindAlertsController {
  constructor(private readonly queries: AlertQueries) {}

  @Get()
  @Pages(ALERTS, AlertResource)
  @ApiOperation({ summary: 'List alerts' })
  @ApiOkResponse({ type: AlertPage })
  list(@Asked() request: ListRequest): Promise<AlertPage> {
    return this.queries.list(request, toAlertResource);
  }

  @Get(':id')
  @Sparse(AlertResource)
  @ApiOperation({ summary: 'Read one alert' })
  @ApiOkResponse({ type: AlertResource })
  async read(@Param('id') id: string): Promise<AlertResource> {
    const { alert, ciName } = await this.queries.find(id);
    return toAlertResource(alert, ciName);
  }
}
