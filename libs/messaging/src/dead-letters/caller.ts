import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { callerOf, type Cause, type IdentifiedRequest } from '@itops/kit';

/** Who makes the request; a transaction adds the active trace. */
export const Caller = createParamDecorator((_: undefined, host: ExecutionContext): Cause =>
  callerOf(host.switchToHttp().getRequest<IdentifiedRequest>()),
);
