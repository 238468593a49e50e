import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { type Cause, type ExpectedVersion } from '@itops/kit';
import { CallerCause, IfMatch, Requires, RequiresVersion } from '@itops/platform';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';

import { stageLifecycle } from '../../domain/ci.lifecycle';
import { CiResource, toCiResource } from '../../resource/ci.resource';
import { MoveCiStageInput } from './move-ci-stage.dto';
import { MoveCiStage } from './move-ci-stage.handler';

@Controller('v1/cis')
@Requires('ci:edit')
export class MoveCiStageController {
  constructor(private readonly moveCiStage: MoveCiStage) {}

  @Post(':id/actions/:action')
  @HttpCode(200)
  @RequiresVersion()
  @ApiParam({ name: 'action', enum: [...stageLifecycle.actions] })
  @ApiBody({ type: MoveCiStageInput, required: false })
  @ApiOperation({ operationId: 'moveCiStage', summary: 'Move an item to another stage of its life' })
  @ApiOkResponse({ type: CiResource })
  async move(
    @CallerCause() cause: Cause,
    @Param('id') id: string,
    @Param('action') action: string,
    @IfMatch('configuration item') expected: ExpectedVersion,
    @Body() input: MoveCiStageInput,
  ): Promise<CiResource> {
    return toCiResource((await this.moveCiStage.handle(cause, { id, action, reason: input.reason }, expected)).state);
  }
}
