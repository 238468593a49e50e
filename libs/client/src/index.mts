import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './generated/schema.mts';
import { patientFetch } from './patient-fetch.mts';
import { ApiProblem, problemOf } from './refusals.mts';

export { answerOf, everyItem, type RequestBody } from './answers.mts';
export { ApiProblem, Unreachable } from './refusals.mts';
export type OpsClient = Client<paths>;
/** What requests and answers are made of, by the names that the document has for them. */
export type Schemas = components['schemas'];

export interface ClientOptions {
  /** Such as http://127.0.0.1:8080. */
  readonly baseUrl: string;
  /** An API key, or a token of the identity provider; or all that says who asks, as headers. */
  readonly key: string | Readonly<Record<string, string>>;
  /**
   * How often one request is sent in all (default 8): again after 429, and where a repetition can do no harm, after an answer
   * that asks for it by `Retry-After`, after 504 and after no answer.
   */
  readonly attempts?: number;
  /** For one answer, milliseconds (default 30 s). */
  readonly timeoutMs?: number;
  /** An answer that asks for a longer pause is given as it is, milliseconds (default a minute). */
  readonly longestPauseMs?: number;
  /** Ends all requests of this client. */
  readonly signal?: AbortSignal;
}

/**
 * The platform's API, typed by its OpenAPI document. A POST carries an Idempotency-Key, so that it may be repeated. Whatever
 * is no 2xx or 304 is thrown, as an ApiProblem; no answer at all as Unreachable.
 */
export function createOpsClient(options: ClientOptions): OpsClient {
  const { attempts = 8, baseUrl, key, longestPauseMs = 60_000, signal, timeoutMs = 30_000 } = options;
  const client = createClient<paths>({
    baseUrl,
    headers: typeof key === 'string' ? { authorization: `Bearer ${key}` } : key,
    querySerializer: { array: { style: 'form', explode: false } },
    fetch: patientFetch({ attempts, longestPauseMs, signal, timeoutMs }),
  });
  client.use(KEYED, REFUSALS);
  return client;
}

const KEYED: Middleware = {
  onRequest: ({ request }) => {
    if (request.method === 'POST' && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', crypto.randomUUID());
  },
};

const REFUSALS: Middleware = {
  onResponse: async ({ request, response }) => {
    if (response.ok || response.status === 304) return;
    throw new ApiProblem(`${request.method} ${new URL(request.url).pathname}`, await problemOf(response));
  },
};

/** The value of If-Match for the version that was read. */
export function ifMatch({ version }: { readonly version: number }): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
