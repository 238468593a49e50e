import { Body, Controller, Post } from '@nestjs/common';
import { type Cause } from '@itops/kit';
import { CallerCause, Creates, Requires } from '@itops/platform';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';

import { CiResource, toCiResource } from '../../resource/ci.resource';
import { CreateCiInput } from '../../resource/ci.input';
import { CreateCi } from './create-ci.handler';

@ApiTags('Configuration items')
@Controller('v1/cis')
@Requires('ci:edit')
export class CreateCiController {
  constructor(private readonly createCi: CreateCi) {}

  @Post()
  @Creates('/v1/cis')
  @ApiCreatedResponse({ type: CiResource })
  async create(@CallerCause() cause: Cause, @Body() input: CreateCiInput): Promise<CiResource> {
    return toCiResource((await this.createCi.handle(cause, input)).state);
  }
}
