import { Controller, Get, Headers, Query, Req, Res, UnauthorizedException } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { InvalidInput } from '@itops/kit';
import { AnyCaller } from '@itops/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';

import { RateLimited } from '../../entrance/limits/limits';
import { checkedFilter, type EventFilter } from '../../events/event-filter';
import { needsMarks } from '../../events/showing';
import { SecurityIncidents } from '../../persistence/security-incidents';
import { type EventRing } from './event-ring';
import { Listener } from './listener';
import { LiveEvents } from './live-events';
import { PositionVector } from './position-vector';
import { ForeignEventId } from './stream.errors';
import { StreamQuery } from './stream-events.dto';

const POINTERS = { types: '/type', resource: '/resource' };
/** Another gateway may have read further than this one; but not this much. */
const SLACK = 100_000;

@Controller('v1/stream')
@AnyCaller()
export class StreamEventsController {
  constructor(
    private readonly live: LiveEvents,
    private readonly marks: SecurityIncidents,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'streamEvents',
    summary: 'Events as they happen (server-sent events)',
    description:
      "Each event's id is a place in the log: a client that connects again with Last-Event-ID gets what it has missed, without a gap and nothing twice, from whichever gateway answers. You get what you may see. Of one caller only so many streams may be open; one more is answered with 429. Who reads too slowly is dropped and told so in a last comment.",
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    description: 'The id of the last event that has arrived.',
    required: false,
    schema: { type: 'string' },
  })
  @ApiOkResponse({
    description: "A CloudEvent in each event's data.",
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  async stream(
    @Query() query: StreamQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() { authority, raw }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const filter = filterOf(query);
    const given = lastEventId ?? query.lastEventId;
    const asked = given === undefined || given === '' ? undefined : parsePosition(given);
    if (authority === undefined) throw new UnauthorizedException();
    const leave = this.takePlace(authority.subject, reply);
    let ring: EventRing;
    try {
      ring = await this.live.ring();
      if (needsMarks(authority.permissions)) await this.marks.whenKnown();
      if (asked !== undefined && (asked.origin !== ring.head.origin || asked.isBeyond(ring.head, SLACK))) {
        throw new ForeignEventId();
      }
    } catch (error) {
      leave();
      throw error;
    }
    reply.hijack();
    // Whoever has gone while the log was not read yet is told nothing, and so would never be counted off.
    if (raw.socket.destroyed) return leave();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      // The end of the stream is the end of the connection, so that none is left over when the gateway stops.
      connection: 'close',
    });
    const interest = { filter, permissions: authority.permissions, marks: this.marks };
    const listener: Listener = new Listener(reply.raw, interest, asked ?? ring.head.copy(), () => {
      this.live.forget(listener);
      leave();
    });
    listener.greet();
    await this.live.serve(listener, ring);
  }

  private takePlace(subject: string, reply: FastifyReply): () => void {
    try {
      return this.live.takePlace(subject);
    } catch (error) {
      if (error instanceof RateLimited) void reply.header('retry-after', String(error.retryAfter));
      throw error;
    }
  }
}

function parsePosition(text: string): PositionVector {
  const position = PositionVector.parse(text);
  if (position === undefined) throw badPosition('is no id of this stream');
  return position;
}

function badPosition(reason: string): InvalidInput {
  return new InvalidInput([
    { pointer: '/lastEventId', reason: `${reason}; use the id of an event unchanged, or none to begin now` },
  ]);
}

function filterOf({ type, ci, resource, priority }: StreamQuery): EventFilter {
  const types = type?.split(',').map((pattern) => pattern.trim());
  return checkedFilter({ types, ci, resource, priorities: priority?.map(Number) }, POINTERS);
}
