import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Behaviour, type Connection, type Flow, PASS } from './behaviour.mts';

/** Reads along what a client sends. */
export interface Listener {
  push(chunk: Buffer): string[];
}

interface Pair extends Connection {
  readonly client: Socket;
  readonly server: Socket;
}

/** A TCP proxy on this machine whose behaviour can be changed at any time, for the connections that are open too. */
export class TcpProxy {
  readonly port: number;
  behaviour: Behaviour = PASS;
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
  }

  /** @param listen makes what understands a new connection's requests, where that is wanted */
  static async start(options: { port?: number; target: number; listen?: () => Listener }): Promise<TcpProxy> {
    const server = createServer({ allowHalfOpen: false, noDelay: true });
    server.listen({ port: options.port ?? 0, host: '127.0.0.1' });
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The proxy got no port');
    const proxy = new TcpProxy(server, address.port);
    server.on('connection', (client) => proxy.#serve(client, options.target, options.listen?.()));
    return proxy;
  }

  get connections(): number {
    return this.#pairs.size;
  }

  resetAll(): void {
    for (const pair of this.#pairs) pair.reset();
  }

  async close(): Promise<void> {
    this.resetAll();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #serve(client: Socket, target: number, listener: Listener | undefined): void {
    const server = connect({ port: target, host: '127.0.0.1', noDelay: true });
    const pair: Pair = {
      client,
      server,
      doomed: false,
      reset: () => {
        client.resetAndDestroy();
        server.destroy();
      },
    };
    this.#pairs.add(pair);
    const end = (): void => {
      this.#pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      socket.on('error', end);
      socket.on('close', end);
    }
    void this.#pump(pair, client, server, 'server', listener);
    void this.#pump(pair, server, client, 'client', undefined);
  }

  async #pump(
    connection: Pair,
    from: Socket,
    to: Socket,
    towards: Flow['towards'],
    listener: Listener | undefined,
  ): Promise<void> {
    let last: Promise<void> = Promise.resolve();
    const pass = (bytes: Buffer, delayMs = 0): Promise<void> => {
      const due = delayMs > 0 ? sleep(delayMs, undefined, { ref: false }) : undefined;
      last = last.then(async () => {
        await due;
        if (!to.writable) return;
        if (!to.write(bytes)) await drained(to);
      });
      // What is late must not keep what follows from being late at the same time.
      return due === undefined ? last : Promise.resolve();
    };
    try {
      for await (const data of from) {
        if (!Buffer.isBuffer(data)) continue;
        const chunk: Buffer = data;
        await this.behaviour.handle(chunk, { towards, asked: listener?.push(chunk) ?? [], connection, pass });
      }
      await last;
      to.end();
    } catch {
      // The other side is gone; both are closed by now.
    }
  }
}

/** Settles also when the socket closes instead. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.once('drain', done);
    socket.once('close', done);
  });
}
