import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { FindThresholds } from './find-thresholds.handler';
import { FindThresholdsQuery, ThresholdDto, ThresholdPageDto } from './threshold.dto';

@ApiTags('thresholds')
@Controller('v1/thresholds')
@Requires('capacity:read')
export class FindThresholdsController {
  constructor(private readonly findThresholds: FindThresholds) {}

  @Get()
  @ApiOperation({ summary: 'Lists thresholds, the newest first.' })
  @ApiOkResponse({ type: ThresholdPageDto })
  findMany(@Query() query: FindThresholdsQuery): Promise<ThresholdPageDto> {
    return this.findThresholds.findMany(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Reads one threshold.' })
  @ApiOkResponse({ type: ThresholdDto })
  findOne(@Param('id') id: string): Promise<ThresholdDto> {
    return this.findThresholds.findOne(id);
  }
}
