import { type IncomingHttpHeaders } from 'node:http';

import { Agent } from 'undici';

import { guardedConnector, type Resolve, resolveBySystem } from './guarded-connector';
import { type OutgoingRules } from './outgoing-rules';

/** Of an answer so much is read before its connection is given up; what is kept is less. */
const MOST_READ_BYTES = 64 * 1024;
const MOST_HEADER_BYTES = 16 * 1024;
const CONNECTIONS_FOR_EACH_HOST = 16;

export interface OutgoingCall {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** For all of it: resolving, connecting, sending, the answer. */
  readonly timeoutMs: number;
  /** So many bytes of the answer's body are kept. */
  readonly keptBytes: number;
  readonly signal?: AbortSignal;
}

export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The beginning of the body, as UTF-8. */
  readonly text: string;
}

/**
 * Speaks to addresses that callers have given: only to those that the rules permit, judged at the moment of connecting. It
 * follows no redirect, unpacks nothing, knows no proxy of the environment, and keeps to its limits of size and time.
 */
export class Outgoing {
  private readonly agent: Agent;

  constructor(
    private readonly rules: OutgoingRules,
    resolve: Resolve = resolveBySystem,
  ) {
    this.agent = new Agent({
      connect: guardedConnector(rules, resolve),
      connections: CONNECTIONS_FOR_EACH_HOST,
      pipelining: 1,
      maxHeaderSize: MOST_HEADER_BYTES,
    });
  }

  /** What is wrong with an address, as far as it can be told without looking it up; undefined when it may be tried. */
  refuses(text: string): string | undefined {
    if (!URL.canParse(text)) return 'must be a URL such as https://example.com/hooks';
    const { protocol, username, password, hostname, port, hash } = new URL(text);
    if (protocol !== 'https:' && protocol !== 'http:') return 'must begin with https:// or http://';
    if (username !== '' || password !== '') return 'must not hold a user or a password';
    if (hash !== '') return 'must not have a fragment';
    const number = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
    return this.rules.refusesHost(hostname.replace(/^\[|\]$/g, ''), number);
  }

  /** @throws OutgoingRefused, and whatever the connection fails with */
  async post(call: OutgoingCall): Promise<OutgoingAnswer> {
    const { timeoutMs, signal } = call;
    const ending = new AbortController();
    // The client looks at its signal only once it is connected.
    const ended = Promise.withResolvers<never>();
    const end = (reason: unknown): void => {
      ending.abort(reason);
      ended.reject(reason);
    };
    const giveUp = (): void => end(signal?.reason);
    const limit = setTimeout(() => end(new DOMException(`Took more than ${timeoutMs} ms`, 'TimeoutError')), timeoutMs);
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      if (signal?.aborted === true) giveUp();
      return await Promise.race([this.exchange(call, ending.signal), ended.promise]);
    } finally {
      clearTimeout(limit);
      signal?.removeEventListener('abort', giveUp);
    }
  }

  /** Gives up what is under way. */
  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async exchange(
    { url, headers, body, timeoutMs, keptBytes }: OutgoingCall,
    signal: AbortSignal,
  ): Promise<OutgoingAnswer> {
    const answer = await this.agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'POST',
      headers,
      body,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal,
    });
    const kept: Buffer[] = [];
    let [read, room] = [0, keptBytes];
    for await (const chunk of answer.body) {
      if (!Buffer.isBuffer(chunk)) continue;
      if (room > 0) kept.push(chunk.subarray(0, room));
      room -= chunk.length;
      read += chunk.length;
      if (read > MOST_READ_BYTES) break;
    }
    return { status: answer.statusCode, headers: answer.headers, text: Buffer.concat(kept).toString('utf8') };
  }
}
