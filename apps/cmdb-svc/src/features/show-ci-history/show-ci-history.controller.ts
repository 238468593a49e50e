import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { CiHistory, CiHistoryQuery } from './show-ci-history.dto';
import { ShowCiHistory } from './show-ci-history.handler';

@ApiTags('Configuration items')
@Controller('v1/cis')
@Requires('ci:read')
export class ShowCiHistoryController {
  constructor(private readonly history: ShowCiHistory) {}

  @Get(':id/history')
  @ApiOkResponse({ type: CiHistory })
  list(@Param('id') id: string, @Query() query: CiHistoryQuery): Promise<CiHistory> {
    return this.history.handle(id, query);
  }
}
