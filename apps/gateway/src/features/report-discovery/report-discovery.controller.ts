import { Body, Controller, Headers, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiHeader, ApiOperation } from '@nestjs/swagger';
import { DiscoveryIn } from '@itops/contracts';
import { type Cause } from '@itops/kit';
import { CallerCause, MindsKeysItself, Requires } from '@itops/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';

import { described } from '../../entries/documented';
import { type ReportKey } from '../../entries/event-ids';
import { SentKey } from '../../entries/reported-request';
import { Forwarder } from '../../upstreams/forwarder';
import { DiscoveryTakenDto } from './report-discovery.dto';
import { ReportDiscovery } from './report-discovery.handler';

const RESPOND_ASYNC = /(?:^|[,;\s])respond-async(?:$|[,;\s])/i;

@Controller('v1/discovery')
@MindsKeysItself()
@Requires('discovery:report')
export class ReportDiscoveryController {
  constructor(
    private readonly handler: ReportDiscovery,
    private readonly forwarder: Forwarder,
  ) {}

  /** With `Prefer: respond-async` (RFC 7240) durable at once; otherwise cmdb-svc answers with each item's outcome. */
  @Post()
  @ApiOperation({
    operationId: 'reportDiscovery',
    summary: 'Report what was found in the estate',
    description:
      "Answers with each item's outcome; with 'Prefer: respond-async' as soon as the report is durable, also while cmdb-svc is down.",
  })
  @ApiBody({ schema: described(DiscoveryIn) })
  @ApiHeader({
    name: 'Prefer',
    description: 'respond-async: answer as soon as the report is durable.',
    required: false,
    schema: { type: 'string', examples: ['respond-async'] },
  })
  @ApiAcceptedResponse({ type: DiscoveryTakenDto, description: "With 'Prefer: respond-async'." })
  async report(
    @Body() body: unknown,
    @Headers('prefer') prefer: string | undefined,
    @SentKey() key: ReportKey | undefined,
    @CallerCause() cause: Cause,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (prefer === undefined || !RESPOND_ASYNC.test(prefer)) {
      return this.forwarder.forward('cmdb-svc', request, reply, body === undefined ? null : JSON.stringify(body));
    }
    const taken = await this.handler.run(body, key, cause);
    await reply.status(202).header('preference-applied', 'respond-async').send(taken);
  }
}
