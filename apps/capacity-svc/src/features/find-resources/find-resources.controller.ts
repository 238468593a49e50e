import { type ListRequest } from '@itops/kit';
import { Asked, Pages, Requires, Sparse } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { RESOURCES } from '../../persistence/capacity.lists';
import { ResourceDto, ResourcePageDto } from './find-resources.dto';
import { FindResources } from './find-resources.handler';

@Controller('v1/resources')
@Requires('capacity:read')
export class FindResourcesController {
  constructor(private readonly findResources: FindResources) {}

  @Get()
  @Pages(RESOURCES, ResourceDto)
  @ApiOperation({ summary: 'Lists resources: the metric series of configuration items.' })
  @ApiOkResponse({ type: ResourcePageDto })
  findMany(@Asked() request: ListRequest): Promise<ResourcePageDto> {
    return this.findResources.findMany(request);
  }

  @Get(':id')
  @Sparse(ResourceDto)
  @ApiOperation({ summary: 'Reads one resource with its newest value.' })
  @ApiOkResponse({ type: ResourceDto })
  findOne(@Param('id') id: string): Promise<ResourceDto> {
    return this.findResources.findOne(id);
  }
}
