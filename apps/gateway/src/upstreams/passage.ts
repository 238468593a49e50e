import { type IncomingHttpHeaders, type ServerResponse } from 'node:http';

import { type FastifyReply } from 'fastify';
import { type Dispatcher } from 'undici';

import { addResponseHeaders, type FlatHeaders } from './forwarded-headers';

/** Writes a service's answer to the caller as it comes in, and no faster than the caller takes it. */
export class Passage implements Dispatcher.DispatchHandler {
  private readonly raw: ServerResponse;
  private controller: Dispatcher.DispatchController | undefined;
  private readonly settled = Promise.withResolvers<void>();

  /** @param further headers of the gateway's own that are known only when the answer begins */
  constructor(
    private readonly reply: FastifyReply,
    private readonly further: () => FlatHeaders,
  ) {
    this.raw = reply.raw;
    this.raw.once('close', this.onClose);
  }

  /** Resolves when the caller has been given the answer. @throws what went wrong while nothing of it was sent yet */
  get done(): Promise<void> {
    return this.settled.promise;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.raw.destroyed) controller.abort(new CallerGone());
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    this.reply.hijack();
    const sent = this.further();
    const own = this.reply.getHeaders();
    for (const name in own) {
      // What the service says of the same is nearer to it.
      if (headers[name] === undefined) sent.push(name, String(own[name]));
    }
    addResponseHeaders(sent, headers);
    this.raw.writeHead(status, sent);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.raw.write(chunk)) return;
    controller.pause();
    this.raw.once('drain', () => controller.resume());
  }

  onResponseEnd(): void {
    this.raw.end();
    this.settled.resolve();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.raw.off('close', this.onClose);
    if (!this.raw.headersSent) return this.settled.reject(error);
    // The caller must not take half of an answer for all of it.
    this.raw.destroy();
    this.settled.resolve();
  }

  private readonly onClose = (): void => {
    if (!this.raw.writableFinished) this.controller?.abort(new CallerGone());
  };
}

class CallerGone extends Error {
  override readonly message = 'the caller has gone';
}
