import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type Cause, type ListRequest } from '@itops/kit';

import { Asked, ListsLetters } from './asked';
import { Caller } from './caller';
import {
  DeadLetter,
  DeadLetterGroups,
  DeadLetterGroupsQuery,
  DeadLetterPage,
  DeadLetterTaskView,
  DiscardLetter,
  DiscardLetters,
  RedriveLetters,
  SettledLetter,
} from './dead-letter.dto';
import { type DeadLetterAction } from './dead-letter.lifecycle';
import { DeadLetterTasks } from './dead-letter-tasks';
import { FindDeadLetters } from './find-dead-letters';
import { LetterId } from './letter-id';
import { type LetterFilter } from './letter-filter';
import { type Tally } from './redrive';
import { Requires } from './requires';
import { SettleDeadLetters } from './settle-dead-letters';

/** As much of the answer as is needed to give it another status. */
interface Reply {
  status(code: number): unknown;
}

@Controller('v1')
export class DeadLettersController {
  constructor(
    private readonly letters: FindDeadLetters,
    private readonly settlement: SettleDeadLetters,
    private readonly tasks: DeadLetterTasks,
  ) {}

  @Requires('dead-letter:read')
  @Get('dead-letters')
  @ListsLetters()
  @ApiOperation({ summary: 'Messages that could not be handled, newest first' })
  @ApiOkResponse({ type: DeadLetterPage })
  async find(@Asked() request: ListRequest, @Caller() cause: Cause): Promise<DeadLetterPage> {
    return this.letters.find(request, cause);
  }

  @Requires('dead-letter:read')
  @Get('dead-letters/groups')
  @ApiOperation({ summary: 'What is parked, counted by cause' })
  @ApiOkResponse({ type: DeadLetterGroups })
  async groups(@Query() query: DeadLetterGroupsQuery, @Caller() cause: Cause): Promise<DeadLetterGroups> {
    return this.letters.groups(query, cause);
  }

  @Requires('dead-letter:read')
  @Get('dead-letter-tasks/:id')
  @ApiOperation({ summary: 'How far a redrive or discard of many has come' })
  @ApiOkResponse({ type: DeadLetterTaskView })
  async task(@Param('id', LetterId) id: string): Promise<DeadLetterTaskView> {
    return this.tasks.find(id);
  }

  @Requires('dead-letter:read')
  @Get('dead-letters/:id')
  @ApiOperation({ summary: 'One message that could not be handled' })
  @ApiOkResponse({ type: DeadLetter })
  async one(@Param('id', LetterId) id: string, @Caller() cause: Cause): Promise<DeadLetter> {
    return this.letters.one(id, cause);
  }

  @Requires('dead-letter:settle')
  @Post('dead-letters/redrive')
  @HttpCode(200)
  @ApiOperation({ summary: 'Handle again what matches, each aggregate in the order of its versions' })
  @ApiOkResponse({ type: DeadLetterTaskView, description: 'Done.' })
  @ApiAcceptedResponse({ type: DeadLetterTaskView, description: 'It goes on in the background.' })
  redriveMany(
    @Body() filter: RedriveLetters,
    @Caller() cause: Cause,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<DeadLetterTaskView> {
    return this.many({ action: 'redrive', filter }, cause, reply);
  }

  @Requires('dead-letter:settle')
  @Post('dead-letters/discard')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give up what matches, for a reason' })
  @ApiOkResponse({ type: DeadLetterTaskView, description: 'Done.' })
  @ApiAcceptedResponse({ type: DeadLetterTaskView, description: 'It goes on in the background.' })
  discardMany(
    @Body() { reason, ...filter }: DiscardLetters,
    @Caller() cause: Cause,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<DeadLetterTaskView> {
    return this.many({ action: 'discard', filter, reason }, cause, reply);
  }

  @Requires('dead-letter:settle')
  @Post('dead-letters/:id/redrive')
  @HttpCode(200)
  @ApiOperation({ summary: 'Handle it again, and all that waits behind it in its aggregate' })
  @ApiOkResponse({ type: SettledLetter })
  async redrive(@Param('id', LetterId) id: string, @Caller() cause: Cause): Promise<SettledLetter> {
    return this.settled(id, await this.settlement.redrive(id, cause), cause);
  }

  @Requires('dead-letter:settle')
  @Post('dead-letters/:id/discard')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give it up for a reason; its version counts as applied, and what waits behind it goes on' })
  @ApiOkResponse({ type: SettledLetter })
  async discard(
    @Param('id', LetterId) id: string,
    @Body() { reason }: DiscardLetter,
    @Caller() cause: Cause,
  ): Promise<SettledLetter> {
    return this.settled(id, await this.settlement.discard(id, reason, cause), cause);
  }

  private async settled(id: string, tally: Tally, cause: Cause): Promise<SettledLetter> {
    return { ...tally, letter: await this.letters.one(id, cause) };
  }

  private async many(
    work: { action: DeadLetterAction; filter: LetterFilter; reason?: string },
    cause: Cause,
    reply: Reply,
  ): Promise<DeadLetterTaskView> {
    const task = await this.settlement.many(work, cause);
    if (task.state === 'running') reply.status(202);
    return task;
  }
}
