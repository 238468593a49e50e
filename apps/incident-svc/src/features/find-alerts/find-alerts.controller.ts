import { type Cause, type ListRequest } from '@itops/kit';
import { Asked, CallerCause, Pages, Requires, Sparse } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { AlertQueries } from '../../persistence/alert.queries';
import { ALERTS } from '../../persistence/incident.lists';
import { AlertPage, AlertResource, toAlertResource } from '../../resource/alert.resource';

@Controller('v1/alerts')
@Requires('alert:read')
export class FindAlertsController {
  constructor(private readonly queries: AlertQueries) {}

  @Get()
  @Pages(ALERTS, AlertResource)
  @ApiOperation({ summary: 'List alerts' })
  @ApiOkResponse({ type: AlertPage })
  list(@Asked() request: ListRequest, @CallerCause() cause: Cause): Promise<AlertPage> {
    return this.queries.list(request, cause, toAlertResource);
  }

  @Get(':id')
  @Sparse(AlertResource)
  @ApiOperation({ summary: 'Read one alert' })
  @ApiOkResponse({ type: AlertResource })
  async read(@Param('id') id: string, @CallerCause() cause: Cause): Promise<AlertResource> {
    const { alert, ciName } = await this.queries.find(id, cause);
    return toAlertResource(alert, ciName);
  }
}
