import { type Readable, Transform, type TransformCallback } from 'node:stream';

import { PayloadTooLargeException } from '@nestjs/common';

/** 1 MiB. */
export const BODY_LIMIT = 1024 * 1024;

/** Passes a body on until it is too large. */
export class LimitedBody extends Transform {
  /** Fastify compares it with Content-Length. */
  receivedEncodedLength = 0;

  /**
   * Whoever reads the result may destroy it: the request itself stays whole, so that it can still be answered, and its
   * rest is read and thrown away, so that the connection comes to an end.
   */
  static of(body: Readable): LimitedBody {
    if (body instanceof LimitedBody) return body;
    const limited = new LimitedBody();
    limited.on('error', () => body.resume());
    limited.on('close', () => body.resume());
    body.on('error', (error) => limited.destroy(error));
    return body.pipe(limited);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.receivedEncodedLength += chunk.length;
    if (this.receivedEncodedLength > BODY_LIMIT) done(new PayloadTooLargeException());
    else done(null, chunk);
  }
}
