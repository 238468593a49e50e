import { Body, Controller, Post } from '@nestjs/common';
import { type Cause } from '@itops/kit';
import { CallerCause, Creates, Requires } from '@itops/platform';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';

import { RelationshipResource, toRelationshipResource } from '../../resource/relationship.resource';
import { AddRelationshipInput } from '../../resource/relationship.input';
import { AddRelationship } from './add-relationship.handler';

@Controller('v1/relationships')
@Requires('ci:edit')
export class AddRelationshipController {
  constructor(private readonly addRelationship: AddRelationship) {}

  @Post()
  @Creates('/v1/relationships')
  @ApiOperation({ summary: 'Relate two items' })
  @ApiCreatedResponse({ type: RelationshipResource })
  async add(@CallerCause() cause: Cause, @Body() input: AddRelationshipInput): Promise<RelationshipResource> {
    return toRelationshipResource((await this.addRelationship.handle(cause, input)).state);
  }
}
