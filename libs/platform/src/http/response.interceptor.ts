import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  applyDecorators,
  HttpCode,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isRecord } from '@itops/kit';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';

const LOCATION = 'itops:location';

/** 201, with `Location: <collection>/<id>` of what was made. */
export function Creates(collection: string): MethodDecorator {
  return applyDecorators(HttpCode(201), SetMetadata(LOCATION, collection));
}

/** Sets the headers that follow from the body: ETag from `version`, Link from `nextCursor`, Location from `id`. */
@Injectable()
export class ResponseHeaders implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (host.getType() !== 'http') return next.handle();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const collection = this.reflector.get<string | undefined>(LOCATION, host.getHandler());
    return next.handle().pipe(
      tap((body: unknown) => {
        if (!isRecord(body) || reply.sent) return;
        if (typeof body['version'] === 'number' && typeof body['id'] === 'string')
          void reply.header('etag', `"${body['version']}"`);
        if (typeof body['nextCursor'] === 'string')
          void reply.header('link', `<${nextPage(request.url, body['nextCursor'])}>; rel="next"`);
        if (collection !== undefined && typeof body['id'] === 'string')
          void reply.header('location', `${collection}/${body['id']}`);
      }),
    );
  }
}

/** The same query with this cursor; the rest stays as it was written. */
function nextPage(url: string, cursor: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  const kept = query.split('&').filter((part) => part !== '' && !part.startsWith('cursor='));
  return `${path}?${[...kept, `cursor=${cursor}`].join('&')}`;
}
