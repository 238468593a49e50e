import { Body, Controller, Param, Patch } from '@nestjs/common';
import { type Cause, type ExpectedVersion } from '@itops/kit';
import { CallerCause, IfMatch, Requires, RequiresVersion } from '@itops/platform';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { RelationshipResource, toRelationshipResource } from '../../resource/relationship.resource';
import { UpdateRelationshipInput } from '../../resource/relationship.input';
import { UpdateRelationship } from './update-relationship.handler';

@Controller('v1/relationships')
@Requires('ci:edit')
export class UpdateRelationshipController {
  constructor(private readonly updateRelationship: UpdateRelationship) {}

  @Patch(':id')
  @RequiresVersion()
  @ApiOperation({ summary: 'Change the attributes of a relationship' })
  @ApiOkResponse({ type: RelationshipResource })
  async update(
    @CallerCause() cause: Cause,
    @Param('id') id: string,
    @IfMatch('relationship') expected: ExpectedVersion,
    @Body() input: UpdateRelationshipInput,
  ): Promise<RelationshipResource> {
    return toRelationshipResource((await this.updateRelationship.handle(cause, id, expected, input)).state);
  }
}
