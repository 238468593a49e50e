import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiQuery } from '@nestjs/swagger';
import { InvalidInput, isRecord, listed, parametersOf, queryOf } from '@itops/kit';
import { type FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

const SparseItem = Reflector.createDecorator<Type>();
/** Where @nestjs/swagger keeps the names of a class's properties, a colon before each. */
const PROPERTIES = 'swagger/apiModelPropertiesArray';

/** `fields` may name the members that are wanted of what the handler answers: of the resource, or of each item of a page. */
export function Sparse(item: Type): MethodDecorator {
  return applyDecorators(
    SparseItem(item),
    ApiQuery({
      name: 'fields',
      required: false,
      style: 'form',
      explode: false,
      description: 'Only these members of the resource. The ETag tells the version all the same.',
      schema: { type: 'array', items: { type: 'string', enum: membersOf(item) }, minItems: 1 },
    }),
  );
}

/** Cuts an answer down to what `fields` names; after all that reads the whole of it, such as the ETag. */
@Injectable()
export class SparseFields implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  /** @throws InvalidInput */
  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    const item = host.getType() === 'http' ? this.reflector.get(SparseItem, host.getHandler()) : undefined;
    if (item === undefined) return next.handle();
    const wanted = wantedOf(host.switchToHttp().getRequest<FastifyRequest>().url, membersOf(item));
    return wanted === undefined ? next.handle() : next.handle().pipe(map((body: unknown) => cutBody(body, wanted)));
  }
}

function wantedOf(url: string, members: readonly string[]): ReadonlySet<string> | undefined {
  const [given, ...more] = parametersOf(queryOf(url)).filter(({ name }) => name === 'fields');
  if (given === undefined) return undefined;
  const names = given.text.split(',');
  const unknown = names.filter((name) => !members.includes(name));
  const isOneList = given.operator === '=' && more.length === 0;
  if (isOneList && unknown.length === 0) return new Set(names);
  const what = isOneList
    ? `has no ${listed(
        unknown.map((name) => JSON.stringify(name)),
        60,
      )}; it takes`
    : 'is one list of';
  throw new InvalidInput([{ pointer: '/fields', reason: `${what} ${listed(members, 90)}, divided by commas` }]);
}

function cutBody(body: unknown, wanted: ReadonlySet<string>): unknown {
  if (!isRecord(body)) return body;
  const { items } = body;
  return Array.isArray(items) ? { ...body, items: items.map((item) => cut(item, wanted)) } : cut(body, wanted);
}

function cut(item: unknown, wanted: ReadonlySet<string>): unknown {
  return isRecord(item) ? Object.fromEntries(Object.entries(item).filter(([name]) => wanted.has(name))) : item;
}

function membersOf(item: Type): string[] {
  const shape: unknown = item.prototype;
  const marked: unknown = typeof shape === 'object' && shape !== null ? Reflect.getMetadata(PROPERTIES, shape) : [];
  return Array.isArray(marked) ? marked.map((name) => String(name).replace(/^:/, '')) : [];
}
