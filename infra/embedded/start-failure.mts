import { logTail } from './log-tail.mts';

const LINES = 15;

/** A process did not get ready. The message is short; how its log ends is the cause. */
export class StartFailure extends Error {
  readonly details: string;

  constructor(message: string, logFile: string) {
    const details = `${logFile} ends with:\n${logTail(logFile, LINES).join('\n')}`;
    super(message, { cause: details });
    this.details = details;
  }

  /** Being interrupted is no failure of the process, and stays what it is. */
  static of(error: unknown, logFile: string, signal: AbortSignal | undefined): unknown {
    if (signal?.aborted) return error;
    return new StartFailure(error instanceof Error ? error.message : String(error), logFile);
  }
}
