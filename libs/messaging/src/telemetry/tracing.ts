import { type DomainEvent } from '@itops/contracts';
import { type Cause } from '@itops/kit';
import {
  type Context,
  context,
  createContextKey,
  createTraceState,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api';

import { headerText } from '../envelope/headers';
import { type OutgoingRecord, type RecordHeaders } from '../record';
import { timedOperation } from './operation-meters';

/** W3C trace context, as an event carries it. */
export interface TraceContext {
  readonly traceparent?: string | null | undefined;
  readonly tracestate?: string | null | undefined;
}

/** What a consumer's span tells of a message. */
export interface TracedMessage extends TraceContext {
  readonly topic: string;
}

const tracer = trace.getTracer('@itops/messaging');
const MOST_LINKS = 128;
/** The spans that process a batch's messages, by the trace context with which each message came. */
const PROCESSING = createContextKey('itops.processing');

/**
 * The cause with the trace to hand on: that of the span which processes the message it came with; the active span's
 * when it belongs to the cause's trace or the cause has none; otherwise the cause's own.
 */
export function withActiveTrace(cause: Cause): Cause {
  const processing = processingSpans(context.active())?.get(cause.traceparent ?? '');
  if (processing !== undefined) return withTrace(cause, processing);
  const active = trace.getSpanContext(context.active());
  if (active === undefined || !isSpanContextValid(active)) return cause;
  const own = parseTrace(cause);
  return own !== undefined && own.traceId !== active.traceId ? cause : withTrace(cause, active);
}

/** The same for events that are being written: their creation is a span, to which everything later refers. */
export function withCreation(cause: Cause, events: readonly DomainEvent[]): Cause {
  const before = withActiveTrace(cause);
  const parent = parseTrace(before);
  if (parent !== undefined && !isSampled(parent)) return before;
  const span = tracer.startSpan(
    ...named('create', distinct(events.map(({ topic }) => topic)), SpanKind.PRODUCER, events.length),
    contextOf(parent),
  );
  span.end();
  return withTrace(before, span.spanContext());
}

/** Publishes records whose headers may tell where they were created. */
export function inRelaySpan<T>(records: readonly OutgoingRecord[], work: () => Promise<T>): Promise<T> {
  const creations = records.map(({ headers }) => ({ traceparent: headerText(headers, 'traceparent') }));
  return inSendSpan(
    records.map(({ topic }) => topic),
    creations,
    work,
  );
}

/** For a record: so that what publishes it, and other systems' instrumentation, finds its trace without reading it. */
export function traceHeaders(cause: Cause): RecordHeaders {
  const own = parseTrace(cause);
  return own === undefined || !isSampled(own) ? {} : { traceparent: format(own) };
}

/**
 * Publishes in a span. The creation of the records, where that came before, is its parent, or its links when they are of
 * several traces; without such it is a part of what is going on, and the records come after it.
 * @param topics each record's
 */
export async function inSendSpan<T>(
  topics: readonly string[],
  creations: readonly TraceContext[],
  work: () => Promise<T>,
): Promise<T> {
  const created = distinctContexts(creations);
  const timed = () => timedOperation('send', topics, work);
  const active = trace.getSpanContext(context.active());
  const [only] = created;
  if (only === undefined && active === undefined) return timed();
  const [name, options] = named('send', distinct(topics), only ? SpanKind.CLIENT : SpanKind.PRODUCER, topics.length);
  const parent = only === undefined ? context.active() : created.length === 1 ? contextOf(only) : ROOT_CONTEXT;
  const links = created.length > 1 ? linksTo(created) : [];
  return inSpan(tracer.startSpan(name, { ...options, links }, parent), parent, timed);
}

/**
 * Runs a consumer's handler. Each trace of the batch goes on with a span of its own, which the events written for its
 * messages follow. Messages of one trace context make that the active span; those of several are linked from one span
 * for the batch.
 */
export async function inConsumerSpan<T>(
  consumer: string,
  messages: readonly TracedMessage[],
  work: () => Promise<T>,
): Promise<T> {
  const topics = distinct(messages.map(({ topic }) => topic));
  const timed = () => timedOperation('process', topics, work, consumer);
  const start = (count: number, parent: Context, linked: readonly SpanContext[]): Span => {
    const [name, options] = named('process', topics, SpanKind.CONSUMER, count);
    const attributes = { ...options.attributes, 'messaging.consumer.group.name': consumer };
    return tracer.startSpan(name, { ...options, attributes, links: linksTo(linked) }, parent);
  };
  const created = distinctContexts(messages);
  const [only] = created;
  if (created.length <= 1) {
    const parent = contextOf(only);
    const span = start(messages.length, parent, []);
    return inSpan(span, withProcessing(parent, only === undefined ? [] : [[only, span.spanContext()]]), timed);
  }
  const batch = start(messages.length, ROOT_CONTEXT, created);
  const recorded = created.filter(isSampled);
  const spans = recorded.map((one) => start(1, contextOf(one), [batch.spanContext()]));
  const pairs = recorded.map((one, place): [SpanContext, SpanContext] => [one, spans[place]?.spanContext() ?? one]);
  try {
    return await inSpan(batch, withProcessing(ROOT_CONTEXT, pairs), timed);
  } catch (error) {
    for (const span of spans) fail(span, error);
    throw error;
  } finally {
    for (const span of spans) span.end();
  }
}

/** So that log lines name the trace of the message that they are about. */
export function inTraceOf<T>(message: TraceContext, work: () => T): T {
  return context.with(contextOf(parseTrace(message)), work);
}

async function inSpan<T>(span: Span, parent: Context, work: () => Promise<T>): Promise<T> {
  try {
    return await context.with(trace.setSpan(parent, span), work);
  } catch (error) {
    fail(span, error);
    throw error;
  } finally {
    span.end();
  }
}

function fail(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) });
}

