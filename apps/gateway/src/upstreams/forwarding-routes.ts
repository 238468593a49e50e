import { Readable } from 'node:stream';

import { NotFoundException } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';

import { LimitedBody } from '../entrance/body-limit';
import { plainPath } from '../entrance/request-path';
import { Forwarder } from './forwarder';
import { serviceOf } from './routes';

/** Everything below /v1 that no controller of the gateway answers. Bodies pass through unread. */
export function forwardTheRest(server: FastifyInstance, forwarder: Forwarder): void {
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, LimitedBody.of(payload)));
    scope.route({
      method: [...Forwarder.methods],
      url: '/v1/*',
      handler: async (request, reply) => {
        const service = serviceOf(plainPath(request.raw.url ?? '') ?? '');
        if (service === undefined) throw new NotFoundException();
        const body = request.body instanceof Readable ? request.body : null;
        await forwarder.forward(service, request, reply, body);
        return reply;
      },
    });
    done();
  });
}
