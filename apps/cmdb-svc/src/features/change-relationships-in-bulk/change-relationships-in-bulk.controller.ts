import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { type Cause } from '@itops/kit';
import { CallerCause, Requires } from '@itops/platform';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { toRelationshipResource } from '../../resource/relationship.resource';
import { RelationshipBulkAnswer, RelationshipBulkInput } from './change-relationships-in-bulk.dto';
import { ChangeRelationshipsInBulk } from './change-relationships-in-bulk.handler';

@Controller('v1/relationships/bulk')
@Requires('ci:edit')
export class ChangeRelationshipsInBulkController {
  constructor(private readonly changeRelationships: ChangeRelationshipsInBulk) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Add and change many relationships',
    description: 'Each is answered by itself; what is refused of one changes nothing and leaves the others alone.',
  })
  @ApiOkResponse({ type: RelationshipBulkAnswer })
  async change(@CallerCause() cause: Cause, @Body() { items }: RelationshipBulkInput): Promise<RelationshipBulkAnswer> {
    return (await this.changeRelationships.handle(cause, items)).answer(({ state }) => toRelationshipResource(state));
  }
}
