import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Forbidden, requirePermission } from '@itops/kit';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';

import { admissionOf } from './admission';

/** Lets a call through whose caller has the permission that the route declares. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** @throws NotPermitted, UnauthorizedException; Forbidden for a route that does not say whom it lets in */
  canActivate(host: ExecutionContext): boolean {
    if (host.getType() !== 'http') return true;
    const admission = admissionOf(this.reflector, [host.getHandler(), host.getClass()]);
    if (admission === 'open-to-all') return true;
    const { authority } = host.switchToHttp().getRequest<FastifyRequest>();
    if (authority === undefined) throw new UnauthorizedException();
    if (admission === undefined) throw new Forbidden('This route does not say whom it lets in, so it lets in nobody.');
    if (admission !== 'any-caller') requirePermission({ authority }, admission);
    return true;
  }
}
