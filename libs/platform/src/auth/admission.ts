import { ANY_CALLER, OPEN_TO_ALL, type Permission, REQUIRED_PERMISSION } from '@itops/kit';
import { type INestApplicationContext, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';

/** Whom a route lets in: those with a permission, everybody who is known, or everybody. */
export type Admission = Permission | 'any-caller' | 'open-to-all';

/** A route of a controller, and whom it lets in; undefined when it does not say. */
export interface DeclaredRoute {
  readonly controller: string;
  readonly handler: string;
  readonly method: string;
  readonly path: string;
  readonly admission: Admission | undefined;
}

type Place = Parameters<Reflector['get']>[1];

/** What the nearest of these places says: a handler before its controller. */
export function admissionOf(reflector: Reflector, places: readonly Place[]): Admission | undefined {
  for (const place of places) {
    if (reflector.get<boolean | undefined>(OPEN_TO_ALL, place) === true) return 'open-to-all';
    if (reflector.get<boolean | undefined>(ANY_CALLER, place) === true) return 'any-caller';
    const permission = reflector.get<Permission | undefined>(REQUIRED_PERMISSION, place);
    if (permission !== undefined) return permission;
  }
  return undefined;
}

/** Every HTTP route of the service's controllers. */
export function declaredRoutes(app: INestApplicationContext): DeclaredRoute[] {
  const reflector = app.get(Reflector);
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(reflector, metatype) : []));
}

function routesOf(reflector: Reflector, controller: NonNullable<Place>): DeclaredRoute[] {
  const prototype: unknown = controller.prototype;
  if (typeof prototype !== 'object') return [];
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler: unknown = Reflect.get(prototype ?? {}, name);
    if (!isHandler(handler)) return [];
    const method = reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
    if (method === undefined) return [];
    const paths = [controller, handler].map((place) => reflector.get<string | string[]>(PATH_METADATA, place));
    return [
      {
        controller: controller.name,
        handler: name,
        method: RequestMethod[method],
        path: paths.flat().join('/'),
        admission: admissionOf(reflector, [handler, controller]),
      },
    ];
  });
}

function isHandler(value: unknown): value is Exclude<Place, Type> {
  return typeof value === 'function';
}

/** @throws Error that names the routes which do not say whom they let in: no service starts with one. */
export function requireAdmissions(app: INestApplicationContext): void {
  const silent = declaredRoutes(app).filter(({ admission }) => admission === undefined);
  if (silent.length === 0) return;
  const names = silent.map(({ controller, handler }) => `${controller}.${handler}`);
  throw new Error(`These routes do not say whom they let in: ${names.join(', ')}. Put @Requires('…') on each.`);
}
