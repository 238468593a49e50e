import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';

import { inConsumerSpan, inRelaySpan, inTraceOf, withActiveTrace } from './tracing';

const exporter = new InMemorySpanExporter();
const TOPIC = 'itops.ci.v1';
const cause = { actor: 'spec', correlationId: 'c' };
const traceparent = (digit: string, flags = '01') => `00-${digit.repeat(32)}-${digit.repeat(16)}-${flags}`;
const message = (digit: string, flags?: string) => ({ topic: TOPIC, traceparent: traceparent(digit, flags) });
const activeTrace = () => trace.getSpan(context.active())?.spanContext().traceId;

beforeAll(() => {
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  provider.register({ contextManager: new AsyncLocalStorageContextManager().enable() });
});
beforeEach(() => exporter.reset());

describe('a consumer’s span', () => {
  it('goes on with the trace of its only message, and so do log lines', async () => {
    const seen = await inConsumerSpan('c', [message('a')], () => Promise.resolve(activeTrace()));
    expect(seen).toBe('a'.repeat(32));
    const [span, ...others] = exporter.getFinishedSpans();
    expect(others).toEqual([]);
    expect(span).toMatchObject({ name: `process ${TOPIC}`, parentSpanContext: { spanId: 'a'.repeat(16) } });
  });

  it('of several traces: each goes on with a span of its own, which what is published for it follows', async () => {
    const published = await inConsumerSpan('c', [message('a'), message('b'), message('d', '00')], () =>
      Promise.resolve(
        ['a', 'b'].map((digit) => withActiveTrace({ ...cause, traceparent: traceparent(digit) }).traceparent),
      ),
    );
    const spans = exporter.getFinishedSpans();
    const own = ['a', 'b'].map((digit) => spans.find((span) => span.spanContext().traceId === digit.repeat(32)));
    expect(published).toEqual(own.map((span) => `00-${span?.spanContext().traceId}-${span?.spanContext().spanId}-01`));
    expect(spans.some((span) => span.spanContext().traceId === 'd'.repeat(32))).toBe(false);
    const batch = spans.find(({ links }) => links.length === 3);
    expect(own.map((span) => span?.links[0]?.context.spanId)).toEqual(
      [batch, batch].map((span) => span?.spanContext().spanId),
    );
  });

  it.each(['zz', '1ff', ''])('begins a trace of its own for what is no traceparent, with flags %p', async (flags) => {
    await inConsumerSpan('c', [message('a', flags)], () => Promise.resolve());
    const [span] = exporter.getFinishedSpans();
    expect(span?.parentSpanContext).toBeUndefined();
    expect(span?.spanContext().traceId).not.toBe('a'.repeat(32));
  });

  it('hands an unsampled trace on under the same id', async () => {
    const [unsampled] = await inConsumerSpan('c', [message('a'), message('d', '00')], () =>
      Promise.resolve([withActiveTrace({ ...cause, traceparent: traceparent('d', '00'), tracestate: 'v=1' })]),
    );
    expect(unsampled).toMatchObject({ traceparent: traceparent('d', '00'), tracestate: 'v=1' });
  });
});

describe('the relay’s span', () => {
  const record = (digit: string) => ({
    ...{ topic: TOPIC, key: 'k', value: null },
    headers: { traceparent: traceparent(digit) },
  });

  it('follows the creation of one record, and links those of several traces', async () => {
    await inRelaySpan([record('a')], () => Promise.resolve());
    await inRelaySpan([record('a'), record('b')], () => Promise.resolve());
    const [one, several] = exporter.getFinishedSpans();
    expect(one?.parentSpanContext?.spanId).toBe('a'.repeat(16));
    expect(several?.parentSpanContext).toBeUndefined();
    expect(several?.links.map(({ context: linked }) => linked.spanId)).toEqual(['a'.repeat(16), 'b'.repeat(16)]);
  });
});

it('a log line about a message names its trace', () => {
  expect(inTraceOf(message('a'), activeTrace)).toBe('a'.repeat(32));
  expect(inTraceOf({}, activeTrace)).toBeUndefined();
});
