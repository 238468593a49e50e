import { type Authority } from './authority';
import { type Cause } from './cause';
import { isUuid, newId } from './ids';

export const CORRELATION_HEADER = 'x-correlation-id';
/** By which the gateway tells a service its own name of the request. */
export const REQUEST_ID_HEADER = 'x-itops-request-id';
/** The signed word of the gateway on who calls. */
export const IDENTITY_HEADER = 'x-itops-identity';

/** As much of an HTTP request as says who calls. */
export interface IdentifiedRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Set by whoever has verified it; undefined where nobody asks. */
  readonly authority?: Authority | undefined;
}

/** Who calls, and what the call belongs to: said by the gateway, or begun here. */
export function callerOf({ headers, authority }: IdentifiedRequest): Omit<Cause, 'causationId'> {
  const first = (name: string) => [headers[name]].flat()[0];
  const correlationId = first(CORRELATION_HEADER);
  const requestId = first(REQUEST_ID_HEADER);
  return {
    correlationId: correlationId !== undefined && isUuid(correlationId) ? correlationId : newId(),
    ...(requestId === undefined ? {} : { requestId }),
    ...(authority === undefined
      ? { actor: 'anonymous' }
      : { actor: authority.subject, credential: authority.credential, authority }),
  };
}
