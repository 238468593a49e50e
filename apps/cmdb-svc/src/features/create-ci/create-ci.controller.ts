import { Body, Controller, Post } from '@nestjs/common';
import { type Cause } from '@itops/kit';
import { CallerCause, Creates, Requires } from '@itops/platform';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';

import { CiResource, toCiResource } from '../../resource/ci.resource';
import { CreateCiInput } from '../../resource/ci.input';
import { CreateCi } from './create-ci.handler';

@Controller('v1/cis')
@Requires('ci:edit')
export class CreateCiController {
  constructor(private readonly createCi: CreateCi) {}

  @Post()
  @Creates('/v1/cis')
  @ApiOperation({
    summary: 'Create a configuration item',
    description: 'Where its identification says that it is there already, it is refused with 409.',
  })
  @ApiCreatedResponse({ type: CiResource })
  async create(@CallerCause() cause: Cause, @Body() input: CreateCiInput): Promise<CiResource> {
    return toCiResource((await this.createCi.handle(cause, input)).state);
  }
}
