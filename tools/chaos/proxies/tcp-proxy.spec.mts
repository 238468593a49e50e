import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { eventually } from '@itops/testing';
import { blackHole, cutAtCommit, delay, SLICE } from './behaviour.mts';
import { TcpProxy } from './tcp-proxy.mts';

/** Answers every line with the same line, and remembers what came. */
class Echo {
  received = '';
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (chunk: Buffer) => {
        this.received += chunk.toString();
        socket.write(chunk);
      });
    });
  }

  static async start(): Promise<Echo> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Echo(server);
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  close(): void {
    this.#server.close();
  }
}

describe('TcpProxy', () => {
  let echo: Echo;
  let proxy: TcpProxy;
  let clients: Socket[];

  const client = async (): Promise<{ socket: Socket; text: () => string; ended: () => boolean }> => {
    const socket = connect({ port: proxy.port, host: '127.0.0.1' });
    clients.push(socket);
    let text = '';
    let ended = false;
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => (ended = true));
    await once(socket, 'connect');
    return { socket, text: () => text, ended: () => ended };
  };

  beforeEach(async () => {
    clients = [];
    echo = await Echo.start();
    // Each line stands for a statement.
    const listen = () => ({ push: (chunk: Buffer) => chunk.toString().trim().split('\n') });
    proxy = await TcpProxy.start({ target: echo.port, listen });
  });

  afterEach(async () => {
    for (const socket of clients) socket.destroy();
    await proxy.close();
    echo.close();
  });

  it('passes bytes in both directions', async () => {
    const { socket, text } = await client();
    socket.write('hello');
    await eventually(() => expect(text()).toBe('hello'));
  });

  it.each([
    ['late', () => delay(20, 10, Math.random)],
    ['in pieces of one byte', () => SLICE],
  ])('keeps order and content when bytes come %s', async (_, behaviour) => {
    proxy.behaviour = behaviour();
    const { socket, text } = await client();
    const lines = Array.from({ length: 200 }, (_unused, at) => `line ${at}`).join('\n');
    for (const line of lines.split(/(?<=\n)/)) socket.write(line);
    await eventually(() => expect(text()).toBe(lines));
  });

  it('holds everything back in a black hole, and gives it back afterwards', async () => {
    const hole = blackHole();
    proxy.behaviour = hole;
    const { socket, text } = await client();
    socket.write('lost?');
    await eventually(() => expect(proxy.connections).toBe(1));
    expect(echo.received).toBe('');
    hole.open();
    await eventually(() => expect(text()).toBe('lost?'));
  });

  it('resets all connections, and takes new ones', async () => {
    const before = await client();
    before.socket.write('x');
    await eventually(() => expect(before.text()).toBe('x'));
    proxy.resetAll();
    await eventually(() => expect(before.ended()).toBe(true));
    const after = await client();
    after.socket.write('y');
    await eventually(() => expect(after.text()).toBe('y'));
  });

  it('cuts a connection at COMMIT only after the server has it', async () => {
    const cutting = cutAtCommit(2);
    proxy.behaviour = cutting;
    const first = await client();
    first.socket.write('COMMIT\n');
    await eventually(() => expect(first.text()).toBe('COMMIT\n'));
    const second = await client();
    second.socket.write('COMMIT\n');
    await eventually(() => expect(second.ended()).toBe(true));
    expect(second.text()).toBe('');
    expect(echo.received).toBe('COMMIT\nCOMMIT\n');
    expect(cutting.cuts()).toBe(1);
  });
});
