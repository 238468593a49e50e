import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  Optional,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Answer, findUnstorable, IdempotentRequests, InvalidInput, keyedRequest } from '@itops/kit';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { lastValueFrom, type Observable, of } from 'rxjs';

import { causeOf } from '../request';
import { ANSWERS_WITH_SECRET, idempotencyKeyOf, MINDS_KEYS_ITSELF } from './idempotency-key';
import { sealBody, unsealBody } from './sealed-answer';

/** Headers that belong to the answer and not to the connection. */
const KEPT_HEADERS = ['etag', 'location'];

/** A POST that comes again under its Idempotency-Key is answered as it was the first time. The outermost interceptor. */
@Injectable()
export class Idempotency implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Optional() @Inject(IdempotentRequests) private readonly requests: IdempotentRequests | undefined,
  ) {}

  async intercept(host: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (host.getType() !== 'http') return next.handle();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (request.method !== 'POST') return next.handle();
    const key = idempotencyKeyOf(request);
    const says = (what: string) =>
      this.reflector.getAllAndOverride<boolean | undefined>(what, [host.getHandler(), host.getClass()]) === true;
    if (key === undefined || this.requests === undefined || says(MINDS_KEYS_ITSELF)) return next.handle();
    // What walks through the body must not run out of stack, and no pipe has looked at it yet.
    const unstorable = findUnstorable(request.body);
    if (unstorable !== undefined) throw new InvalidInput([unstorable]);
    const [path = ''] = request.url.split('?', 1);
    const { actor, authority } = causeOf(request);
    const keyed = keyedRequest(actor, `${request.method} ${path}`, key, request.body, authority);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const isSecret = says(ANSWERS_WITH_SECRET);
    const { answer, isRepeated } = await this.requests.answer(keyed, async () => {
      const taken = takeAnswer(reply, await lastValueFrom(next.handle(), { defaultValue: undefined }));
      return isSecret ? withBody(taken, (body) => sealBody(key, body)) : taken;
    });
    return of(give(reply, isSecret ? withBody(answer, (body) => unsealBody(key, body)) : answer, isRepeated));
  }
}

/** What the reply would be. It does not say so before that is committed: until then it may become a problem. */
function takeAnswer(reply: FastifyReply, body: unknown): Answer {
  const headers: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = reply.getHeader(name);
    if (value === undefined) continue;
    headers[name] = String(value);
    reply.removeHeader(name);
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status: reply.statusCode, headers, body: body === undefined ? null : text };
}

function withBody(answer: Answer, change: (body: string) => string): Answer {
  return answer.body === null ? answer : { ...answer, body: change(answer.body) };
}

function give(reply: FastifyReply, { status, headers, body }: Answer, isRepeated: boolean): string | undefined {
  void reply.status(status).headers(headers);
  if (body !== null) void reply.header('content-type', 'application/json; charset=utf-8');
  if (isRepeated) void reply.header('idempotency-replayed', 'true');
  return body ?? undefined;
}
