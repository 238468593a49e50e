import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ZodType } from 'zod';
import { problemText } from './problem.mts';
import { retryDelayMs } from './retry.mts';

export interface GatewayOptions {
  /** Such as http://127.0.0.1:8080. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** How often one request is tried in all while the platform is busy (429), starting (503) or not to be reached. */
  readonly attempts?: number;
  /** For one answer, in milliseconds. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface Sending {
  readonly body?: unknown;
  /** The version that the caller has seen; sent as If-Match. */
  readonly version?: number;
  readonly query?: Query;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** The platform said no, or nothing that can be understood. The message says what was asked and why it was refused. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(request: string, status: number, body: unknown) {
    super(`${request} answered ${status}${problemText(body)}`);
    this.name = 'ApiError';
    this.status = status;
    this.body = body;
  }
}

/** The platform gave no answer at all. */
export class Unreachable extends Error {
  constructor(baseUrl: string, why: string) {
    super(`The gateway at ${baseUrl} can't be reached (${why}). Is the platform running? Start it with: npm start`);
    this.name = 'Unreachable';
  }
}

/** HTTP to the platform's front door: key, JSON, retries, errors that say what went wrong. */
export class Gateway {
  readonly baseUrl: string;
  readonly #apiKey: string;
  readonly #attempts: number;
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal | undefined;

  constructor(options: GatewayOptions) {
    this.baseUrl = options.baseUrl.replace(/\/+$/, '');
    this.#apiKey = options.apiKey;
    this.#attempts = options.attempts ?? 8;
    this.#timeoutMs = options.timeoutMs ?? 30_000;
    this.#signal = options.signal;
  }

  get<T>(path: string, shape: ZodType<T>, query?: Query): Promise<T> {
    return this.send('GET', path, shape, query === undefined ? {} : { query });
  }

  post<T>(path: string, shape: ZodType<T>, sending: Sending): Promise<T> {
    return this.send('POST', path, shape, sending);
  }

  /** One request, tried again while the answer is "not now"; a repeated POST carries the same Idempotency-Key. */
  async send<T>(method: string, path: string, shape: ZodType<T>, sending: Sending): Promise<T> {
    const request = `${method} ${path}`;
    const idempotencyKey = randomUUID();
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#once(method, path, sending, idempotencyKey);
      const last = attempt >= this.#attempts;
      if ('failure' in answer) {
        if (last) throw new Unreachable(this.baseUrl, answer.failure);
        await this.#pause(retryDelayMs(attempt, undefined));
      } else if ((answer.status === 503 || answer.status === 429) && !last) {
        await this.#pause(retryDelayMs(attempt, answer.retryAfter));
      } else {
        return understood(request, answer, shape);
      }
    }
  }

  async #once(method: string, path: string, sending: Sending, idempotencyKey: string): Promise<Answer | NoAnswer> {
    const url = new URL(this.baseUrl + path);
    for (const [name, value] of Object.entries(sending.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const headers: Record<string, string> = { authorization: `Bearer ${this.#apiKey}`, accept: 'application/json' };
    if (sending.body !== undefined) headers['content-type'] = 'application/json';
    if (method === 'POST') headers['idempotency-key'] = idempotencyKey;
    if (sending.version !== undefined) headers['if-match'] = `"${sending.version}"`;
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    try {
      const response = await fetch(url, {
        ...{ method, headers },
        ...(sending.body === undefined ? {} : { body: JSON.stringify(sending.body) }),
        signal: this.#signal ? AbortSignal.any([this.#signal, timeout]) : timeout,
      });
      return {
        status: response.status,
        retryAfter: response.headers.get('retry-after') ?? undefined,
        body: parsed(await response.text()),
      };
    } catch (error) {
      this.#signal?.throwIfAborted();
      return { failure: reasonOf(error) };
    }
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, this.#signal ? { signal: this.#signal } : {});
  }
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: unknown;
}

interface NoAnswer {
  readonly failure: string;
}

function understood<T>(request: string, answer: Answer, shape: ZodType<T>): T {
  if (answer.status < 200 || answer.status > 299) throw new ApiError(request, answer.status, answer.body);
  const result = shape.safeParse(answer.body);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  throw new ApiError(request, answer.status, { detail: `not as documented: ${issues.slice(0, 3).join('; ')}` });
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const cause: unknown = error.cause;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}
