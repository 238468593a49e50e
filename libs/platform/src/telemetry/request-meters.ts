import { metrics } from '@opentelemetry/api';
import { type FastifyInstance } from 'fastify';

/** Asked by machines every few seconds; they would hide what users do. */
export const UNWATCHED = /^\/(livez|readyz|metrics)/;

/** How long each answer took, by route and status, as the semantic conventions for HTTP name it. */
export function measureRequests(server: FastifyInstance): void {
  const duration = metrics.getMeter('@itops/platform').createHistogram('http.server.request.duration', {
    description: 'How long answers took',
    unit: 's',
    advice: { explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] },
  });
  server.addHook('onResponse', (request, reply, done) => {
    if (!UNWATCHED.test(request.url)) {
      const route = request.routeOptions.url;
      duration.record(reply.elapsedTime / 1_000, {
        'http.request.method': request.method,
        'http.response.status_code': reply.statusCode,
        ...(route === undefined ? {} : { 'http.route': route }),
        ...(reply.statusCode < 500 ? {} : { 'error.type': String(reply.statusCode) }),
      });
    }
    done();
  });
}
