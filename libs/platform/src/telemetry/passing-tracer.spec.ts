import { context, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';

import { PassingTracerProvider } from './passing-tracer';

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

/** The headers that a service sends on when it is asked with these. */
function passedOn(headers: Record<string, string>): Record<string, string> {
  const sent: Record<string, string> = {};
  trace.getTracer('spec').startActiveSpan('GET', {}, propagation.extract(ROOT_CONTEXT, headers), (server) => {
    trace.getTracer('spec').startActiveSpan('query', (inner) => {
      propagation.inject(context.active(), sent);
      inner.end();
    });
    server.end();
  });
  return sent;
}

describe('a process that records no spans', () => {
  beforeAll(() => {
    new PassingTracerProvider().register({ contextManager: new AsyncLocalStorageContextManager().enable() });
  });

  it('hands a caller’s trace on as it came, with what tracing systems have added', () => {
    const headers = { traceparent: TRACEPARENT, tracestate: 'vendor=a,other=b' };
    expect(passedOn(headers)).toEqual(headers);
  });

  it.each([
    ['none', {}],
    ['one that is not valid', { traceparent: '00-00000000000000000000000000000000-b7ad6b7169203331-01' }],
    ['no traceparent', { traceparent: 'nonsense', tracestate: 'vendor=a' }],
  ])('begins a trace that nobody records where it got %s', (_name, headers) => {
    const sent = passedOn(headers);
    expect(sent['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(sent['traceparent']).not.toContain('0000000000000000000000000000000');
    expect(sent['tracestate']).toBeUndefined();
  });

  it('records nothing', () => {
    expect(trace.getTracer('spec').startSpan('any').isRecording()).toBe(false);
  });
});
