import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { IncidentQueries } from '../../persistence/incident.queries';
import { IncidentPage, IncidentResource, toIncidentResource } from '../../resource/incident.resource';
import { FindIncidentsQuery } from './find-incidents.dto';

@ApiTags('incidents')
@Controller('v1/incidents')
@Requires('incident:read')
export class FindIncidentsController {
  constructor(private readonly queries: IncidentQueries) {}

  @Get()
  @ApiOperation({ summary: 'List incidents' })
  @ApiOkResponse({ type: IncidentPage })
  list(@Query() query: FindIncidentsQuery): Promise<IncidentPage> {
    return this.queries.list(query, query, toIncidentResource);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one incident by its id or number' })
  @ApiOkResponse({ type: IncidentResource })
  async read(@Param('id') id: string): Promise<IncidentResource> {
    const { incident, ciName } = await this.queries.find(id);
    return toIncidentResource(incident, ciName);
  }
}
