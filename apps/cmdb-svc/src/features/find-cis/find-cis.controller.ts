import { type ListRequest } from '@itops/kit';
import { Asked, Pages, Requires, Sparse } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { CIS } from '../../persistence/cmdb.lists';
import { CiResource } from '../../resource/ci.resource';
import { CiList } from './find-cis.dto';
import { FindCis } from './find-cis.handler';

@Controller('v1/cis')
@Requires('ci:read')
export class FindCisController {
  constructor(private readonly cis: FindCis) {}

  @Get()
  @Pages(CIS, CiResource)
  @ApiOperation({ summary: 'List configuration items' })
  @ApiOkResponse({ type: CiList })
  list(@Asked() request: ListRequest): Promise<CiList> {
    return this.cis.page(request);
  }

  @Get(':id')
  @Sparse(CiResource)
  @ApiOperation({ summary: 'Read one configuration item' })
  @ApiOkResponse({ type: CiResource })
  get(@Param('id') id: string): Promise<CiResource> {
    return this.cis.one(id);
  }
}
