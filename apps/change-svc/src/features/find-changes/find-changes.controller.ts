import { type ListRequest } from '@itops/kit';
import { Asked, Pages, Requires, Sparse } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { CHANGES } from '../../persistence/change.lists';
import { ChangeQueries } from '../../persistence/change.queries';
import { ChangePage, ChangeResource, toChangeResource } from '../../resource/change.resource';

@Controller('v1/changes')
@Requires('change:read')
export class FindChangesController {
  constructor(private readonly changes: ChangeQueries) {}

  @Get()
  @Pages(CHANGES, ChangeResource)
  @ApiOperation({ summary: 'List changes' })
  @ApiOkResponse({ type: ChangePage })
  list(@Asked() request: ListRequest): Promise<ChangePage> {
    return this.changes.list(request, toChangeResource);
  }

  @Get(':id')
  @Sparse(ChangeResource)
  @ApiOperation({ summary: 'Read one change by its id or number' })
  @ApiOkResponse({ type: ChangeResource })
  async read(@Param('id') id: string): Promise<ChangeResource> {
    return toChangeResource(await this.changes.find(id));
  }
}
