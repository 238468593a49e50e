import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { callerOf, type Cause } from '@itops/kit';

interface HttpRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Who makes the request; a transaction adds the active trace. */
export const Caller = createParamDecorator((_: undefined, host: ExecutionContext): Cause =>
  callerOf(host.switchToHttp().getRequest<HttpRequest>().headers),
);
