import { type Cause } from './cause';
import { isUuid, newId } from './ids';

/** The headers by which the gateway tells a service who calls. */
export const ACTOR_HEADER = 'x-itops-actor';
export const CORRELATION_HEADER = 'x-correlation-id';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Who calls, and what the call belongs to: said by the gateway, or begun here. */
export function callerOf(headers: Headers): Pick<Cause, 'actor' | 'correlationId'> {
  const first = (name: string) => [headers[name]].flat()[0];
  const correlationId = first(CORRELATION_HEADER);
  return {
    actor: first(ACTOR_HEADER) ?? 'anonymous',
    correlationId: correlationId !== undefined && isUuid(correlationId) ? correlationId : newId(),
  };
}
