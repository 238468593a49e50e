import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { domainEvents } from '@itops/contracts';
import { InvalidInput } from '@itops/kit';
import { AnyCaller } from '@itops/platform';
import { type FastifyReply } from 'fastify';

import { Listener } from './listener';
import { LiveEvents } from './live-events';
import { PositionVector } from './position-vector';
import { type StreamFilter } from './stream-entry';
import { StreamQuery } from './stream-events.dto';

/** Another gateway may have read further than this one; but not this much. */
const SLACK = 100_000;

@Controller('v1/stream')
@AnyCaller()
export class StreamEventsController {
  constructor(private readonly live: LiveEvents) {}

  @Get()
  @ApiOperation({
    summary: 'Events as they happen (server-sent events)',
    description:
      "Each event's id is a place in the log: a client that connects again with Last-Event-ID gets what it has missed, without a gap and nothing twice. Who reads too slowly is dropped and told so in a last comment.",
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, schema: { type: 'string' } })
  @ApiOkResponse({
    description: "A CloudEvent in each event's data.",
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  async stream(
    @Query() query: StreamQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const filter = filterOf(query);
    const given = lastEventId ?? query.lastEventId;
    const asked = given === undefined || given === '' ? undefined : parsePosition(given);
    this.live.requireRoom();
    const ring = await this.live.ring();
    if (asked?.isBeyond(ring.head, SLACK) === true) throw badPosition('is from another log');
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      // The end of the stream is the end of the connection, so that none is left over when the gateway stops.
      connection: 'close',
    });
    const listener: Listener = new Listener(reply.raw, filter, asked ?? ring.head.copy(), () =>
      this.live.forget(listener),
    );
    listener.greet();
    await this.live.serve(listener, ring);
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

function filterOf({ type, ci, aggregate }: StreamQuery): StreamFilter {
  const types = type?.split(',').map((prefix) => prefix.trim().replace(/\*$/, ''));
  for (const prefix of types ?? []) {
    if (prefix === '' || !domainEvents.some((event) => event.type.startsWith(prefix))) {
      throw new InvalidInput([
        { pointer: '/type', reason: `no event type begins with '${prefix}'; see /asyncapi.json` },
      ]);
    }
  }
  return { types, ci: ci?.toLowerCase(), aggregate: aggregate?.toLowerCase() };
}
