import { type Cause } from '@itops/kit';
import {
  type Context,
  context,
  isSpanContextValid,
  type Link,
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

const tracer = trace.getTracer('@itops/messaging');

/**
 * The cause with the trace to hand on: the active span's when it belongs to the cause's trace or the cause has none;
 * otherwise the cause's own, as for one event of a batch.
 */
export function withActiveTrace(cause: Cause): Cause {
  const active = trace.getSpanContext(context.active());
  if (active === undefined || !isSpanContextValid(active)) return cause;
  const own = cause.traceparent === undefined ? undefined : parseTraceparent(cause.traceparent);
  if (own !== undefined && own.traceId !== active.traceId) return cause;
  const flags = active.traceFlags.toString(16).padStart(2, '0');
  return { ...cause, traceparent: `00-${active.traceId}-${active.spanId}-${flags}` };
}

/** Runs a consumer's handler in a span that continues the events' trace, or links to each when they have several. */
export async function inConsumerSpan<T>(
  consumer: string,
  traceparents: readonly (string | null)[],
  work: () => Promise<T>,
): Promise<T> {
  const contexts = distinct(traceparents);
  const [only] = contexts;
  const parent: Context =
    only !== undefined && contexts.length === 1 ? trace.setSpanContext(ROOT_CONTEXT, only) : ROOT_CONTEXT;
  const links: Link[] = contexts.length > 1 ? contexts.slice(0, MOST_LINKS).map((linked) => ({ context: linked })) : [];
  const attributes = {
    'messaging.system': 'kafka',
    'messaging.consumer.group.name': consumer,
    'messaging.batch.message_count': traceparents.length,
  };
  const span = tracer.startSpan(`process ${consumer}`, { kind: SpanKind.CONSUMER, links, attributes }, parent);
  try {
    return await context.with(trace.setSpan(parent, span), work);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) });
    throw error;
  } finally {
    span.end();
  }
}

const MOST_LINKS = 128;

function distinct(traceparents: readonly (string | null)[]): SpanContext[] {
  const byTrace = new Map<string, SpanContext>();
  for (const traceparent of traceparents) {
    const parsed = traceparent === null ? undefined : parseTraceparent(traceparent);
    if (parsed !== undefined) byTrace.set(parsed.traceId, parsed);
  }
  return [...byTrace.values()];
}

function parseTraceparent(traceparent: string): SpanContext | undefined {
  const [, traceId, spanId, flags] = traceparent.split('-');
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  const parsed = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(parsed) ? parsed : undefined;
}
