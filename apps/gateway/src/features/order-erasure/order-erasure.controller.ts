import { type Cause } from '@itops/kit';
import { CallerCause, Requires } from '@itops/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation } from '@nestjs/swagger';

import { OrderedErasure, OrderErasureDto } from './order-erasure.dto';
import { OrderErasure } from './order-erasure.handler';

@Controller('v1/audit/erasures')
@Requires('audit:erase')
export class OrderErasureController {
  constructor(private readonly ordering: OrderErasure) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    operationId: 'eraseFromAudit',
    summary: 'Erase what the audit trails hold about a person',
    description:
      'Before, after and reason of every row that names the person are erased in every service, for ever; who did what and when stays, and the chains stay whole. GET /v1/audit?resourceType=erasure tells when each service is done.',
  })
  @ApiAcceptedResponse({ type: OrderedErasure })
  order(@Body() body: OrderErasureDto, @CallerCause() cause: Cause): Promise<OrderedErasure> {
    return this.ordering.handle(body, cause);
  }
}
