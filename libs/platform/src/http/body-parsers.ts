import { isUtf8 } from 'node:buffer';

import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import { type FastifyInstance, type FastifyRequest } from 'fastify';

const JSON_TYPE = 'application/json';
const MERGE_PATCH_TYPE = 'application/merge-patch+json';

/** What the body of a PATCH may be, by preference: a merge patch (RFC 7396), however it is called. */
export const PATCH_TYPES: readonly string[] = [MERGE_PATCH_TYPE, JSON_TYPE];

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Reads JSON in UTF-8 and nothing else; a merge patch only where something is patched. What is compressed is refused, not
 * unpacked: it could be of any size. So is what is no UTF-8, parts of which would be lost without a word.
 */
export function readJsonBodies(server: FastifyInstance): void {
  const parseText = server.getDefaultJsonParser('error', 'error');
  const parse = (request: FastifyRequest, body: string | Buffer, done: Done): void => {
    if (typeof body !== 'string' && !isUtf8(body)) return done(new BadRequestException('The body is not in UTF-8.'));
    void parseText(request, body.toString(), done);
  };
  server.removeAllContentTypeParsers();
  server.addHook('preParsing', (request, reply, payload, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding.trim().toLowerCase() === 'identity') return done(null, payload);
    void reply.header('accept-encoding', 'identity');
    done(new UnsupportedMediaTypeException());
  });
  server.addContentTypeParser(JSON_TYPE, { parseAs: 'buffer' }, parse);
  server.addContentTypeParser(MERGE_PATCH_TYPE, { parseAs: 'buffer' }, (request, body, done) => {
    if (request.method === 'PATCH') return parse(request, body, done);
    done(new UnsupportedMediaTypeException());
  });
}
