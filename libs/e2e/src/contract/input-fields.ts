import { isRecord } from '@itops/kit';
import { type INestApplicationContext } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { getMetadataStorage } from 'class-validator';

type Class = new (...args: never[]) => object;

/** Where @nestjs/swagger keeps what it is told of a class. */
const SWAGGER = {
  names: 'swagger/apiModelPropertiesArray',
  property: 'swagger/apiModelProperties',
  more: 'swagger/apiExtraModels',
} as const;
/** Says when the other checks hold, and checks nothing itself. */
const CONDITION = 'conditionalValidation';
const INPUTS: ReadonlySet<number> = new Set([RouteParamtypes.BODY, RouteParamtypes.QUERY]);

/** The classes that bodies and queries of the service's routes are read as, and those within them. */
export function inputClasses(app: INestApplicationContext): Set<Class> {
  const found = new Set<Class>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype: unknown = metatype.prototype;
      if (!isObject(prototype)) continue;
      for (const method of new MetadataScanner().getAllMethodNames(prototype)) {
        const places: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype, method);
        const types: unknown = Reflect.getMetadata('design:paramtypes', prototype, method);
        if (!isRecord(places) || !Array.isArray(types)) continue;
        for (const place of Object.keys(places)) {
          const [kind = '', index = ''] = place.split(':');
          if (INPUTS.has(Number(kind))) collect(types[Number(index)], found);
        }
      }
    }
  }
  return found;
}

/** What a class checks and does not describe, and what it describes and does not check. */
export function lackingFields(type: Class): string[] {
  const described = new Set(describedFields(type));
  const checked = new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(type, '', false, false)
      .filter((rule) => rule.type !== CONDITION)
      .map(({ propertyName }) => propertyName),
  );
  return [
    ...[...described].filter((name) => !checked.has(name)).map((name) => `${type.name}.${name} is not checked`),
    ...[...checked].filter((name) => !described.has(name)).map((name) => `${type.name}.${name} is not described`),
  ];
}

function collect(type: unknown, found: Set<Class>): void {
  if (!isClass(type) || found.has(type) || [Object, Array, String, Number, Boolean].some((own) => own === type)) return;
  found.add(type);
  for (const name of describedFields(type)) {
    const options: unknown = Reflect.getMetadata(SWAGGER.property, prototypeOf(type), name);
    const inner = isRecord(options) ? options['type'] : undefined;
    collect(isLazy(inner) ? inner() : inner, found);
  }
  const more: unknown = Reflect.getMetadata(SWAGGER.more, type);
  if (Array.isArray(more)) more.forEach((one) => collect(one, found));
}

function describedFields(type: Class): string[] {
  const names: unknown = Reflect.getMetadata(SWAGGER.names, prototypeOf(type));
  return Array.isArray(names) ? names.map((name) => String(name).replace(/^:/, '')) : [];
}

function prototypeOf({ prototype }: { readonly prototype: unknown }): object {
  return isObject(prototype) ? prototype : {};
}

function isClass(value: unknown): value is Class {
  return typeof value === 'function' && value.prototype !== undefined;
}

/** `() => Inner`, which puts off what is not defined yet. */
function isLazy(value: unknown): value is () => unknown {
  return typeof value === 'function' && value.prototype === undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
