import { Transform, type TransformCallback } from 'node:stream';

import { PayloadTooLargeException } from '@nestjs/common';

/** 1 MiB. */
export const BODY_LIMIT = 1024 * 1024;

/** Passes a body of unannounced length on until it is too large. */
export class LimitedBody extends Transform {
  /** Fastify compares it with Content-Length. */
  receivedEncodedLength = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.receivedEncodedLength += chunk.length;
    if (this.receivedEncodedLength > BODY_LIMIT) done(new PayloadTooLargeException());
    else done(null, chunk);
  }
}
