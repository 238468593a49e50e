import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { RelationshipResource } from '../../resource/relationship.resource';
import { FindRelationshipsQuery, RelationshipList } from './find-relationships.dto';
import { FindRelationships } from './find-relationships.handler';

@ApiTags('Relationships')
@Controller('v1/relationships')
@Requires('ci:read')
export class FindRelationshipsController {
  constructor(private readonly relationships: FindRelationships) {}

  @Get()
  @ApiOkResponse({ type: RelationshipList })
  list(@Query() query: FindRelationshipsQuery): Promise<RelationshipList> {
    return this.relationships.page(query);
  }

  @Get(':id')
  @ApiOkResponse({ type: RelationshipResource })
  get(@Param('id') id: string): Promise<RelationshipResource> {
    return this.relationships.one(id);
  }
}
