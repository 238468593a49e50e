import { type Cause } from '@itops/kit';
import { CallerCause, Creates, Requires } from '@itops/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';

import { IncidentResource, toIncidentResource } from '../../resource/incident.resource';
import { IncidentQueries } from '../../persistence/incident.queries';
import { OpenIncidentDto } from './open-incident.dto';
import { OpenIncidentHandler } from './open-incident.handler';

@Controller('v1/incidents')
@Requires('incident:open')
export class OpenIncidentController {
  constructor(
    private readonly handler: OpenIncidentHandler,
    private readonly queries: IncidentQueries,
  ) {}

  @Post()
  @Creates('/v1/incidents')
  @ApiOperation({ operationId: 'openIncident', summary: 'Open an incident' })
  @ApiCreatedResponse({ type: IncidentResource })
  async open(@Body() body: OpenIncidentDto, @CallerCause() cause: Cause): Promise<IncidentResource> {
    const { snapshot } = await this.handler.handle(body, cause);
    return toIncidentResource(snapshot, await this.queries.ciName(snapshot.ciId));
  }
}
