import { type Readable } from 'node:stream';

import { Injectable, UnauthorizedException } from '@nestjs/common';
import { context, propagation } from '@opentelemetry/api';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Dispatcher } from 'undici';

import { requestHeaders, responseHeaders } from './forwarded-headers';
import { type ServiceName } from './routes';
import { isReset, upstreamError } from './upstream.errors';
import { Upstreams } from './upstreams';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Method = (typeof METHODS)[number];
const SAFE: readonly string[] = ['GET', 'HEAD'];

/** Hands a request over to a service and its answer back, streaming both ways. */
@Injectable()
export class Forwarder {
  static readonly methods: readonly Method[] = METHODS;

  constructor(private readonly upstreams: Upstreams) {}

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
    const gone = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) gone.abort();
    });
    const answer = await this.call(service, {
      path: request.raw.url ?? '/',
      method: methodOf(request),
      headers: await this.headersFor(request, body),
      body: SAFE.includes(request.method) ? null : body,
      signal: gone.signal,
    });
    await reply.status(answer.statusCode).headers(responseHeaders(answer.headers)).send(answer.body);
  }

  private async call(service: ServiceName, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
    const pool = this.upstreams.pool(service);
    try {
      return await pool.request(options);
    } catch (error) {
      if (!SAFE.includes(options.method) || !isReset(error)) throw upstreamError(service, error);
    }
    try {
      return await pool.request(options);
    } catch (error) {
      throw upstreamError(service, error);
    }
  }

  private async headersFor(
    request: FastifyRequest,
    body: Readable | string | null,
  ): Promise<Record<string, string | string[]>> {
    const { authority } = request;
    if (authority === undefined) throw new UnauthorizedException();
    const headers = { ...requestHeaders(request.raw.headers), ...(await this.upstreams.identify(authority)) };
    if (body === null || typeof body === 'string' || SAFE.includes(request.method)) delete headers['content-length'];
    propagation.inject(context.active(), headers);
    return headers;
  }
}

function methodOf(request: FastifyRequest): Method {
  return METHODS.find((method) => method === request.method) ?? 'GET';
}
