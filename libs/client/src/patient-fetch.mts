import { setTimeout as sleep } from 'node:timers/promises';
import { pauseMs } from './pause.mts';
import { Unreachable } from './refusals.mts';

export interface Patience {
  /** How often one request is sent in all while the platform is busy, starting or not to be reached. */
  readonly attempts: number;
  /** For one whole answer; of a stream, for its beginning. Milliseconds. */
  readonly timeoutMs: number;
  /** An answer that asks for a longer pause than this is the last one. Milliseconds. */
  readonly longestPauseMs: number;
  /** Ends whatever is under way. */
  readonly signal: AbortSignal | undefined;
}

/** Of these the server says that nothing was done. */
const NOT_DONE = [429];
/** Of these it may have been, so that only what may be sent twice is sent again. */
const NOT_KNOWN = [504];
/** The same, and only if the server asks for it: a 409 may also be final, and a 503 something to be mended. */
const ASKED_AGAIN = [409, 503];
const SAFE_OR_IDEMPOTENT = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'];
const STREAMS = /^(text\/event-stream|application\/x-ndjson)\b/;

/**
 * `fetch` that tries again where that can do no harm.
 * @throws Unreachable when the last attempt had no answer; the signal's reason when it is aborted
 */
export function patientFetch(patience: Patience): (request: Request) => Promise<Response> {
  const { attempts, longestPauseMs } = patience;
  return async (request) => {
    const signals = [request.signal, ...(patience.signal === undefined ? [] : [patience.signal])];
    const signal = AbortSignal.any(signals);
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt >= attempts;
      let pause: number;
      try {
        const answer = await fetchOnce(request.clone(), signal, patience.timeoutMs);
        const retryAfter = answer.headers.get('retry-after');
        pause = pauseMs(attempt, retryAfter);
        if (isLast || pause > longestPauseMs || !saysNotNow(request, answer)) return answer;
      } catch (error) {
        signal.throwIfAborted();
        if (isLast || !mayBeRepeated(request)) throw new Unreachable(new URL(request.url).origin, reasonOf(error));
        pause = pauseMs(attempt, null);
      }
      await sleep(pause, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  };
}

/** One attempt with its answer read to the end, unless that is a stream. */
async function fetchOnce(request: Request, signal: AbortSignal, timeoutMs: number): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new DOMException('no answer in time', 'TimeoutError')), timeoutMs);
  try {
    const answer = await fetch(request, { signal: AbortSignal.any([signal, late.signal]) });
    if (answer.body === null || STREAMS.test(answer.headers.get('content-type') ?? '')) return answer;
    const { headers, status, statusText } = answer;
    return new Response(await answer.arrayBuffer(), { headers, status, statusText });
  } finally {
    clearTimeout(timer);
  }
}

function saysNotNow(request: Request, { headers, status }: Response): boolean {
  if (NOT_DONE.includes(status)) return true;
  const isPassing = NOT_KNOWN.includes(status) || (ASKED_AGAIN.includes(status) && headers.has('retry-after'));
  return isPassing && mayBeRepeated(request);
}

/** Whether twice is the same as once: by its method, by its key, or as it is for one version only, which it ends. */
function mayBeRepeated({ headers, method }: Request): boolean {
  const version = headers.get('if-match');
  // The platform minds the key of a POST and of nothing else.
  const isKeyed = method === 'POST' && headers.has('idempotency-key');
  return SAFE_OR_IDEMPOTENT.includes(method) || isKeyed || (version !== null && version !== '*');
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}
