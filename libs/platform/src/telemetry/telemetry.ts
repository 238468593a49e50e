import { type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import { createNoopMeter, metrics } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

import { PassingTracerProvider } from './passing-tracer';
import { UNWATCHED } from './request-meters';
import { observeRuntime } from './runtime-meters';

let exporter: PrometheusExporter | undefined;
let shutdown: (() => Promise<void>) | undefined;
let isCarrying = false;

/**
 * Turns telemetry on for this process. Must run before `http` and `pg` are loaded, since instrumentation wraps them.
 * Spans are recorded and exported where OTEL_EXPORTER_OTLP_ENDPOINT is set, unless OTEL_TRACES_SAMPLER is always_off;
 * otherwise a caller's trace is only handed on.
 */
export function registerTelemetry(serviceName: string, env: Readonly<Record<string, string | undefined>>): void {
  if (exporter !== undefined) return;
  const resource = resourceFromAttributes({ 'service.name': serviceName });
  const isRecorded = (env['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? '') !== '' && env['OTEL_TRACES_SAMPLER'] !== 'always_off';
  const tracing = isRecorded
    ? new NodeTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())] })
    : new PassingTracerProvider();
  isCarrying = !isRecorded;
  tracing.register({ contextManager: new AsyncLocalStorageContextManager().enable() });
  exporter = new PrometheusExporter({ preventServerStart: true });
  const metering = new MeterProvider({ resource, readers: [exporter] });
  metrics.setGlobalMeterProvider(metering);
  observeRuntime(metering);
  registerInstrumentations({
    // What they would measure we measure ourselves, by route and for every pool.
    meterProvider: { getMeter: () => createNoopMeter() },
    instrumentations: [
      // Where nothing is recorded, traces are handed on without it.
      ...(isRecorded ? [httpInstrumentation()] : []),
      new PgInstrumentation({ requireParentSpan: true }),
    ],
  });
  shutdown = async () => {
    await Promise.all([tracing.shutdown(), metering.shutdown()]);
  };
}

function httpInstrumentation(): HttpInstrumentation {
  return new HttpInstrumentation({
    ignoreIncomingRequestHook: (request) => UNWATCHED.test(request.url ?? ''),
    requireParentforOutgoingSpans: true,
  });
}

/** Whether this process records no spans and hands the traces of its callers on. */
export function carriesTraces(): boolean {
  return isCarrying;
}

/** Writes the metrics in Prometheus' text format. */
export function writeMetrics(request: IncomingMessage, response: ServerResponse): void {
  if (exporter === undefined) {
    response
      .writeHead(200, { 'content-type': 'text/plain; version=0.0.4' })
      .end('# telemetry is not registered in this process\n');
    return;
  }
  exporter.getMetricsRequestHandler(request, response);
}

/** What an end of the process waits for spans that nobody takes. */
const LAST_EXPORT_MS = 700;

/** Sends what was recorded, unless that takes too long. */
export async function shutdownTelemetry(): Promise<void> {
  const late = setTimeout(LAST_EXPORT_MS, undefined, { ref: false });
  await Promise.race([shutdown?.(), late]);
}
