import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type Cause, isUuid, type ListRequest, NotFound } from '@itops/kit';
import { DeadLetter } from '@itops/messaging';
import { Asked, CallerCause, MindsKeysItself, Pages, Requires } from '@itops/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';

import { Forwarder } from '../../upstreams/forwarder';
import { type Question } from './ask-services';
import {
  DeadLetterGroupsPage,
  DeadLetterGroupsQuery,
  DeadLettersPage,
  DiscardLetter,
  DiscardLetters,
  RedriveLetters,
  SettledLetter,
} from './dead-letters.dto';
import { ALL_DEAD_LETTERS } from './dead-letter.list';
import { FindOwner } from './find-owner.handler';
import { GroupDeadLetters } from './group-dead-letters.handler';
import { type Keeper, OWN } from './keepers';
import { ListDeadLetters } from './list-dead-letters.handler';
import { OwnDeadLetters } from './own-dead-letters';

const LETTER = { schema: { type: 'object', additionalProperties: true }, description: 'The letter.' } as const;
const TASK = {
  schema: {
    type: 'object',
    additionalProperties: true,
    description:
      'id, state running or done, total, settled, failed, remaining; GET /v1/dead-letter-tasks/{id} shows more.',
  },
} as const;

/** What no service could handle: one look at all services; what is done about it is done by the service that has it. */
@Controller('v1')
@MindsKeysItself()
export class DeadLettersController {
  constructor(
    private readonly letters: ListDeadLetters,
    private readonly letterGroups: GroupDeadLetters,
    private readonly owner: FindOwner,
    private readonly forwarder: Forwarder,
    private readonly own: OwnDeadLetters,
  ) {}

  @Requires('dead-letter:read')
  @Get('dead-letters')
  @ApiOperation({ summary: 'Messages that could not be handled, of all services, newest first' })
  @Pages(ALL_DEAD_LETTERS, DeadLetter)
  @ApiOkResponse({ type: DeadLettersPage })
  list(@Asked() request: ListRequest, @CallerCause() cause: Cause): Promise<DeadLettersPage> {
    return this.letters.run(request, cause);
  }

  @Requires('dead-letter:read')
  @Get('dead-letters/groups')
  @ApiOperation({
    operationId: 'listDeadLetterGroups',
    summary: 'What is parked in all services, counted by cause: begin here',
  })
  @ApiOkResponse({ type: DeadLetterGroupsPage })
  groups(@Query() query: DeadLetterGroupsQuery, @CallerCause() cause: Cause): Promise<DeadLetterGroupsPage> {
    return this.letterGroups.run(query, cause);
  }

  @Requires('dead-letter:read')
  @Get('dead-letter-tasks/:id')
  @ApiOperation({ summary: 'How far a redrive or discard of many has come' })
  @ApiOkResponse(TASK)
  async task(
    @Param('id') id: string,
    @CallerCause() cause: Cause,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const own = () => this.own.task(id);
    const keeper = await this.keeperOf('dead letter task', id, { path: `dead-letter-tasks/${id}`, own, cause });
    await this.answer(keeper, { request, reply, body: null, own });
  }

  @Requires('dead-letter:read')
  @Get('dead-letters/:id')
  @ApiOperation({ summary: 'One message that could not be handled' })
  @ApiOkResponse(LETTER)
  async one(
    @Param('id') id: string,
    @CallerCause() cause: Cause,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const own = () => this.own.one(id, cause);
    await this.answer(await this.keeperOfLetter(id, cause), { request, reply, body: null, own });
  }

  @Requires('dead-letter:settle')
  @Post('dead-letters/redrive')
  @HttpCode(200)
  @ApiOperation({ summary: 'Handle again what matches, each aggregate in the order of its versions' })
  @ApiOkResponse({ ...TASK, description: 'Done.' })
  @ApiAcceptedResponse({ ...TASK, description: 'It goes on in the background, also after a restart.' })
  redriveMany(
    @Body() { service, ...filter }: RedriveLetters,
    @CallerCause() cause: Cause,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer(service, { request, reply, body: filter, own: () => this.own.redriveMany(filter, cause) });
  }

  @Requires('dead-letter:settle')
  @Post('dead-letters/discard')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give up what matches, for a reason' })
  @ApiOkResponse({ ...TASK, description: 'Done.' })
  @ApiAcceptedResponse({ ...TASK, description: 'It goes on in the background, also after a restart.' })
  discardMany(
    @Body() { service, ...work }: DiscardLetters,
    @CallerCause() cause: Cause,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer(service, { request, reply, body: work, own: () => this.own.discardMany(work, cause) });
  }

  @Requires('dead-letter:settle')
  @Post('dead-letters/:id/redrive')
  @HttpCode(200)
  @ApiOperation({ summary: 'Handle it again, and all that waits behind it in its aggregate' })
  @ApiOkResponse({ type: SettledLetter })
  async redrive(
    @Param('id') id: string,
    @Body() body: unknown,
    @CallerCause() cause: Cause,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const keeper = await this.keeperOfLetter(id, cause);
    await this.answer(keeper, { request, reply, body: body ?? null, own: () => this.own.redrive(id, cause) });
  }

  @Requires('dead-letter:settle')
  @Post('dead-letters/:id/discard')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give it up for a reason; its version counts as applied, and what waits behind it goes on' })
  @ApiOkResponse({ type: SettledLetter })
  async discard(
    @Param('id') id: string,
    @Body() body: DiscardLetter,
    @CallerCause() cause: Cause,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const keeper = await this.keeperOfLetter(id, cause);
    await this.answer(keeper, { request, reply, body, own: () => this.own.discard(id, body.reason, cause) });
  }

  /** Hands the request over to the service that has the letters, or does what it asks for here. */
  private async answer(keeper: Keeper, { request, reply, body, own }: Exchange): Promise<void> {
    if (keeper !== OWN) {
      await this.forwarder.forward(keeper, request, reply, body === null ? null : JSON.stringify(body));
      return;
    }
    const content = await own();
    const goesOn = 'state' in content && content.state === 'running' && request.method === 'POST';
    await reply.status(goesOn ? 202 : 200).send(content);
  }

  private keeperOfLetter(id: string, cause: Cause): Promise<Keeper> {
    return this.keeperOf('dead letter', id, { path: `dead-letters/${id}`, own: () => this.own.one(id, cause), cause });
  }

  /** @throws NotFound, Unavailable */
  private keeperOf(what: string, id: string, { path, ...question }: Question): Promise<Keeper> {
    if (!isUuid(id)) throw new NotFound(what, id);
    return this.owner.run(what, id, { path: `/v1/${path}`, ...question });
  }
}

/** A request, what a service is sent of it, and what the gateway does where the letters are its own. */
interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly body: unknown;
  readonly own: () => Promise<object>;
}
