import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { type Cause } from '@itops/kit';
import { CallerCause, Requires } from '@itops/platform';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { toCiResource } from '../../resource/ci.resource';
import { CiBulkAnswer, CiBulkInput } from './change-cis-in-bulk.dto';
import { ChangeCisInBulk } from './change-cis-in-bulk.handler';

@Controller('v1/cis/bulk')
@Requires('ci:edit')
export class ChangeCisInBulkController {
  constructor(private readonly changeCis: ChangeCisInBulk) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Create and change many items',
    description: 'Each is answered by itself; what is refused of one changes nothing and leaves the others alone.',
  })
  @ApiOkResponse({ type: CiBulkAnswer })
  async change(@CallerCause() cause: Cause, @Body() { items }: CiBulkInput): Promise<CiBulkAnswer> {
    return (await this.changeCis.handle(cause, items)).answer(({ state }) => toCiResource(state));
  }
}
