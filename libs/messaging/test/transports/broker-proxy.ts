import { createServer, connect as connectTo, type AddressInfo, type Server, type Socket } from 'node:net';

/** One request of a client, as the proxy sees it on its way. */
export interface SeenRequest {
  readonly api: number;
  readonly version: number;
  /** Counts the connections from 1. */
  readonly connection: number;
}

/** What becomes of a request: it goes on, its connection is closed in its place, or nothing answers any more. */
export type Verdict = 'pass' | 'close' | 'swallow';

export const API = { produce: 0, fetch: 1, offsetCommit: 8, joinGroup: 11, heartbeat: 12, apiVersions: 18 } as const;

const REBALANCE_IN_PROGRESS = 27;
const LENGTH_BYTES = 4;
const CORRELATION_OFFSET = 8;

/**
 * Stands before one broker and is what clients know of it: it puts its own port in the place of the broker's wherever the
 * broker says its address. A spec sees each request, decides on it, and may lower a version that the broker announces.
 */
export class BrokerProxy {
  readonly requests: SeenRequest[] = [];
  judge: (request: SeenRequest) => Verdict = () => 'pass';
  /** Announced in the place of the broker's highest version of Produce. */
  highestProduce: number | undefined;
  /** So many heartbeats to come are answered by "the group is rebalancing", of which the broker knows nothing. */
  falseRebalances = 0;
  private connections = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number },
  ) {}

  /** `broker` as host:port. */
  static async start(broker: string): Promise<BrokerProxy> {
    const server = createServer();
    const [host = '', port = ''] = broker.split(':');
    const proxy = new BrokerProxy(server, { host, port: Number(port) });
    server.on('connection', (socket) => proxy.accept(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return portOf(this.server.address());
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  versionsOf(api: number): number[] {
    return this.requests.filter((request) => request.api === api).map(({ version }) => version);
  }

  /** Closes all connections; new ones are accepted. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private accept(client: Socket): void {
    const broker = connectTo(this.target);
    const connection = ++this.connections;
    const asked = new Map<number, SeenRequest>();
    let swallows = false;
    for (const [one, other] of [
      [client, broker],
      [broker, client],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
    client.on(
      'data',
      inFrames((frame) => {
        const request = { api: frame.readInt16BE(4), version: frame.readInt16BE(6), connection };
        this.requests.push(request);
        asked.set(frame.readInt32BE(CORRELATION_OFFSET), request);
        const verdict = swallows ? 'swallow' : this.judge(request);
        if (verdict === 'close') client.destroy();
        else if (verdict === 'swallow') swallows = true;
        else broker.write(frame);
      }),
    );
    broker.on(
      'data',
      inFrames((frame) => {
        const request = asked.get(frame.readInt32BE(LENGTH_BYTES));
        if (!swallows) client.write(this.rewritten(frame, request));
      }),
    );
  }

  private rewritten(frame: Buffer, request: SeenRequest | undefined): Buffer {
    const address = Buffer.concat([Buffer.from(this.target.host), portBytes(this.target.port)]);
    for (let at = frame.indexOf(address); at >= 0; at = frame.indexOf(address, at + 1)) {
      portBytes(this.port).copy(frame, at + this.target.host.length);
    }
    if (request?.api === API.apiVersions && this.highestProduce !== undefined) lowerProduce(frame, this.highestProduce);
    if (request?.api === API.heartbeat && this.falseRebalances > 0) {
      this.falseRebalances--;
      frame.writeInt16BE(REBALANCE_IN_PROGRESS, request.version < 4 ? 12 : 13);
    }
    return frame;
  }
}

/** The first entry of the list is Produce: its key 0, its lowest and its highest version. */
function lowerProduce(frame: Buffer, highest: number): void {
  const ERROR_AT = 8;
  // A list's length takes four bytes in the old form of the answer and one in the new.
  const isNew = frame.readInt32BE(ERROR_AT + 2) > 1_000;
  const entry = ERROR_AT + 2 + (isNew ? 1 : 4);
  if (frame.readInt16BE(entry) !== API.produce) throw new Error('The answer does not begin with Produce');
  frame.writeInt16BE(0, entry + 2);
  frame.writeInt16BE(highest, entry + 4);
}

function portBytes(port: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(port);
  return bytes;
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return address.port;
}

/** Calls with each whole message of Kafka's protocol, its length included. */
function inFrames(take: (frame: Buffer) => void): (data: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (data) => {
    rest = Buffer.concat([rest, data]);
    while (rest.length >= LENGTH_BYTES && rest.length >= LENGTH_BYTES + rest.readInt32BE(0)) {
      const end = LENGTH_BYTES + rest.readInt32BE(0);
      take(Buffer.from(rest.subarray(0, end)));
      rest = rest.subarray(end);
    }
  };
}
