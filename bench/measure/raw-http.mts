/**
 * Client and service of a measured proxy that cost as little as can be: bytes that are ready beforehand, and a look for
 * where a message ends. So the proxy is the limit, also with both of them on one core.
 */
import { connect, createServer, type Server, type Socket } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** Answers every request that has no body with the same bytes. */
export function constantService(body: string): Server {
  const answer = Buffer.from(
    `HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=utf-8\r\netag: "1"\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  return createServer({ noDelay: true }, (socket) => {
    let rest: Buffer = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      let seen = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (let end = seen.indexOf(END_OF_HEAD); end >= 0; end = seen.indexOf(END_OF_HEAD)) {
        seen = seen.subarray(end + END_OF_HEAD.length);
        socket.write(answer);
      }
      rest = seen;
    });
  });
}

/** One connection on which one request after the other is asked. */
export class RawConnection {
  readonly #socket: Socket;
  readonly #request: Buffer;
  #rest: Buffer = Buffer.alloc(0);
  #answered: (() => void) | undefined;
  #failed: ((error: Error) => void) | undefined;

  private constructor(socket: Socket, request: Buffer) {
    this.#socket = socket;
    this.#request = request;
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('error', (error) => this.#failed?.(error));
    socket.on('close', () => this.#failed?.(new Error('the connection was closed')));
  }

  static open(port: number, request: Buffer): Promise<RawConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => resolve(new RawConnection(socket, request)));
    });
  }

  /** Resolves when the whole answer is there. @throws when it is another than 200 */
  ask(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#socket.write(this.#request);
    });
  }

  close(): void {
    this.#failed = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    const seen = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#rest = seen;
    const end = seen.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const head = seen.toString('latin1', 0, end);
    if (!head.startsWith('HTTP/1.1 200')) {
      this.#failed?.(new Error(seen.toString('latin1').slice(0, 800)));
      return;
    }
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    const isWhole = Number.isNaN(length)
      ? seen.subarray(-5).toString('latin1') === '0\r\n\r\n'
      : seen.length >= end + END_OF_HEAD.length + length;
    if (!isWhole) return;
    this.#rest = Buffer.alloc(0);
    this.#answered?.();
  }
}
