import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { CiResource } from '../../resource/ci.resource';
import { CiList, FindCisQuery } from './find-cis.dto';
import { FindCis } from './find-cis.handler';

@ApiTags('Configuration items')
@Controller('v1/cis')
@Requires('ci:read')
export class FindCisController {
  constructor(private readonly cis: FindCis) {}

  @Get()
  @ApiOkResponse({ type: CiList })
  list(@Query() query: FindCisQuery): Promise<CiList> {
    return this.cis.page(query);
  }

  @Get(':id')
  @ApiOkResponse({ type: CiResource })
  get(@Param('id') id: string): Promise<CiResource> {
    return this.cis.one(id);
  }
}
