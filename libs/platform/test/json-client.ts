import { isRecord } from '@itops/kit';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

type Headed = Record<string, string>;

/** Speaks JSON to a service. A text goes out as it is, anything else as JSON. */
export class JsonClient {
  constructor(
    private readonly baseUrl: string,
    private readonly standing: Headed = {},
  ) {}

  get(path: string, headers?: Headed): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown, headers?: Headed): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }

  patch(path: string, body: unknown, headers?: Headed): Promise<Answer> {
    return this.send('PATCH', path, body, headers);
  }

  async send(method: string, path: string, body?: unknown, headers: Headed = {}): Promise<Answer> {
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: { ...this.standing, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : {};
    return { status: response.status, headers: response.headers, body: isRecord(parsed) ? parsed : {} };
  }
}
