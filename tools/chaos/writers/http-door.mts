import { setTimeout as sleep } from 'node:timers/promises';
import { ApiProblem, createOpsClient, type OpsClient } from '../../../libs/client/src/index.mts';
import type { Attempt } from '../ledger/ledger.mts';

/** Where a request goes in, and with what rights. */
export interface Entrance {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface HttpAnswer<T> extends Attempt {
  /** Present when it was acknowledged. */
  readonly body?: T;
}

interface Asked<T> {
  readonly data?: T;
  readonly response: Response;
}

/** Longer than what a service waits for its database. */
const TIMEOUT_MS = 12_000;
const PAUSE_MS = 300;

/** A client that asks once: what is sent again, and when, is the writers' to say. */
export function clientOf({ headers, url }: Entrance, timeoutMs = TIMEOUT_MS): OpsClient {
  return createOpsClient({ baseUrl: url, key: headers, attempts: 1, timeoutMs });
}

/** One request, and what its answer means. @throws when there is no answer */
export async function send<T>(asked: Promise<Asked<T>>): Promise<HttpAnswer<T>> {
  try {
    const { data, response } = await asked;
    const acknowledged = { outcome: 'acknowledged', status: response.status, version: versionOf(data) } as const;
    return data === undefined ? acknowledged : { ...acknowledged, body: data };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return { outcome: error.status < 500 ? 'refused' : 'unknown', status: error.status, version: null };
  }
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

function versionOf(data: unknown): number | null {
  if (typeof data !== 'object' || data === null || !('version' in data)) return null;
  return typeof data.version === 'number' ? data.version : null;
}
