import { IdempotencyKeyInUse, Misconfigured } from '@itops/kit';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { context, trace } from '@opentelemetry/api';
import { type FastifyReply, type FastifyRequest } from 'fastify';

import { Refusals } from '../../auth/refusals';
import { PATCH_TYPES } from '../body-parsers';
import { type Loudness, PROBLEM_CONTENT_TYPE, problemOf, problemOfStatus } from './problem';
import { ToldOfLate } from './told-of-late';

/** Turns every error of a request into a problem document (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);
  private readonly told = new ToldOfLate();

  constructor(private readonly refusals: Refusals) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { problem, log } = hasLeft(request) ? LEFT : problemOf(error);
    const traceId = trace.getSpan(context.active())?.spanContext().traceId ?? request.id;
    this.log(error, log, request);
    this.refusals.tell(error, request);
    if (reply.sent) return;
    const mayRepeat = problem.status === 503 && !(error instanceof Misconfigured);
    if (mayRepeat) void reply.header('retry-after', '5');
    if (error instanceof IdempotencyKeyInUse) void reply.header('retry-after', '1');
    if (problem.status === 415 && request.method === 'PATCH') void reply.header('accept-patch', PATCH_TYPES.join(', '));
    void reply
      .status(problem.status)
      .header('content-type', PROBLEM_CONTENT_TYPE)
      .send(JSON.stringify({ ...problem, instance: request.url, traceId }));
  }

  private log(error: unknown, loudness: Loudness, { method, url }: FastifyRequest): void {
    if (loudness === 'silent') return;
    // What those who run the platform have to mend is the same for every request, and where it was noticed says nothing.
    if (error instanceof Misconfigured) {
      if (this.told.isNew(error.message)) this.logger[loudness](error.message);
      return;
    }
    this.logger[loudness](error instanceof Error ? error : new Error(String(error)), `${method} ${url}`);
  }
}

const LEFT = {
  problem: problemOfStatus(400, 'The request did not arrive as a whole. Send it again.'),
  log: 'silent',
} as const;

/** Whether the client has hung up in the middle of its request: nothing is wrong here, and nobody reads the answer. */
function hasLeft({ raw }: FastifyRequest): boolean {
  return raw.readableAborted && !raw.complete;
}

/** What Fastify refuses before any route is found, such as a path with a broken escape. */
export function answerFrameworkError(error: Error, url: string, reply: FastifyReply): void {
  const { problem } = problemOf(error);
  void reply
    .status(problem.status)
    .header('content-type', PROBLEM_CONTENT_TYPE)
    .send(JSON.stringify({ ...problem, instance: url }));
}
