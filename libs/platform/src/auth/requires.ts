import { ANY_CALLER, OPEN_TO_ALL, type Permission, REQUIRED_PERMISSION } from '@itops/kit';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** The permission that a route, or all routes of a controller, ask for. Each route has one, or is open on purpose. */
export function Requires(permission: Permission): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(REQUIRED_PERMISSION, permission), ApiExtension('x-permission', permission));
}

/** For what shows each caller only what their own permissions let them see: everybody who is known may ask. */
export function AnyCaller(): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(ANY_CALLER, true), ApiExtension('x-permission', 'any-caller'));
}

/** For what tells nothing and changes nothing: anybody may ask. */
export function OpenToAll(): MethodDecorator & ClassDecorator {
  return SetMetadata(OPEN_TO_ALL, true);
}
