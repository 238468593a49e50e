import { Refused, RefusedAttempts, THE_ROUTE } from '@itops/kit';
import { Injectable, Optional } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';

import { causeOf } from '../http/request';

/** Tells the audit trail who was refused what, in services that have one. */
@Injectable()
export class Refusals {
  constructor(@Optional() private readonly attempts?: RefusedAttempts) {}

  /** For every error that a request ends with; of one that refuses nobody, nothing is told. */
  tell(error: unknown, request: FastifyRequest): void {
    if (!(error instanceof Refused)) return;
    const { refusal } = error;
    const isAtRoute = refusal.resourceType === THE_ROUTE.resourceType;
    const resourceId = isAtRoute ? routeOf(request) : refusal.resourceId;
    this.attempts?.note({ ...refusal, resourceId, cause: causeOf(request) });
  }

  /** Of a call for which the gateway has not vouched. */
  tellStranger(request: FastifyRequest): void {
    this.attempts?.note({
      cause: causeOf(request),
      action: 'call',
      resourceType: THE_ROUTE.resourceType,
      resourceId: routeOf(request),
      reason: 'The gateway has not vouched for the caller.',
    });
  }
}

function routeOf({ method, routeOptions }: FastifyRequest): string {
  return `${method} ${routeOptions.url ?? '*'}`;
}
