import { type ListRequest } from '@itops/kit';
import { Asked, Pages, Requires, Sparse } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { RELATIONSHIPS } from '../../persistence/cmdb.lists';
import { RelationshipResource } from '../../resource/relationship.resource';
import { RelationshipList } from './find-relationships.dto';
import { FindRelationships } from './find-relationships.handler';

@Controller('v1/relationships')
@Requires('ci:read')
export class FindRelationshipsController {
  constructor(private readonly relationships: FindRelationships) {}

  @Get()
  @Pages(RELATIONSHIPS, RelationshipResource)
  @ApiOperation({ summary: 'List relationships' })
  @ApiOkResponse({ type: RelationshipList })
  list(@Asked() request: ListRequest): Promise<RelationshipList> {
    return this.relationships.page(request);
  }

  @Get(':id')
  @Sparse(RelationshipResource)
  @ApiOperation({ summary: 'Read one relationship' })
  @ApiOkResponse({ type: RelationshipResource })
  get(@Param('id') id: string): Promise<RelationshipResource> {
    return this.relationships.one(id);
  }
}
