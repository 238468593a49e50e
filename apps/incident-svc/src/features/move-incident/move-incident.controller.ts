import { type Cause, type ExpectedVersion, InvalidInput } from '@itops/kit';
import { CallerCause, IfMatch, Requires } from '@itops/platform';
import { applyDecorators, Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { UnknownAction } from '../../domain/errors';
import { type IncidentAction, incidentLifecycle } from '../../domain/incident.lifecycle';
import { type MajorAction, majorLifecycle } from '../../domain/major.lifecycle';
import { IncidentQueries } from '../../persistence/incident.queries';
import { IncidentResource, toIncidentResource } from '../../resource/incident.resource';
import { AssignDto, HoldDto, PlainActionDto, ReasonDto, ResolveDto } from './move-incident.dto';
import { type IncidentCommand, MoveIncidentHandler } from './move-incident.handler';

const Action = (action: IncidentAction | MajorAction, summary: string) =>
  applyDecorators(
    Post(`:id/actions/${action}`),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the version that was read.' }),
    ApiOkResponse({ type: IncidentResource }),
  );

@Controller('v1/incidents')
@Requires('incident:act')
export class MoveIncidentController {
  constructor(
    private readonly handler: MoveIncidentHandler,
    private readonly queries: IncidentQueries,
  ) {}

  @Action('start', 'Take it in hand')
  start(
    @Param('id') id: string,
    @IfMatch('incident') expected: ExpectedVersion,
    @Body() body: PlainActionDto,
    @CallerCause() cause: Cause,
  ): Promise<IncidentResource> {
    return this.move(id, expected, { action: 'start' }, body.at, cause);
  }

  @Action('hold', 'Let it wait')
  hold(
    @Param('id') id: string,
    @IfMatch('incident') expected: ExpectedVersion,
    @Body() body: HoldDto,
    @CallerCause() cause: Cause,
  ): Promise<IncidentResource> {
    return this.move(id, expected, { action: 'hold', reason: body.reason }, body.at, cause);
  }

  @Action('resume', 'Go on')
  resume(
    @Param('id') id: string,
    @IfMatch('incident') expected: ExpectedVersion,
    @Body() body: PlainActionDto,
    @CallerCause() cause: Cause,
  ): Promise<IncidentResource> {
    return this.move(id, expected, { action: 'resume' }, body.at, cause);
  }

  @Action('resolve', 'The service works again')
  resolve(
    @Param('id') id: string,
    @IfMatch('incident') expected: ExpectedVersion,
    @Body() body: ResolveDto,
    @CallerCause() cause: Cause,
  ): Promise<IncidentResource> {
    return this.move(
      id,
      expected,
      { action: 'resolve', closeCode: body.closeCode, closeNotes: body.closeNotes },
      body.at,
      cause,
    );
  }

  @Action('close', 'Close it')
  close(
    @Param('id') id: string,
    @IfMatch('incident') expected: ExpectedVersion,
    @Body() body: PlainActionDto,
    @CallerCause() cause: Cause,
  ): Promise<IncidentResource> {
    return this.move(id, expected, { action: 'close' }, body.at, cause);
  }

  @Action('reopen', 'It was not over')
  reopen(
    @Param('id') id: string,
    @IfMatch('incident') expected: ExpectedVersion,
    @Body() body: ReasonDto,
    @CallerCause() cause: Cause,
  ): Promise<IncidentResource> {
    return this.move(id, expected, { action: 'reopen', reason: body.reason }, body.at, cause);
  }

  @Action('cancel', 'It was no incident')
  cancel(
    @Param('id') id: string,
    @IfMatch('incident') expected: ExpectedVersion,
    @Body() body: ReasonDto,
    @CallerCause() cause: Cause,
  ): Promise<IncidentResource> {
    return this.move(id, expected, { action: 'cancel', reason: body.reason }, body.at, cause);
  }

  @Action('propose-major', 'Propose it as a major incident')
  proposeMajor(
    @Param('id') id: string,
    @IfMatch('incident') expected: ExpectedVersion,
    @Body() body: PlainActionDto,
    @CallerCause() cause: Cause,
  ): Promise<IncidentResource> {
    return this.move(id, expected, { action: 'propose-major' }, body.at, cause);
  }

  @Action('accept-major', 'Accept it as a major incident')
  acceptMajor(
    @Param('id') id: string,
    @IfMatch('incident') expected: ExpectedVersion,
    @Body() body: PlainActionDto,
    @CallerCause() cause: Cause,
  ): Promise<IncidentResource> {
    return this.move(id, expected, { action: 'accept-major' }, body.at, cause);
  }

  @Action('reject-major', 'It is no major incident')
  rejectMajor(
    @Param('id') id: string,
    @IfMatch('incident') expected: ExpectedVersion,
    @Body() body: PlainActionDto,
    @CallerCause() cause: Cause,
  ): Promise<IncidentResource> {
    return this.move(id, expected, { action: 'reject-major' }, body.at, cause);
  }

  @Action('assign', 'Give it to a group or person')
  assign(
    @Param('id') id: string,
    @IfMatch('incident') expected: ExpectedVersion,
    @Body() body: AssignDto,
    @CallerCause() cause: Cause,
  ): Promise<IncidentResource> {
    const { group, assignee } = body;
    if (group === undefined && assignee === undefined) {
      throw new InvalidInput([{ pointer: '', reason: 'must name a group, an assignee, or both' }]);
    }
    const to = { ...(group === undefined ? {} : { group }), ...(assignee === undefined ? {} : { assignee }) };
    return this.move(id, expected, { action: 'assign', ...to }, body.at, cause);
  }

  @Post(':id/actions/:action')
  @ApiExcludeEndpoint()
  refuse(@Param('action') action: string): never {
    throw new UnknownAction('incident', action, [...incidentLifecycle.actions, ...majorLifecycle.actions]);
  }

  private async move(
    id: string,
    expected: ExpectedVersion,
    command: IncidentCommand,
    at: string | undefined,
    cause: Cause,
  ): Promise<IncidentResource> {
    const { snapshot } = await this.handler.handle(id, expected, command, at, cause);
    return toIncidentResource(snapshot, await this.queries.ciName(snapshot.ciId));
  }
}
