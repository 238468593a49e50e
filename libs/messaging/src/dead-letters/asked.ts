import { listParameters, type ListRequest, queryOf, readListRequest } from '@itops/kit';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';

import { DEAD_LETTERS } from './dead-letter.list';

/** Says in the OpenAPI document what {@link Asked} reads. */
export function ListsLetters(): MethodDecorator {
  return applyDecorators(
    ...listParameters(DEAD_LETTERS).map(({ schema, ...parameter }) =>
      ApiQuery({ ...parameter, schema: { ...schema } }),
    ),
  );
}

/** What is asked of the list of dead letters. @throws InvalidInput */
export const Asked = createParamDecorator((_: undefined, host: ExecutionContext): ListRequest =>
  readListRequest(DEAD_LETTERS, queryOf(host.switchToHttp().getRequest<{ url: string }>().url)),
);
