import { type Readable } from 'node:stream';

import { Injectable, UnauthorizedException } from '@nestjs/common';
import { IDENTITY_HEADER } from '@itops/kit';
import { Draining } from '@itops/platform';
import { context, propagation } from '@opentelemetry/api';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Dispatcher } from 'undici';

import { type FlatHeaders, requestHeaders } from './forwarded-headers';
import { Passage } from './passage';
import { type ServiceName } from './routes';
import { isReset, upstreamError } from './upstream.errors';
import { Upstreams } from './upstreams';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Method = (typeof METHODS)[number];

/** Hands a request over to a service and its answer back, streaming both ways. */
@Injectable()
export class Forwarder {
  static readonly methods: readonly Method[] = METHODS;

  constructor(
    private readonly upstreams: Upstreams,
    private readonly draining: Draining,
  ) {}

  /**
   * @param body what is sent: the request's stream, or text where the gateway has already read it
   * @throws Unavailable, UpstreamTimeout
   */
  async forward(
    service: ServiceName,
    request: FastifyRequest,
    reply: FastifyReply,
    body: Readable | string | null,
  ): Promise<void> {
    const { authority } = request;
    if (authority === undefined) throw new UnauthorizedException();
    const word = this.upstreams.knownWord(authority) ?? (await this.upstreams.giveWord(authority));
    const isSafe = request.method === 'GET' || request.method === 'HEAD';
    const sent = isSafe ? null : body;
    const options: Dispatcher.DispatchOptions = {
      path: request.raw.url ?? '/',
      method: methodOf(request),
      headers: headersFor(request, word, sent),
      body: sent,
    };
    try {
      await this.pass(service, options, reply);
    } catch (error) {
      if (!isSafe || !isReset(error)) throw upstreamError(service, error);
      await this.pass(service, options, reply).catch((again: unknown) => {
        throw upstreamError(service, again);
      });
    }
  }

  private pass(service: ServiceName, options: Dispatcher.DispatchOptions, reply: FastifyReply): Promise<void> {
    const passage = new Passage(reply, () => (this.draining.active ? ['connection', 'close'] : []));
    this.upstreams.pool(service).dispatch(options, passage);
    return passage.done;
  }
}

function headersFor(request: FastifyRequest, word: string, body: Readable | string | null): FlatHeaders {
  const own: Record<string, string> = { [IDENTITY_HEADER]: word };
  propagation.inject(context.active(), own);
  return requestHeaders(request.raw.headers, own, body !== null && typeof body !== 'string');
}

function methodOf(request: FastifyRequest): Method {
  return METHODS.find((method) => method === request.method) ?? 'GET';
}
