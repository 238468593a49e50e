import { type Permission, REQUIRED_PERMISSION } from '@itops/kit';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** What a route asks for, said as the service's guard reads it. */
export function Requires(permission: Permission): MethodDecorator {
  return applyDecorators(SetMetadata(REQUIRED_PERMISSION, permission), ApiExtension('x-permission', permission));
}
