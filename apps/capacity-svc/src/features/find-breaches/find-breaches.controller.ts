import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { BreachDto, BreachPageDto, FindBreachesQuery } from './find-breaches.dto';
import { FindBreaches } from './find-breaches.handler';

@ApiTags('breaches')
@Controller('v1/breaches')
@Requires('capacity:read')
export class FindBreachesController {
  constructor(private readonly findBreaches: FindBreaches) {}

  @Get()
  @ApiOperation({ summary: 'Lists breaches of thresholds, current and predicted, the newest first.' })
  @ApiOkResponse({ type: BreachPageDto })
  findMany(@Query() query: FindBreachesQuery): Promise<BreachPageDto> {
    return this.findBreaches.findMany(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Reads one breach.' })
  @ApiOkResponse({ type: BreachDto })
  findOne(@Param('id') id: string): Promise<BreachDto> {
    return this.findBreaches.findOne(id);
  }
}
