import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { type Cause, type ExpectedVersion } from '@itops/kit';
import { CallerCause, IfMatch, Requires, RequiresVersion } from '@itops/platform';
import { ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';

import { RemoveRelationship } from './remove-relationship.handler';

@Controller('v1/relationships')
@Requires('ci:edit')
export class RemoveRelationshipController {
  constructor(private readonly removeRelationship: RemoveRelationship) {}

  @Delete(':id')
  @HttpCode(204)
  @RequiresVersion()
  @ApiOperation({ summary: 'Remove a relationship' })
  @ApiNoContentResponse()
  async remove(
    @CallerCause() cause: Cause,
    @Param('id') id: string,
    @IfMatch('relationship') expected: ExpectedVersion,
  ): Promise<void> {
    await this.removeRelationship.handle(cause, id, expected);
  }
}
