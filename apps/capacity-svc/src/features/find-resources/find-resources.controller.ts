import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { FindResourcesQuery, ResourceDto, ResourcePageDto } from './find-resources.dto';
import { FindResources } from './find-resources.handler';

@ApiTags('resources')
@Controller('v1/resources')
@Requires('capacity:read')
export class FindResourcesController {
  constructor(private readonly findResources: FindResources) {}

  @Get()
  @ApiOperation({ summary: 'Lists resources: the metric series of configuration items.' })
  @ApiOkResponse({ type: ResourcePageDto })
  findMany(@Query() query: FindResourcesQuery): Promise<ResourcePageDto> {
    return this.findResources.findMany(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Reads one resource with its newest value.' })
  @ApiOkResponse({ type: ResourceDto })
  findOne(@Param('id') id: string): Promise<ResourceDto> {
    return this.findResources.findOne(id);
  }
}
