import { BadRequestException } from '@nestjs/common';

const HOST = 'host';

/**
 * A request names one host, or two readers could take it for requests to different ones (RFC 9112, 3.2). Node itself refuses
 * a request without any.
 * @param rawHeaders names and values by turns
 * @throws BadRequestException
 */
export function requireOneHost(rawHeaders: readonly string[]): void {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    // By the length of its name alone a header is nearly always something else.
    if (name.length === HOST.length && name.toLowerCase() === HOST) hosts++;
  }
  if (hosts > 1) throw new BadRequestException('The request has more than one Host header. Send it once.');
}
