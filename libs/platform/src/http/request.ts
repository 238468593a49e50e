import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { callerOf, type Cause, type ExpectedVersion, InvalidInput, VersionRequired } from '@itops/kit';
import { context, propagation } from '@opentelemetry/api';
import { type FastifyRequest } from 'fastify';

export { CORRELATION_HEADER } from '@itops/kit';

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

export function causeOf(request: FastifyRequest): Cause {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  const { traceparent, tracestate } = carrier;
  return {
    ...callerOf(request),
    ...(traceparent === undefined ? {} : { traceparent }),
    ...(tracestate === undefined ? {} : { tracestate }),
  };
}

/** The cause of what this request does: its caller and its correlation id. */
export const CallerCause = createParamDecorator((_: undefined, host: ExecutionContext): Cause =>
  causeOf(host.switchToHttp().getRequest<FastifyRequest>()),
);

/** Says in the OpenAPI document that the operation takes `If-Match`; {@link IfMatch} reads it. */
export function RequiresVersion(): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The ETag of the version that was read, or * for any.',
      schema: { type: 'string', example: '"3"' },
    }),
  );
}

/** The version that `If-Match` names. @throws VersionRequired, InvalidInput */
export const IfMatch = createParamDecorator((resource: string, host: ExecutionContext): ExpectedVersion =>
  versionOf(resource, headerOf(host.switchToHttp().getRequest<FastifyRequest>(), 'if-match'), '/headers/if-match'),
);

/**
 * The version that an ETag of this API names; what else the tag holds is of the representation.
 * @throws VersionRequired where there is none, InvalidInput
 */
export function versionOf(resource: string, text: string | undefined, pointer: string): ExpectedVersion {
  if (text === undefined) throw new VersionRequired(resource);
  if (text.trim() === '*') return '*';
  const match = /^\s*(?:W\/)?"?(\d{1,9})(?:-[\w-]{1,64})?"?\s*$/.exec(text);
  if (match?.[1] === undefined) {
    throw new InvalidInput([
      {
        pointer,
        reason: `'${text}' is not an ETag of this API; send the ETag of the version that you have read, such as "3"`,
      },
    ]);
  }
  return Number(match[1]);
}
