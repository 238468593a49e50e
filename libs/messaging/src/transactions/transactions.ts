import { setTimeout as sleep } from 'node:timers/promises';

import { reach } from '@itops/faults';
import { Busy, type Cause, Clock, isRecord, OutcomeUnknown, Unavailable } from '@itops/kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { OutboxSignal } from '../outbox/outbox-signal';
import { SERVICE_NAME } from '../service-name';
import { isCongestion, isConnectionLoss, isPoolExhausted, isRefusal, isSerializationConflict } from './database-errors';
import { type Connection, DatabaseTx, queryRows } from './database-tx';
import { RequestTransaction } from './request-transaction';
import { type Tx } from './tx';

const ATTEMPTS = 8;
const FIRST_WAIT_MS = 10;

/** Runs work in a database transaction and wakes the relay when it has committed. */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly signal: OutboxSignal,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {}

  /**
   * The work runs again when the database refuses it for a conflict with another transaction (serialization failure,
   * deadlock), so it must do nothing outside the transaction; `tx.afterCommit` is for that. It never runs again once a
   * commit was asked for and not clearly refused. Within `together` the commit comes later, so nothing may be read over
   * another connection that was written here.
   * @throws Unavailable when the database can't be reached, Busy when no connection or lock became free in time; then
   * nothing was changed. @throws OutcomeUnknown when the connection was lost in the moment of the commit.
   */
  async run<T>(cause: Cause, work: (tx: Tx) => Promise<T>): Promise<T> {
    const request = RequestTransaction.current();
    for (let attempt = 1; ; attempt++) {
      try {
        return request === undefined
          ? await this.once(cause, work)
          : await request.step((connection) => this.within(request, connection, cause, work));
      } catch (error) {
        if (error instanceof OutcomeUnknown) throw error;
        if (isSerializationConflict(error) && attempt < ATTEMPTS) {
          // Those who met must not meet again: each waits for another time, longer the more often it happened.
          await sleep(Math.random() * FIRST_WAIT_MS * 2 ** attempt);
          continue;
        }
        throw outward(error);
      }
    }
  }

  /**
   * All that `run` does while this work is under way, wherever it is called, becomes one transaction with what the work
   * does itself over `database`. It commits when the work is done.
   * @throws as `run` does, and what the work throws; then nothing was changed
   */
  async together<T>(work: (database: Pick<Tx, 'query'>) => Promise<T>): Promise<T> {
    try {
      return await this.connected(async (connection) => {
        const request = new RequestTransaction(connection);
        const result = await inTransaction(connection, () =>
          request.carry(() => work({ query: (sql, params = []) => queryRows(connection, sql, params) })),
        );
        await this.committed(request.parts, request.followers);
        return result;
      });
    } catch (error) {
      throw outward(error);
    }
  }

  private async once<T>(cause: Cause, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.connected(async (connection) => {
      const tx = new DatabaseTx(connection, cause, this.service, this.clock);
      const { result, parts } = await inTransaction(connection, async () => ({
        result: await work(tx),
        parts: await tx.flush(),
      }));
      await this.committed(parts, tx.followers);
      return result;
    });
  }

  private async within<T>(
    request: RequestTransaction,
    connection: Connection,
    cause: Cause,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const tx = new DatabaseTx(connection, cause, this.service, this.clock);
    const result = await work(tx);
    request.follow(await tx.flush(), tx.followers);
    return result;
  }

  private async connected<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    if (!this.dataSource.isInitialized) throw new Unavailable('The database is not ready yet');
    const runner = this.dataSource.createQueryRunner();
    try {
      const connection: unknown = await runner.connect();
      if (!isConnection(connection)) throw new Error('The database driver is not pg');
      return await work(connection);
    } finally {
      await runner.release();
    }
  }

  private async committed(parts: ReadonlySet<number>, followers: readonly (() => void)[]): Promise<void> {
    await reach('after-commit');
    if (parts.size > 0) this.signal.written(parts);
    for (const follow of followers) follow();
  }
}

/** What a caller is told of a failure of the database. */
function outward(error: unknown): unknown {
  if (isPoolExhausted(error) || isSerializationConflict(error) || isCongestion(error)) {
    return new Busy({ cause: error });
  }
  return isConnectionLoss(error)
    ? new Unavailable('The database can not be reached right now', { cause: error })
    : error;
}

async function inTransaction<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  try {
    // Waited for: a statement that travelled together with a refused BEGIN would be committed by itself.
    await connection.query('begin');
    const result = await work();
    await reach('before-commit');
    await commit(connection);
    return result;
  } catch (error) {
    await connection.query('rollback').catch(() => discard(connection));
    throw error;
  }
}

async function commit(connection: Connection): Promise<void> {
  const { command } = await connection.query('commit').catch((error: unknown) => {
    throw isRefusal(error) ? error : new OutcomeUnknown({ cause: error });
  });
  // PostgreSQL answers a commit after a failed statement, whose error the work has swallowed, by rolling back.
  if (command !== 'COMMIT') throw new Error('Nothing was committed: a statement of the transaction had failed');
}

function isConnection(client: unknown): client is Connection {
  return isRecord(client) && typeof client['query'] === 'function' && typeof client['end'] === 'function';
}

/** The pool takes no connection back that has ended. */
function discard(connection: Connection): void {
  connection.end().catch(() => undefined);
}
