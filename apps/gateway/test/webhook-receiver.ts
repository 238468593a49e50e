import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';

import { isRecord } from '@itops/kit';

/** What came in by one call. */
export interface ReceivedCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The CloudEvent. */
  readonly event: Record<string, unknown>;
  readonly path: string;
}

/** Gives each call its answer: a status, or something that ends the response at its own time. */
export type Answer = (call: ReceivedCall, response: ServerResponse) => number | undefined;

/** A real receiver of webhooks, as a customer runs one. */
export class WebhookReceiver {
  readonly calls: ReceivedCall[] = [];
  answer: Answer = () => 204;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = isRecord(address) && typeof address['port'] === 'number' ? address['port'] : 0;
    const receiver = new WebhookReceiver(server, `http://127.0.0.1:${port}/hooks`);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        const event: unknown = JSON.parse(body);
        const call = { headers: request.headers, body, path: request.url ?? '', event: isRecord(event) ? event : {} };
        receiver.calls.push(call);
        const status = receiver.answer(call, response);
        if (status !== undefined) response.writeHead(status).end(`answer ${status}`);
      });
    });
    return receiver;
  }

  /** The ids of the events that came, in their order. */
  get ids(): string[] {
    return this.calls.map(({ headers }) => String(headers['webhook-id']));
  }

  /** The versions of this aggregate that came, in their order. */
  versionsOf(aggregateId: string): unknown[] {
    return this.calls
      .filter(({ event }) => event['subject'] === aggregateId)
      .map(({ event }) => event['aggregateversion']);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
