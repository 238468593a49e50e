import { createHash } from 'node:crypto';

import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { isRecord } from '@itops/kit';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

const SAFE = ['GET', 'HEAD'];
const DIGEST_LENGTH = 16;

/**
 * Gives each answer its ETag and answers 304 to who has it already (RFC 9110, 13). A resource's tag is its version and a
 * digest of what is shown of it: a joined name, say, changes without the version. `If-Match` looks at the version alone.
 * What has no version, such as a list, has a weak tag. Works on the answer as it goes out, so only what looks at tags
 * comes after it.
 */
@Injectable()
export class ConditionalRequests implements NestInterceptor {
  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (host.getType() !== 'http') return next.handle();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((body: unknown) => conditionally(request, reply, body)));
  }
}

function conditionally(request: FastifyRequest, reply: FastifyReply, body: unknown): unknown {
  const isRead = SAFE.includes(request.method);
  const version = /^"(\d+)"$/.exec(String(reply.getHeader('etag')))?.[1];
  if (reply.sent || !isRecord(body) || (version === undefined && !isRead)) return body;
  const text = JSON.stringify(body);
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, DIGEST_LENGTH);
  const tag = version === undefined ? `W/"${digest}"` : `"${version}-${digest}"`;
  void reply.header('etag', tag);
  if (isRead) {
    // Each caller may be shown something else.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-cache');
    if (isNamed(tag, request.headers['if-none-match'])) {
      void reply.status(304);
      return undefined;
    }
  }
  void reply.header('content-type', 'application/json; charset=utf-8');
  return text;
}

/** Compares weakly, as is right for If-None-Match. */
function isNamed(tag: string, header: string | undefined): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const opaque = tag.replace(/^W\//, '');
  return [...header.matchAll(/(?:W\/)?("[^"]*")/g)].some(([, named]) => named === opaque);
}
