import { type Cause, type ListRequest } from '@itops/kit';
import { Asked, CallerCause, Pages, Requires, Sparse } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { IncidentQueries } from '../../persistence/incident.queries';
import { INCIDENTS } from '../../persistence/incident.lists';
import { IncidentPage, IncidentResource, toIncidentResource } from '../../resource/incident.resource';

@Controller('v1/incidents')
@Requires('incident:read')
export class FindIncidentsController {
  constructor(private readonly queries: IncidentQueries) {}

  @Get()
  @Pages(INCIDENTS, IncidentResource)
  @ApiOperation({ summary: 'List incidents' })
  @ApiOkResponse({ type: IncidentPage })
  list(@Asked() request: ListRequest, @CallerCause() cause: Cause): Promise<IncidentPage> {
    return this.queries.list(request, cause, toIncidentResource);
  }

  @Get(':id')
  @Sparse(IncidentResource)
  @ApiOperation({ summary: 'Read one incident by its id or number' })
  @ApiOkResponse({ type: IncidentResource })
  async read(@Param('id') id: string, @CallerCause() cause: Cause): Promise<IncidentResource> {
    const { incident, ciName } = await this.queries.find(id, cause);
    return toIncidentResource(incident, ciName);
  }
}
