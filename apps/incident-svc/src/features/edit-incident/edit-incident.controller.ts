import { type Cause, type ExpectedVersion } from '@itops/kit';
import { CallerCause, IfMatch, Requires } from '@itops/platform';
import { Body, Controller, Param, Patch } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { IncidentQueries } from '../../persistence/incident.queries';
import { IncidentResource, toIncidentResource } from '../../resource/incident.resource';
import { EditIncidentDto } from './edit-incident.dto';
import { EditIncidentHandler } from './edit-incident.handler';

@Controller('v1/incidents')
@Requires('incident:act')
export class EditIncidentController {
  constructor(
    private readonly handler: EditIncidentHandler,
    private readonly queries: IncidentQueries,
  ) {}

  @Patch(':id')
  @ApiOperation({ summary: 'Edit an incident' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the version that was read.' })
  @ApiOkResponse({ type: IncidentResource })
  async edit(
    @Param('id') id: string,
    @IfMatch('incident') expected: ExpectedVersion,
    @Body() body: EditIncidentDto,
    @CallerCause() cause: Cause,
  ): Promise<IncidentResource> {
    const { snapshot } = await this.handler.handle(id, expected, body, cause);
    return toIncidentResource(snapshot, await this.queries.ciName(snapshot.ciId));
  }
}
