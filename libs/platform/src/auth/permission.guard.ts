import { OPEN_TO_ALL, type Permission, REQUIRED_PERMISSION, requirePermission } from '@itops/kit';
import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';

/** Lets a call through whose caller has the permission that the route declares. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** @throws NotPermitted, UnauthorizedException */
  canActivate(host: ExecutionContext): boolean {
    if (host.getType() !== 'http') return true;
    const places = [host.getHandler(), host.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(OPEN_TO_ALL, places) === true) return true;
    const { authority } = host.switchToHttp().getRequest<FastifyRequest>();
    if (authority === undefined) throw new UnauthorizedException();
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(REQUIRED_PERMISSION, places);
    if (permission !== undefined) requirePermission({ authority }, permission);
    return true;
  }
}
