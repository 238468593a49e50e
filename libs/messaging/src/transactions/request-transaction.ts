import { AsyncLocalStorage } from 'node:async_hooks';

import { type Connection } from './database-tx';

const current = new AsyncLocalStorage<RequestTransaction | undefined>();

/**
 * The one transaction in which all is written that one request does, however many pieces of work that are. Each piece is
 * a savepoint: one that fails is undone alone, and may be tried again.
 */
export class RequestTransaction {
  /** Parts of the outbox that got rows. */
  readonly parts = new Set<number>();
  readonly followers: (() => void)[] = [];
  private isOver = false;
  private isBusy = false;

  constructor(private readonly connection: Connection) {}

  /** The transaction of the request that is carried out here, if it is still open. */
  static current(): RequestTransaction | undefined {
    const request = current.getStore();
    return request === undefined || request.isOver ? undefined : request;
  }

  /** Whatever `work` calls, and what that calls, finds this transaction. */
  async carry<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await current.run(this, work);
    } finally {
      this.isOver = true;
    }
  }

  async step<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    if (this.isBusy) throw new Error('One request can not run two transactions at once');
    this.isBusy = true;
    try {
      await this.connection.query('savepoint step');
      try {
        const result = await work(this.connection);
        await this.connection.query('release savepoint step');
        return result;
      } catch (error) {
        // Should this fail, the connection is lost, and with it the whole transaction.
        await this.connection.query('rollback to savepoint step').catch(() => undefined);
        throw error;
      }
    } finally {
      this.isBusy = false;
    }
  }

  /** What a step has left to do when all has committed. */
  follow(parts: Iterable<number>, followers: readonly (() => void)[]): void {
    for (const part of parts) this.parts.add(part);
    this.followers.push(...followers);
  }
}

/** For work that a request sets off and that has to be committed by itself, such as what goes on after the answer. */
export function apartFromRequest<T>(work: () => T): T {
  return current.run(undefined, work);
}
