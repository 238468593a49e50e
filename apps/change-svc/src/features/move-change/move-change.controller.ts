import { type Cause, type ExpectedVersion } from '@itops/kit';
import { CallerCause, IfMatch, Requires } from '@itops/platform';
import { Body, Controller, HttpCode, Param, Post, applyDecorators } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { type ChangeCommand } from '../../domain/change-command';
import { UnknownAction } from '../../domain/change.errors';
import { type ChangeAction } from '../../domain/change.lifecycle';
import { ChangeResource, toChangeResource } from '../../resource/change.resource';
import { readTimes } from '../../resource/read-times';
import { BackOutDto, CloseDto, PlainActionDto, ReasonDto, ReviewDto, ScheduleDto } from './move-change.dto';
import { MoveChangeHandler } from './move-change.handler';

const Action = (action: ChangeAction, summary: string) =>
  applyDecorators(
    Post(`:id/actions/${action}`),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the version that was read.' }),
    ApiOkResponse({ type: ChangeResource }),
  );

@Controller('v1/changes')
@Requires('change:act')
export class MoveChangeController {
  constructor(private readonly handler: MoveChangeHandler) {}

  @Action('request-approval', 'Ask the change authority')
  requestApproval(
    @Param('id') id: string,
    @IfMatch('change') expected: ExpectedVersion,
    @Body() _body: PlainActionDto,
    @CallerCause() cause: Cause,
  ): Promise<ChangeResource> {
    return this.move(id, expected, { action: 'request-approval' }, cause);
  }

  @Requires('change:approve')
  @Action('approve', 'Let it go ahead; not by any who stand behind it')
  approve(
    @Param('id') id: string,
    @IfMatch('change') expected: ExpectedVersion,
    @Body() _body: PlainActionDto,
    @CallerCause() cause: Cause,
  ): Promise<ChangeResource> {
    return this.move(id, expected, { action: 'approve' }, cause);
  }

  @Requires('change:approve')
  @Action('reject', 'Refuse it as it is')
  reject(
    @Param('id') id: string,
    @IfMatch('change') expected: ExpectedVersion,
    @Body() body: ReasonDto,
    @CallerCause() cause: Cause,
  ): Promise<ChangeResource> {
    return this.move(id, expected, { action: 'reject', reason: body.reason }, cause);
  }

  @Action('schedule', 'Give it its time')
  schedule(
    @Param('id') id: string,
    @IfMatch('change') expected: ExpectedVersion,
    @Body() body: ScheduleDto,
    @CallerCause() cause: Cause,
  ): Promise<ChangeResource> {
    return this.move(
      id,
      expected,
      { action: 'schedule', times: readTimes({ plannedStart: body.plannedStart, plannedEnd: body.plannedEnd }) },
      cause,
    );
  }

  @Action('start', 'Begin implementation')
  start(
    @Param('id') id: string,
    @IfMatch('change') expected: ExpectedVersion,
    @Body() _body: PlainActionDto,
    @CallerCause() cause: Cause,
  ): Promise<ChangeResource> {
    return this.move(id, expected, { action: 'start' }, cause);
  }

  @Action('complete', 'Implementation ended well')
  complete(
    @Param('id') id: string,
    @IfMatch('change') expected: ExpectedVersion,
    @Body() _body: PlainActionDto,
    @CallerCause() cause: Cause,
  ): Promise<ChangeResource> {
    return this.move(id, expected, { action: 'complete' }, cause);
  }

  @Action('fail', 'Implementation ended badly')
  fail(
    @Param('id') id: string,
    @IfMatch('change') expected: ExpectedVersion,
    @Body() body: ReasonDto,
    @CallerCause() cause: Cause,
  ): Promise<ChangeResource> {
    return this.move(id, expected, { action: 'fail', reason: body.reason }, cause);
  }

  @Action('back-out', 'The implementation was undone')
  backOut(
    @Param('id') id: string,
    @IfMatch('change') expected: ExpectedVersion,
    @Body() body: BackOutDto,
    @CallerCause() cause: Cause,
  ): Promise<ChangeResource> {
    return this.move(id, expected, { action: 'back-out', reason: body.reason }, cause);
  }

  @Action('review', 'Write the review')
  review(
    @Param('id') id: string,
    @IfMatch('change') expected: ExpectedVersion,
    @Body() body: ReviewDto,
    @CallerCause() cause: Cause,
  ): Promise<ChangeResource> {
    return this.move(id, expected, { action: 'review', review: body.review }, cause);
  }

  @Action('close', 'Close it')
  close(
    @Param('id') id: string,
    @IfMatch('change') expected: ExpectedVersion,
    @Body() body: CloseDto,
    @CallerCause() cause: Cause,
  ): Promise<ChangeResource> {
    return this.move(
      id,
      expected,
      { action: 'close', closeCode: body.closeCode, closeNotes: body.closeNotes ?? null },
      cause,
    );
  }

  @Action('cancel', 'It will not be done')
  cancel(
    @Param('id') id: string,
    @IfMatch('change') expected: ExpectedVersion,
    @Body() body: ReasonDto,
    @CallerCause() cause: Cause,
  ): Promise<ChangeResource> {
    return this.move(id, expected, { action: 'cancel', reason: body.reason }, cause);
  }

  @Post(':id/actions/:action')
  @ApiExcludeEndpoint()
  refuse(@Param('action') action: string): never {
    throw new UnknownAction(action);
  }

  private async move(
    id: string,
    expected: ExpectedVersion,
    command: ChangeCommand,
    cause: Cause,
  ): Promise<ChangeResource> {
    return toChangeResource(await this.handler.move(id, expected, command, cause));
  }
}
