import { setTimeout as sleep } from 'node:timers/promises';
import { isData } from '../evidence/cloud-event.mts';
import type { Attempt } from '../ledger/ledger.mts';

export interface HttpAnswer extends Attempt {
  readonly body: Readonly<Record<string, unknown>>;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Default 12 s: longer than what a service waits for its database. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 12_000;
const PAUSE_MS = 300;

/** One request, and what its answer means. @throws when there is no answer */
export async function send({ method, url, headers, body, timeoutMs = TIMEOUT_MS }: HttpRequest): Promise<HttpAnswer> {
  const answer = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const { status } = answer;
  const parsed: unknown = await answer.json().catch(() => null);
  const found = isData(parsed) ? parsed : {};
  const version = found['version'];
  const outcome = status < 300 ? 'acknowledged' : status < 500 ? 'refused' : 'unknown';
  return { outcome, status, version: typeof version === 'number' ? version : null, body: found };
}

/** Repeats what may be repeated until it is acknowledged or refused, or the time is over. */
export async function persist<Result extends Attempt>(
  attempt: () => Promise<Result>,
  withinMs: number,
): Promise<Result | Attempt> {
  for (const end = Date.now() + withinMs; ;) {
    const result = await attempt().catch((): Attempt => ({ outcome: 'unknown', status: null, version: null }));
    // Too much at once is no refusal of the thing itself.
    const isFinal = result.outcome === 'acknowledged' || (result.outcome === 'refused' && result.status !== 429);
    if (isFinal || Date.now() > end) return result;
    await sleep(PAUSE_MS);
  }
}
