import { type IncomingMessage, type ServerResponse } from 'node:http';

import { metrics } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { AlwaysOffSampler, BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

let exporter: PrometheusExporter | undefined;
let shutdown: (() => Promise<void>) | undefined;

/**
 * Turns telemetry on for this process. Must run before `http` and `pg` are loaded, since instrumentation wraps them.
 * Spans are exported where OTEL_EXPORTER_OTLP_ENDPOINT is set; without it they only give log lines their trace ids.
 */
export function registerTelemetry(serviceName: string, env: Readonly<Record<string, string | undefined>>): void {
  if (exporter !== undefined) return;
  const resource = resourceFromAttributes({ 'service.name': serviceName });
  const endpoint = env['OTEL_EXPORTER_OTLP_ENDPOINT'];
  const isExported = endpoint !== undefined && endpoint !== '';
  const tracing = new NodeTracerProvider({
    resource,
    // Without a receiver spans record nothing, which costs little; their ids still go into logs and events.
    ...(isExported ? {} : { sampler: new AlwaysOffSampler() }),
    spanProcessors: isExported ? [new BatchSpanProcessor(new OTLPTraceExporter())] : [],
  });
  tracing.register({ contextManager: new AsyncLocalStorageContextManager().enable() });
  exporter = new PrometheusExporter({ preventServerStart: true });
  const metering = new MeterProvider({ resource, readers: [exporter] });
  metrics.setGlobalMeterProvider(metering);
  registerInstrumentations({
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: (request) => /^\/(livez|readyz|metrics)/.test(request.url ?? ''),
        requireParentforOutgoingSpans: true,
      }),
      new PgInstrumentation({ requireParentSpan: true }),
    ],
  });
  shutdown = async () => {
    await Promise.all([tracing.shutdown(), metering.shutdown()]);
  };
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

export async function shutdownTelemetry(): Promise<void> {
  await shutdown?.();
}
