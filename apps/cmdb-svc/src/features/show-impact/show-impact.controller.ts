import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Impact, ImpactQuery } from './show-impact.dto';
import { ShowImpact } from './show-impact.handler';

@ApiTags('Impact')
@Controller('v1/cis')
@Requires('ci:read')
export class ShowImpactController {
  constructor(private readonly impact: ShowImpact) {}

  @Get(':id/impact')
  @ApiOkResponse({ type: Impact })
  show(@Param('id') id: string, @Query() query: ImpactQuery): Promise<Impact> {
    return this.impact.handle(id, query);
  }
}
