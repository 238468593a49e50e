import { type ListRequest } from '@itops/kit';
import { Asked, Pages, Requires } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { CI_HISTORY } from '../../persistence/cmdb.lists';
import { CiHistory, CiHistoryEntry } from './show-ci-history.dto';
import { ShowCiHistory } from './show-ci-history.handler';

@ApiTags('Configuration items')
@Controller('v1/cis')
@Requires('ci:read')
export class ShowCiHistoryController {
  constructor(private readonly history: ShowCiHistory) {}

  @Get(':id/history')
  @Pages(CI_HISTORY, CiHistoryEntry)
  @ApiOkResponse({ type: CiHistory })
  list(@Param('id') id: string, @Asked() request: ListRequest): Promise<CiHistory> {
    return this.history.handle(id, request);
  }
}
