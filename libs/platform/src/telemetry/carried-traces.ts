import { type Context, context, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { type FastifyInstance } from 'fastify';

import { UNWATCHED } from './request-meters';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a request whose trace is only handed on. */
    carriedTrace?: Context | undefined;
  }
}

/**
 * For a process that records no spans: what a request does belongs to the trace that its caller names, or to one that begins
 * here. The instrumentation of `http` does the same and costs several times as much, for spans that nobody sees.
 */
export function carryTraces(server: FastifyInstance): void {
  const tracer = trace.getTracer('@itops/platform');
  server.decorateRequest('carriedTrace', undefined);
  server.addHook('onRequest', (request, _reply, done) => {
    if (UNWATCHED.test(request.url)) return done();
    const given = propagation.extract(ROOT_CONTEXT, request.headers);
    const carried = trace.setSpan(given, tracer.startSpan('request', {}, given));
    request.carriedTrace = carried;
    context.with(carried, done);
  });
  // Where a body was read, what comes next was called by the connection, which belongs to no request.
  server.addHook('preValidation', (request, _reply, done) => {
    const { carriedTrace } = request;
    if (carriedTrace === undefined || context.active() === carriedTrace) return done();
    context.with(carriedTrace, done);
  });
}
