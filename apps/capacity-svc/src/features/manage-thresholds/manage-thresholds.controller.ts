import { type Cause, type ExpectedVersion } from '@itops/kit';
import { CallerCause, Creates, IfMatch, Requires, RequiresVersion } from '@itops/platform';
import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { ManageThresholds } from './manage-thresholds.handler';
import { CreateThresholdDto, ThresholdDto, UpdateThresholdDto } from './threshold.dto';

@Controller('v1/thresholds')
@Requires('threshold:manage')
export class ManageThresholdsController {
  constructor(private readonly manageThresholds: ManageThresholds) {}

  @Post()
  @Creates('/v1/thresholds')
  @ApiOperation({ summary: 'Makes a threshold.' })
  @ApiCreatedResponse({ type: ThresholdDto })
  create(@Body() body: CreateThresholdDto, @CallerCause() cause: Cause): Promise<ThresholdDto> {
    return this.manageThresholds.create(body, cause);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes a threshold. Open breaches that it no longer selects are cleared.' })
  @RequiresVersion()
  @ApiOkResponse({ type: ThresholdDto })
  update(
    @Param('id') id: string,
    @IfMatch('threshold') expected: ExpectedVersion,
    @Body() body: UpdateThresholdDto,
    @CallerCause() cause: Cause,
  ): Promise<ThresholdDto> {
    return this.manageThresholds.update(id, expected, body, cause);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Removes a threshold and clears its open breaches.' })
  @RequiresVersion()
  @ApiNoContentResponse({ description: 'It is gone.' })
  remove(
    @Param('id') id: string,
    @IfMatch('threshold') expected: ExpectedVersion,
    @CallerCause() cause: Cause,
  ): Promise<void> {
    return this.manageThresholds.remove(id, expected, cause);
  }
}
