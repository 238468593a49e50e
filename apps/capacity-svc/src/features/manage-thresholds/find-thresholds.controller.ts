import { type ListRequest } from '@itops/kit';
import { Asked, Pages, Requires, Sparse } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { THRESHOLDS } from '../../persistence/capacity.lists';
import { FindThresholds } from './find-thresholds.handler';
import { ThresholdDto, ThresholdPageDto } from './threshold.dto';

@Controller('v1/thresholds')
@Requires('capacity:read')
export class FindThresholdsController {
  constructor(private readonly findThresholds: FindThresholds) {}

  @Get()
  @Pages(THRESHOLDS, ThresholdDto)
  @ApiOperation({ summary: 'Lists thresholds, the newest first.' })
  @ApiOkResponse({ type: ThresholdPageDto })
  findMany(@Asked() request: ListRequest): Promise<ThresholdPageDto> {
    return this.findThresholds.findMany(request);
  }

  @Get(':id')
  @Sparse(ThresholdDto)
  @ApiOperation({ summary: 'Reads one threshold.' })
  @ApiOkResponse({ type: ThresholdDto })
  findOne(@Param('id') id: string): Promise<ThresholdDto> {
    return this.findThresholds.findOne(id);
  }
}
