import { type ListRequest } from '@itops/kit';
import { Asked, Pages, Requires, Sparse } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { BREACHES } from '../../persistence/capacity.lists';
import { BreachDto, BreachPageDto } from './find-breaches.dto';
import { FindBreaches } from './find-breaches.handler';

@Controller('v1/breaches')
@Requires('capacity:read')
export class FindBreachesController {
  constructor(private readonly findBreaches: FindBreaches) {}

  @Get()
  @Pages(BREACHES, BreachDto)
  @ApiOperation({ summary: 'Lists breaches of thresholds, current and predicted, the newest first.' })
  @ApiOkResponse({ type: BreachPageDto })
  findMany(@Asked() request: ListRequest): Promise<BreachPageDto> {
    return this.findBreaches.findMany(request);
  }

  @Get(':id')
  @Sparse(BreachDto)
  @ApiOperation({ summary: 'Reads one breach.' })
  @ApiOkResponse({ type: BreachDto })
  findOne(@Param('id') id: string): Promise<BreachDto> {
    return this.findBreaches.findOne(id);
  }
}
