import { UnsupportedMediaTypeException } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';

const JSON_TYPE = 'application/json';
const MERGE_PATCH_TYPE = 'application/merge-patch+json';

/** What the body of a PATCH may be, by preference: a merge patch (RFC 7396), however it is called. */
export const PATCH_TYPES: readonly string[] = [MERGE_PATCH_TYPE, JSON_TYPE];

/** Reads JSON and nothing else; a merge patch only where something is patched. */
export function readJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(JSON_TYPE, { parseAs: 'string' }, parse);
  server.addContentTypeParser(MERGE_PATCH_TYPE, { parseAs: 'string' }, (request, body, done) => {
    if (request.method === 'PATCH') return parse(request, String(body), done);
    done(new UnsupportedMediaTypeException());
  });
}
