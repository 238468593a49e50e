import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { isUuid, NotFound } from '@itops/kit';
import { type FastifyReply, type FastifyRequest } from 'fastify';

import { Forwarder } from '../../upstreams/forwarder';
import {
  DeadLetterGroupsPage,
  DeadLetterGroupsQuery,
  DeadLettersPage,
  DeadLettersQuery,
  DiscardLetter,
  DiscardLetters,
  RedriveLetters,
  SettledLetter,
} from './dead-letters.dto';
import { FindOwner } from './find-owner.handler';
import { GroupDeadLetters } from './group-dead-letters.handler';
import { ListDeadLetters } from './list-dead-letters.handler';

const LETTER = { schema: { type: 'object', additionalProperties: true }, description: 'The letter.' } as const;
const TASK = {
  schema: {
    type: 'object',
    additionalProperties: true,
    description:
      'id, state running or done, total, settled, failed, remaining; GET /v1/dead-letters/tasks/{id} shows more.',
  },
} as const;

/** What no service could handle: one look at all services; what is done about it is done by the service that has it. */
@Controller('v1/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly letters: ListDeadLetters,
    private readonly letterGroups: GroupDeadLetters,
    private readonly owner: FindOwner,
    private readonly forwarder: Forwarder,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Messages that could not be handled, of all services, newest first' })
  @ApiOkResponse({ type: DeadLettersPage })
  list(@Query() query: DeadLettersQuery): Promise<DeadLettersPage> {
    return this.letters.run(query);
  }

  @Get('groups')
  @ApiOperation({ summary: 'What is parked in all services, counted by cause: begin here' })
  @ApiOkResponse({ type: DeadLetterGroupsPage })
  groups(@Query() query: DeadLetterGroupsQuery): Promise<DeadLetterGroupsPage> {
    return this.letterGroups.run(query);
  }

  @Get('tasks/:id')
  @ApiOperation({ summary: 'How far a redrive or discard of many has come' })
  @ApiOkResponse(TASK)
  async task(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const service = await this.ownerOf('dead letter task', id, `tasks/${id}`);
    await this.forwarder.forward(service, request, reply, null);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One message that could not be handled' })
  @ApiOkResponse(LETTER)
  async one(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.forwarder.forward(await this.ownerOf('dead letter', id, id), request, reply, null);
  }

  @Post('redrive')
  @HttpCode(200)
  @ApiOperation({ summary: 'Handle again what matches, each aggregate in the order of its versions' })
  @ApiOkResponse({ ...TASK, description: 'Done.' })
  @ApiAcceptedResponse({ ...TASK, description: 'It goes on in the background, also after a restart.' })
  redriveMany(
    @Body() { service, ...filter }: RedriveLetters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.forwarder.forward(service, request, reply, JSON.stringify(filter));
  }

  @Post('discard')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give up what matches, for a reason' })
  @ApiOkResponse({ ...TASK, description: 'Done.' })
  @ApiAcceptedResponse({ ...TASK, description: 'It goes on in the background, also after a restart.' })
  discardMany(
    @Body() { service, ...work }: DiscardLetters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.forwarder.forward(service, request, reply, JSON.stringify(work));
  }

  @Post(':id/redrive')
  @HttpCode(200)
  @ApiOperation({ summary: 'Handle it again, and all that waits behind it in its aggregate' })
  @ApiOkResponse({ type: SettledLetter })
  async redrive(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const service = await this.ownerOf('dead letter', id, id);
    await this.forwarder.forward(service, request, reply, body === undefined ? null : JSON.stringify(body));
  }

  @Post(':id/discard')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give it up for a reason; its version counts as applied, and what waits behind it goes on' })
  @ApiOkResponse({ type: SettledLetter })
  async discard(
    @Param('id') id: string,
    @Body() body: DiscardLetter,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const service = await this.ownerOf('dead letter', id, id);
    await this.forwarder.forward(service, request, reply, JSON.stringify(body));
  }

  /** @throws NotFound, Unavailable */
  private ownerOf(what: string, id: string, place: string) {
    if (!isUuid(id)) throw new NotFound(what, id);
    return this.owner.run(what, id, `/v1/dead-letters/${place}`);
  }
}
