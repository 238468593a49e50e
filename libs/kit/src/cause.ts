import { type Authority } from './authority';

/** Who made something happen, and what it belongs to. Travels with a command, its audit rows and its events. */
export interface Cause {
  /** Who acted: a user, a machine's key, or a service (`service:incident-svc`). */
  readonly actor: string;
  /** By what the actor was known, as in {@link Authority}. */
  readonly credential?: string;
  /** What the actor may do; the platform itself has none and needs none. */
  readonly authority?: Authority;
  /** Of the request at the front door, where there was one. */
  readonly requestId?: string;
  /** The same for everything that follows from one first signal. */
  readonly correlationId: string;
  /** The event that directly led here, where there is one. */
  readonly causationId?: string;
  /** W3C trace context of the caller. */
  readonly traceparent?: string;
  /** What tracing systems add to it. */
  readonly tracestate?: string;
}
