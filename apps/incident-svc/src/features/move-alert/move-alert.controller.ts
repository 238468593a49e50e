import { type Cause, type ExpectedVersion } from '@itops/kit';
import { CallerCause, IfMatch, Requires } from '@itops/platform';
import { applyDecorators, Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { ALERT_ACTIONS_OF_PEOPLE, type AlertActionOfPeople } from '../../domain/alert.lifecycle';
import { UnknownAction } from '../../domain/errors';
import { IncidentQueries } from '../../persistence/incident.queries';
import { AlertResource, toAlertResource } from '../../resource/alert.resource';
import { MoveAlertDto } from './move-alert.dto';
import { MoveAlertHandler } from './move-alert.handler';

const Action = (action: AlertActionOfPeople, summary: string) =>
  applyDecorators(
    Post(`:id/actions/${action}`),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the version that was read.' }),
    ApiOkResponse({ type: AlertResource }),
  );

@Controller('v1/alerts')
@Requires('alert:act')
export class MoveAlertController {
  constructor(
    private readonly handler: MoveAlertHandler,
    private readonly queries: IncidentQueries,
  ) {}

  @Action('acknowledge', 'Take notice of it')
  acknowledge(
    @Param('id') id: string,
    @IfMatch('alert') expected: ExpectedVersion,
    @Body() _body: MoveAlertDto,
    @CallerCause() cause: Cause,
  ): Promise<AlertResource> {
    return this.move(id, expected, 'acknowledge', cause);
  }

  @Action('resolve', 'Declare it over')
  resolve(
    @Param('id') id: string,
    @IfMatch('alert') expected: ExpectedVersion,
    @Body() _body: MoveAlertDto,
    @CallerCause() cause: Cause,
  ): Promise<AlertResource> {
    return this.move(id, expected, 'resolve', cause);
  }

  @Post(':id/actions/:action')
  @ApiExcludeEndpoint()
  refuse(@Param('action') action: string): never {
    throw new UnknownAction('alert', action, ALERT_ACTIONS_OF_PEOPLE);
  }

  private async move(
    id: string,
    expected: ExpectedVersion,
    action: AlertActionOfPeople,
    cause: Cause,
  ): Promise<AlertResource> {
    const alert = await this.handler.handle(id, expected, action, cause);
    return toAlertResource(alert, await this.queries.ciName(alert.ciId));
  }
}
