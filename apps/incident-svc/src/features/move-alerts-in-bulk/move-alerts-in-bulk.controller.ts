import { type Cause } from '@itops/kit';
import { CallerCause, Requires } from '@itops/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { AlertQueries } from '../../persistence/alert.queries';
import { toAlertResource } from '../../resource/alert.resource';
import { AlertBulkAnswer, AlertBulkInput } from './move-alerts-in-bulk.dto';
import { MoveAlertsInBulk } from './move-alerts-in-bulk.handler';

@Controller('v1/alerts/bulk')
@Requires('alert:act')
export class MoveAlertsInBulkController {
  constructor(
    private readonly handler: MoveAlertsInBulk,
    private readonly queries: AlertQueries,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Acknowledge or resolve many alerts',
    description: 'Each is answered by itself; what is refused of one changes nothing and leaves the others alone.',
  })
  @ApiOkResponse({ type: AlertBulkAnswer })
  async move(@Body() { action, ids }: AlertBulkInput, @CallerCause() cause: Cause): Promise<AlertBulkAnswer> {
    const { outcomes, moved } = await this.handler.handle(action, ids, cause);
    const names = await this.queries.ciNames(moved.flatMap(({ ciId }) => ciId ?? []));
    return outcomes.answer((alert) => toAlertResource(alert, names.get(alert.ciId ?? '') ?? null));
  }
}
