import { type ListRequest } from '@itops/kit';
import { Asked, Pages, Requires } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { CI_HISTORY } from '../../persistence/cmdb.lists';
import { CiHistory, CiHistoryEntry } from './show-ci-history.dto';
import { ShowCiHistory } from './show-ci-history.handler';

@Controller('v1/cis')
@Requires('ci:read')
export class ShowCiHistoryController {
  constructor(private readonly history: ShowCiHistory) {}

  @Get(':id/history')
  @Pages(CI_HISTORY, CiHistoryEntry)
  @ApiOperation({ summary: 'What happened to an item', description: 'Each fact with its cause, the newest first.' })
  @ApiOkResponse({ type: CiHistory })
  list(@Param('id') id: string, @Asked() request: ListRequest): Promise<CiHistory> {
    return this.history.handle(id, request);
  }
}
