import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { Impact, ImpactQuery } from './show-impact.dto';
import { ShowImpact } from './show-impact.handler';

@Controller('v1/cis')
@Requires('ci:read')
export class ShowImpactController {
  constructor(private readonly impact: ShowImpact) {}

  @Get(':id/impact')
  @ApiOperation({
    summary: 'What suffers when an item fails, or what it depends on',
    description: 'The nearest first.',
  })
  @ApiOkResponse({ type: Impact })
  show(@Param('id') id: string, @Query() query: ImpactQuery): Promise<Impact> {
    return this.impact.handle(id, query);
  }
}