/** Name and options by the semantic conventions for messaging. */
function named(operation: 'create' | 'send' | 'process', topics: readonly string[], kind: SpanKind, count: number) {
  const [topic] = topics;
  const single = topics.length === 1 ? topic : undefined;
  const attributes = {
    'messaging.system': 'kafka',
    'messaging.operation.name': operation,
    'messaging.operation.type': operation,
    ...(single === undefined ? {} : { 'messaging.destination.name': single }),
    ...(count === 1 ? {} : { 'messaging.batch.message_count': count }),
  };
  return [single === undefined ? operation : `${operation} ${single}`, { kind, attributes }] as const;
}

function processingSpans(active: Context): ReadonlyMap<string, SpanContext> | undefined {
  const spans = active.getValue(PROCESSING);
  return spans instanceof Map ? spans : undefined;
}

function withProcessing(parent: Context, pairs: readonly (readonly [SpanContext, SpanContext])[]): Context {
  return parent.setValue(PROCESSING, new Map(pairs.map(([came, processing]) => [format(came), processing])));
}

function linksTo(contexts: readonly SpanContext[]) {
  return contexts.slice(0, MOST_LINKS).map((linked) => ({ context: linked }));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function distinctContexts(messages: readonly TraceContext[]): SpanContext[] {
  const found = new Map<string, SpanContext>();
  for (const message of messages) {
    const parsed = parseTrace(message);
    if (parsed !== undefined) found.set(format(parsed), parsed);
  }
  return [...found.values()];
}

function contextOf(parent: SpanContext | undefined): Context {
  return parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent);
}

function isSampled({ traceFlags }: SpanContext): boolean {
  return (traceFlags & TraceFlags.SAMPLED) !== 0;
}

/** A span of ours that knows no tracestate goes on with the cause's. */
function withTrace(cause: Cause, own: SpanContext): Cause {
  const state = own.traceState?.serialize() ?? '';
  return { ...cause, traceparent: format(own), ...(state === '' ? {} : { tracestate: state }) };
}

function format({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

function parseTrace({ traceparent, tracestate }: TraceContext): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  const state = tracestate === null || tracestate === undefined ? {} : { traceState: createTraceState(tracestate) };
  const parsed = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true, ...state };
  return isSpanContextValid(parsed) ? parsed : undefined;
}
