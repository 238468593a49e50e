import createClient, { type Client, type Middleware } from 'openapi-fetch';

import { type paths } from './generated/schema.mts';

export interface ClientOptions {
  /** Such as http://127.0.0.1:8080. */
  readonly baseUrl: string;
  /** An API key, or a token of the identity provider. */
  readonly key: string;
}

/** The platform's API, typed by its OpenAPI document. A POST carries an Idempotency-Key, so that it may be repeated. */
export function createOpsClient({ baseUrl, key }: ClientOptions): Client<paths> {
  const client = createClient<paths>({ baseUrl, querySerializer: { array: { style: 'form', explode: false } } });
  const headers: Middleware = {
    onRequest: ({ request }) => {
      request.headers.set('authorization', `Bearer ${key}`);
      if (request.method === 'POST' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', crypto.randomUUID());
    },
  };
  client.use(headers);
  return client;
}
