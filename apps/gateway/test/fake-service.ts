import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo } from 'node:net';

import { IDENTITY_HEADER } from '@itops/kit';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Whom the gateway says that it is who calls: the claims of its word. */
export function callerIn(seen: SeenRequest | undefined): unknown {
  const word = seen?.headers[IDENTITY_HEADER];
  const claims = typeof word === 'string' ? word.split('.')[1] : undefined;
  return claims === undefined ? undefined : JSON.parse(Buffer.from(claims, 'base64url').toString());
}

type Answer = (request: SeenRequest, response: ServerResponse, raw: IncomingMessage) => void;

/** A service as the gateway sees it over HTTP: says what it was asked and answers as told. */
export class FakeService {
  readonly seen: SeenRequest[] = [];
  answer: Answer = (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ url: request.url }));
  };

  private constructor(private readonly server: Server) {}

  static async start(port = 0): Promise<FakeService> {
    const server = createServer();
    const service = new FakeService(server);
    server.on('request', (request, response) => {
      void service.take(request, response);
    });
    await service.listen(port);
    return service;
  }

  /** Also after `stop`. */
  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
  }

  get port(): number {
    const address: AddressInfo | string | null = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('The fake service does not listen');
    return address.port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  json(status: number, body: unknown, headers: Record<string, string> = {}): void {
    this.answer = (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    } catch {
      return;
    }
    const { method = '', url = '', headers } = request;
    const seen = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
    if (url !== '/readyz') this.seen.push(seen);
    this.answer(seen, response, request);
  }
}
