import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOperation } from '@nestjs/swagger';
import { DeploymentIn } from '@itops/contracts';
import { type Cause } from '@itops/kit';
import { CallerCause, MindsKeysItself, Requires } from '@itops/platform';

import { oneOrMany } from '../../entries/documented';
import { type ReportKey } from '../../entries/event-ids';
import { ReportedBody, SentKey } from '../../entries/reported-request';
import { DeploymentsTakenDto } from './report-deployments.dto';
import { type DeploymentsTaken, ReportDeployments } from './report-deployments.handler';

@Controller('v1/deployments')
@MindsKeysItself()
@Requires('deployment:report')
export class ReportDeploymentsController {
  constructor(private readonly handler: ReportDeployments) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    operationId: 'reportDeployments',
    summary: 'Report deployments',
    description:
      'Answers when the reports are durable, also while change-svc is down. They open or move one change for each source and externalRef.',
  })
  @ApiBody({ schema: oneOrMany(DeploymentIn) })
  @ApiAcceptedResponse({ type: DeploymentsTakenDto })
  report(
    @ReportedBody() body: unknown,
    @SentKey() key: ReportKey | undefined,
    @CallerCause() cause: Cause,
  ): Promise<DeploymentsTaken> {
    return this.handler.run(body, key, cause);
  }
}
