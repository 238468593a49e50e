import { type IncomingMessage } from 'node:http';

import { BadRequestException } from '@nestjs/common';

const BEARER = /^Bearer +(\S+) *$/i;
/** By the length of its name alone a header is nearly always something else. */
const AUTHORIZATION = 'authorization';
const API_KEY = 'x-api-key';

/**
 * What a request shows to be let in by: `Authorization: Bearer <token or key>`, or `X-API-Key: <key>`. Undefined where it
 * shows nothing; empty where it shows what can't be read.
 * @throws BadRequestException where it shows two: which one is meant would be a guess
 */
export function shownCredential(request: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): string | undefined {
  const { headers, rawHeaders } = request;
  let shown = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (name.length !== AUTHORIZATION.length && name.length !== API_KEY.length) continue;
    const lower = name.toLowerCase();
    if (lower === AUTHORIZATION || lower === API_KEY) shown++;
  }
  if (shown === 0) return undefined;
  if (shown > 1) {
    throw new BadRequestException(
      'The request shows more than one credential. Send one of Authorization and X-API-Key, once.',
    );
  }
  if (headers.authorization !== undefined) return BEARER.exec(headers.authorization)?.[1] ?? '';
  const key = headers[API_KEY];
  return typeof key === 'string' ? key : '';
}
