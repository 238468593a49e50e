import { type Cause } from '@itops/kit';
import { CallerCause, Creates, Requires } from '@itops/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';

import { ChangeResource, toChangeResource } from '../../resource/change.resource';
import { given } from '../../resource/given';
import { readTimes } from '../../resource/read-times';
import { OpenChangeDto } from './open-change.dto';
import { OpenChangeHandler } from './open-change.handler';

@Controller('v1/changes')
@Requires('change:open')
export class OpenChangeController {
  constructor(private readonly handler: OpenChangeHandler) {}

  @Post()
  @Creates('/v1/changes')
  @ApiOperation({ operationId: 'openChange', summary: 'Request a change' })
  @ApiCreatedResponse({ type: ChangeResource })
  async open(@Body() body: OpenChangeDto, @CallerCause() cause: Cause): Promise<ChangeResource> {
    const { type = 'normal', source = 'manual', cis = [], plannedStart, plannedEnd, title, ...rest } = body;
    const request = { ...given(rest), ...readTimes({ plannedStart, plannedEnd }), title, type, source, cis };
    return toChangeResource(await this.handler.open(request, cause));
  }
}
