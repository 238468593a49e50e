import { type Cause } from '@itops/kit';
import { context, isSpanContextValid, trace } from '@opentelemetry/api';

/** The cause with the trace of the span that is active now, where there is one. */
export function withActiveTrace(cause: Cause): Cause {
  const span = trace.getSpanContext(context.active());
  if (span === undefined || !isSpanContextValid(span)) return cause;
  const flags = span.traceFlags.toString(16).padStart(2, '0');
  return { ...cause, traceparent: `00-${span.traceId}-${span.spanId}-${flags}` };
}
