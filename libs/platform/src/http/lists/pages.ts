import { applyDecorators, createParamDecorator, type ExecutionContext, type Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiQuery } from '@nestjs/swagger';
import { listParameters, type ListRequest, type ListShape, LONGEST_CURSOR, queryOf, readListRequest } from '@itops/kit';
import { type FastifyRequest } from 'fastify';

import { TextField } from '../fields/fields';
import { Sparse } from './sparse';

const DeclaredList = Reflector.createDecorator<ListShape>();
const reflector = new Reflector();

/** The handler answers pages of this list, made of such items; {@link Asked} tells it what is asked for. */
export function Pages(list: ListShape, item: Type): MethodDecorator {
  return applyDecorators(
    DeclaredList(list),
    ...listParameters(list).map(({ schema, ...parameter }) => ApiQuery({ ...parameter, schema: { ...schema } })),
    Sparse(item),
  );
}

/** What is asked of the list that {@link Pages} names. @throws InvalidInput */
export const Asked = createParamDecorator((_: undefined, host: ExecutionContext): ListRequest => {
  const list = reflector.get(DeclaredList, host.getHandler());
  return readListRequest(list, queryOf(host.switchToHttp().getRequest<FastifyRequest>().url));
});

/** Where the next page of a list begins. */
export function NextCursorField(): PropertyDecorator {
  return TextField({
    description: 'Pass it as cursor for the next page; null on the last one.',
    max: LONGEST_CURSOR,
    nullable: true,
  });
}
