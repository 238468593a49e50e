import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOperation } from '@nestjs/swagger';
import { AlertIn } from '@itops/contracts';
import { type Cause } from '@itops/kit';
import { CallerCause, MindsKeysItself, Requires } from '@itops/platform';

import { oneOrMany } from '../../entries/documented';
import { type ReportKey } from '../../entries/event-ids';
import { ReportedBody, SentKey } from '../../entries/reported-request';
import { AlertsTakenDto } from './report-alerts.dto';
import { type AlertsTaken, ReportAlerts } from './report-alerts.handler';

@Controller('v1/alerts')
@MindsKeysItself()
@Requires('alert:report')
export class ReportAlertsController {
  constructor(private readonly handler: ReportAlerts) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    operationId: 'reportAlerts',
    summary: 'Report alerts',
    description:
      'Answers when the alerts are durable, also while incident-svc is down. A bad alert of a batch is named and does not hold up the others; when all are bad the answer is 400.',
  })
  @ApiBody({ schema: oneOrMany(AlertIn) })
  @ApiAcceptedResponse({ type: AlertsTakenDto })
  report(
    @ReportedBody() body: unknown,
    @SentKey() key: ReportKey | undefined,
    @CallerCause() cause: Cause,
  ): Promise<AlertsTaken> {
    return this.handler.run(body, key, cause);
  }
}
