import { type Cause, type ExpectedVersion } from '@itops/kit';
import { CallerCause, IfMatch, Requires } from '@itops/platform';
import { Body, Controller, Param, Patch } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { ChangeResource, toChangeResource } from '../../resource/change.resource';
import { given } from '../../resource/given';
import { readTimes } from '../../resource/read-times';
import { EditChangeDto } from './edit-change.dto';
import { EditChangeHandler } from './edit-change.handler';

@Controller('v1/changes')
@Requires('change:act')
export class EditChangeController {
  constructor(private readonly handler: EditChangeHandler) {}

  @Patch(':id')
  @ApiOperation({ summary: 'Edit a change that is not closed or canceled' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the version that was read.' })
  @ApiOkResponse({ type: ChangeResource })
  async edit(
    @Param('id') id: string,
    @IfMatch('change') expected: ExpectedVersion,
    @Body() body: EditChangeDto,
    @CallerCause() cause: Cause,
  ): Promise<ChangeResource> {
    const { plannedStart, plannedEnd, ...rest } = body;
    const edit = { ...given(rest), ...readTimes({ plannedStart, plannedEnd }) };
    return toChangeResource(await this.handler.edit(id, expected, edit, cause));
  }
}
