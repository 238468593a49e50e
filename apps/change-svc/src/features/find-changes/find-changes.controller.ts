import { ChangeQueries } from '../../persistence/change.queries';
import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { requireTime } from '../../domain/time';
import { ChangePage, ChangeResource, toChangeResource } from '../../resource/change.resource';
import { FindChangesQuery } from './find-changes.dto';

@ApiTags('changes')
@Controller('v1/changes')
@Requires('change:read')
export class FindChangesController {
  constructor(private readonly changes: ChangeQueries) {}

  @Get()
  @ApiOperation({ summary: 'List changes' })
  @ApiOkResponse({ type: ChangePage })
  list(@Query() query: FindChangesQuery): Promise<ChangePage> {
    const filter = {
      ...query,
      plannedStartFrom: timeOf('/plannedStartFrom', query.plannedStartFrom),
      plannedStartTo: timeOf('/plannedStartTo', query.plannedStartTo),
      actualStartFrom: timeOf('/actualStartFrom', query.actualStartFrom),
      actualStartTo: timeOf('/actualStartTo', query.actualStartTo),
    };
    return this.changes.list(filter, query, toChangeResource);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one change by its id or number' })
  @ApiOkResponse({ type: ChangeResource })
  async read(@Param('id') id: string): Promise<ChangeResource> {
    return toChangeResource(await this.changes.find(id));
  }
}

function timeOf(pointer: string, text: string | undefined): Date | undefined {
  return text === undefined ? undefined : requireTime(pointer, text);
}
