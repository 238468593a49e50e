import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Readiness } from '@itops/kit';
import { type FastifyReply, type FastifyRequest } from 'fastify';

import { OpenToAll } from '../auth/requires';
import { writeMetrics } from '../telemetry/telemetry';

export const SERVICE_NAME = Symbol('service name');

/** Set while the service drains, so that nothing new is sent to it. */
export class Draining {
  active = false;
}

@ApiExcludeController()
@OpenToAll()
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly draining: Draining,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {}

  @Get('livez')
  live(): { status: string; service: string } {
    return { status: 'alive', service: this.service };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { ready, checks } = await this.readiness.check();
    const open = ready && !this.draining.active;
    void reply.status(open ? 200 : 503);
    return { status: this.draining.active ? 'draining' : ready ? 'ready' : 'waiting', service: this.service, checks };
  }

  @Get('metrics')
  metrics(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    reply.hijack();
    writeMetrics(request.raw, reply.raw);
  }
}
