import { Body, Controller, Param, Patch } from '@nestjs/common';
import { type Cause, type ExpectedVersion } from '@itops/kit';
import { CallerCause, IfMatch, Requires, RequiresVersion } from '@itops/platform';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { CiResource, toCiResource } from '../../resource/ci.resource';
import { UpdateCiInput } from '../../resource/ci.input';
import { UpdateCi } from './update-ci.handler';

@Controller('v1/cis')
@Requires('ci:edit')
export class UpdateCiController {
  constructor(private readonly updateCi: UpdateCi) {}

  @Patch(':id')
  @RequiresVersion()
  @ApiOperation({
    summary: 'Change an item',
    description: 'What is not named stays. Attributes are merged, null removes one.',
  })
  @ApiOkResponse({ type: CiResource })
  async update(
    @CallerCause() cause: Cause,
    @Param('id') id: string,
    @IfMatch('configuration item') expected: ExpectedVersion,
    @Body() input: UpdateCiInput,
  ): Promise<CiResource> {
    return toCiResource((await this.updateCi.handle(cause, id, expected, input)).state);
  }
}
