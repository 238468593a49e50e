import {
  type Answer,
  AnswerWithheld,
  Clock,
  type GivenAnswer,
  hasLost,
  IdempotencyKeyInUse,
  IdempotencyKeyReused,
  IdempotentRequests,
  isRecord,
  type KeyedRequest,
  OutcomeUnknown,
  Unavailable,
} from '@itops/kit';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Transactions } from '../transactions/transactions';
import { reasonOf, withinLimit } from '../waiting';
import { Gate } from './gate';
import { claimKey, findKept, keepAnswer, lockKey } from './kept-answers';

/** So long a request waits for another one with the same key in this process; as long as for a lock of the database. */
const PATIENCE_MS = 10_000;
/** So long for a place among the keyed requests; as long as for a connection. */
const PLACE_MS = 5_000;
/** What is reported is durable on Kafka; it must not wait for a database that is slow. */
const CLAIM_MS = 1_000;
const DEFAULT_POOL = 10;

/** The first request with a key that is under way here; undefined where it was not carried out. */
type UnderWay = Promise<GivenAnswer | undefined>;

/** Keeps the answers in the database of the service, in the transaction of what the request does. */
@Injectable()
export class AnswerOnce extends IdempotentRequests {
  private readonly logger = new Logger(AnswerOnce.name);
  private readonly underWay = new Map<string, { readonly request: KeyedRequest; readonly outcome: UnderWay }>();
  private readonly gate: Gate;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
    // Each holds a connection and may need a second one for a look at the database: two for each must leave some free.
    this.gate = new Gate(Math.max(1, Math.floor((poolOf(dataSource) - 1) / 2)), PLACE_MS);
  }

  async answer(request: KeyedRequest, carryOut: () => Promise<Answer>): Promise<GivenAnswer> {
    const name = request.id.toString('base64');
    const end = performance.now() + PATIENCE_MS;
    // Waits here and not in the database: many repetitions at once must not hold a connection each.
    for (let first = this.underWay.get(name); first !== undefined; first = this.underWay.get(name)) {
      await withinLimit(first.outcome, end - performance.now());
      if (performance.now() >= end) throw new IdempotencyKeyInUse();
      const given = await first.outcome;
      if (given !== undefined) return repeated(first.request, request, given.answer);
    }
    const carriedOut = this.gate.pass(() => this.once(request, carryOut));
    const outcome = carriedOut.catch(() => undefined).finally(() => this.underWay.delete(name));
    this.underWay.set(name, { request, outcome });
    return carriedOut;
  }

  async claim(request: KeyedRequest): Promise<void> {
    if (!this.dataSource.isInitialized) return;
    const claimed = claimKey(
      { query: (sql, params = []) => this.dataSource.query(sql, [...params]) },
      request,
      this.clock.now(),
    );
    let content: Buffer | undefined;
    await withinLimit(
      claimed.then(
        (found) => (content = found),
        (error: unknown) => this.logger.warn(`A key was not looked up: ${reasonOf(error)}`),
      ),
      CLAIM_MS,
    );
    if (content !== undefined && !content.equals(request.content)) throw new IdempotencyKeyReused();
  }

  private async once(request: KeyedRequest, carryOut: () => Promise<Answer>): Promise<GivenAnswer> {
    try {
      return await this.transactions.together(async (database) => {
        await lockKey(database, request);
        const kept = await findKept(database, request, this.clock.now());
        if (kept !== undefined) return repeated(kept, request, kept.answer);
        const answer = await carryOut();
        await keepAnswer(database, request, answer, this.clock.now());
        return { answer, isRepeated: false };
      });
    } catch (error) {
      if (!(error instanceof OutcomeUnknown)) throw error;
      return this.lookAfter(request, error);
    }
  }

  /** Under the lock of the key the transaction in doubt has ended: either its answer is there, or nothing of it. */
  private async lookAfter(request: KeyedRequest, doubt: OutcomeUnknown): Promise<GivenAnswer> {
    const kept = await this.transactions
      .together(async (database) => {
        await lockKey(database, request);
        return { found: await findKept(database, request, this.clock.now()) };
      })
      .catch(() => {
        throw doubt;
      });
    if (kept.found !== undefined) return repeated(kept.found, request, kept.found.answer);
    throw new Unavailable('The database went away in the moment of the commit, and nothing was changed. Repeat it.');
  }
}

/** @throws IdempotencyKeyReused, AnswerWithheld */
function repeated(
  first: Pick<KeyedRequest, 'content' | 'rights'>,
  request: KeyedRequest,
  answer: Answer | null,
): GivenAnswer {
  if (!first.content.equals(request.content) || answer === null) throw new IdempotencyKeyReused();
  if (hasLost(first.rights, request.rights)) throw new AnswerWithheld();
  return { answer, isRepeated: true };
}

function poolOf(dataSource: DataSource): number {
  const extra: unknown = dataSource.options.extra;
  return isRecord(extra) && typeof extra['max'] === 'number' ? extra['max'] : DEFAULT_POOL;
}
