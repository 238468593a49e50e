import { PayloadTooLargeException } from '@nestjs/common';
import { BusinessError, isRecord, Unavailable } from '@itops/kit';

/** The service is there but did not begin its answer in time. */
export class UpstreamTimeout extends BusinessError {
  readonly kind = 'upstream-timeout';
  readonly status = 504;
  readonly title = 'The service did not answer in time';
}

export function isReset(error: unknown): boolean {
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(codeOf(error));
}

/** What a failed call means for the caller. */
export function upstreamError(service: string, error: unknown): Error {
  // The caller's body turned out too large while it was passed on.
  if (error instanceof PayloadTooLargeException) return error;
  switch (codeOf(error)) {
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return new UpstreamTimeout(
        `${service} did not answer in time. Whether a change was made is not known: read before you repeat it.`,
      );
    case 'UND_ERR_SOCKET':
    case 'ECONNRESET':
    case 'EPIPE':
      return new Unavailable(
        `${service} went away while it worked on the request. Whether a change was made is not known: read before you repeat it.`,
        { cause: error },
      );
    default:
      return new Unavailable(`${service} can not be reached right now. Repeat the request in a few seconds.`, {
        cause: error,
      });
  }
}

function codeOf(error: unknown): string {
  return isRecord(error) && typeof error['code'] === 'string' ? error['code'] : '';
}
