import {
  type Context,
  context,
  isSpanContextValid,
  type Span,
  type SpanOptions,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import { NodeTracerProvider, RandomIdGenerator } from '@opentelemetry/sdk-trace-node';

/**
 * For a process that records no spans. A caller's trace context is handed on as it came, as W3C asks of who takes no part
 * in a trace: a span id of our own, which nobody has recorded, would tear the trace apart, and taking away the mark that
 * it is sampled would end it. Where there is none, one is begun that only log lines and events know.
 */
export class PassingTracerProvider extends NodeTracerProvider {
  override getTracer(): PassingTracer {
    return new PassingTracer();
  }
}

const ids = new RandomIdGenerator();

class PassingTracer {
  startSpan(_name: string, options: SpanOptions = {}, parent: Context = context.active()): Span {
    const given = options.root === true ? undefined : trace.getSpanContext(parent);
    return trace.wrapSpanContext(given !== undefined && isSpanContextValid(given) ? given : begun());
  }

  startActiveSpan<F extends Work>(name: string, work: F): ReturnType<F>;
  startActiveSpan<F extends Work>(name: string, options: SpanOptions, work: F): ReturnType<F>;
  startActiveSpan<F extends Work>(name: string, options: SpanOptions, parent: Context, work: F): ReturnType<F>;
  startActiveSpan(
    name: string,
    ...[first, second, third]: [Work] | [SpanOptions, Work] | [SpanOptions, Context, Work]
  ): unknown {
    const work = third ?? (typeof second === 'function' ? second : typeof first === 'function' ? first : undefined);
    const parent = second === undefined || typeof second === 'function' ? context.active() : second;
    const span = this.startSpan(name, typeof first === 'function' ? {} : first, parent);
    return work === undefined ? undefined : context.with(trace.setSpan(parent, span), work, undefined, span);
  }
}

type Work = (span: Span) => unknown;

function begun() {
  return { traceId: ids.generateTraceId(), spanId: ids.generateSpanId(), traceFlags: TraceFlags.NONE };
}
