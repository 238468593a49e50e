import { type Cause, newId, type RefusedAttempt, RefusedAttempts } from '@itops/kit';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';

import { Transactions } from '../transactions/transactions';
import { reasonOf, Wakeup } from '../waiting';

/** So long the same attempts of one actor are counted before they are written again. */
const WINDOW_MS = 10_000;
/** The most kinds of attempts that are told apart within a window; what is beyond is counted together. */
const MOST_KINDS = 200;
/** How often what is new is written. */
const WRITE_EVERY_MS = 250;
const LONGEST = 500;

interface Counted {
  readonly attempt: RefusedAttempt;
  /** When it is written again, on the monotonic clock. */
  until: number;
  /** Not written yet. */
  attempts: number;
}

/**
 * Writes refused attempts into the audit log, in transactions of its own. The first of its kind is written at once, what
 * follows within ten seconds is counted and written as one row: a flood makes at most twenty rows a second.
 */
@Injectable()
export class AuditedRefusals extends RefusedAttempts implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AuditedRefusals.name);
  private readonly pause = new Wakeup();
  private readonly kinds = new Map<string, Counted>();
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly transactions: Transactions) {
    super();
  }

  override note(attempt: RefusedAttempt): void {
    const { cause, action, resourceType, reason } = attempt;
    const kind = JSON.stringify([cause.actor, cause.credential, action, resourceType, reason]);
    const known = this.kinds.get(kind) ?? (this.kinds.size < MOST_KINDS ? undefined : this.kinds.get(OTHERS));
    if (known !== undefined) known.attempts++;
    else if (this.kinds.size < MOST_KINDS) this.kinds.set(kind, { attempt, until: 0, attempts: 1 });
    else this.kinds.set(OTHERS, { attempt: anyOthers(attempt), until: 0, attempts: 1 });
  }

  /** In a context of its own: the transaction of a request that is refused is no place for it. */
  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** Before the database is disconnected. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.pause.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      await this.pause.wait(WRITE_EVERY_MS);
      await this.write(this.stopping ? Infinity : performance.now()).catch((error: unknown) => {
        this.logger.warn(`Refused attempts wait to be written: ${reasonOf(error)}`);
      });
    }
  }

  private async write(now: number): Promise<void> {
    const due: { counted: Counted; attempts: number }[] = [];
    for (const [kind, counted] of this.kinds) {
      if (counted.until > now) continue;
      if (counted.attempts === 0) this.kinds.delete(kind);
      else due.push({ counted, attempts: counted.attempts });
    }
    if (due.length === 0) return;
    const causes = new Map<object, Cause>();
    const entries = due.map(({ counted: { attempt }, attempts }) => {
      const { action, resourceType, resourceId, reason } = attempt;
      const entry = {
        ...{ action: brief(action), resourceType: brief(resourceType), resourceId: brief(resourceId) },
        ...{ reason: brief(reason), outcome: 'refused' as const, attempts },
      };
      causes.set(entry, attempt.cause);
      return entry;
    });
    const cause = { actor: 'service', correlationId: newId() };
    await this.transactions.run(cause, (tx) => tx.audit(entries, (entry) => causes.get(entry) ?? cause));
    for (const { counted, attempts } of due) {
      counted.attempts -= attempts;
      counted.until = performance.now() + WINDOW_MS;
    }
  }
}

/** No kind of an attempt looks like this. */
const OTHERS = 'others';

function anyOthers({ cause: { correlationId } }: RefusedAttempt): RefusedAttempt {
  return {
    cause: { actor: 'various', correlationId },
    ...{ action: 'various', resourceType: 'various', resourceId: 'various' },
    reason: 'more kinds of attempts than are told apart within ten seconds',
  };
}

/** What a caller can choose must not fill the log. */
function brief(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`.toWellFormed();
}
