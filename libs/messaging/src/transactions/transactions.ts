import { Busy, type Cause, Clock, Unavailable } from '@itops/kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { SERVICE_NAME } from '../service-name';
import { Relay } from '../outbox/relay';
import { isConnectionLoss, isPoolExhausted, isSerializationConflict } from './database-errors';
import { DatabaseTx } from './database-tx';
import { type Tx } from './tx';

const ATTEMPTS = 5;

/** Runs work in a database transaction and wakes the relay when it has committed. */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly relay: Relay,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {}

  /**
   * The work runs again when the database refuses it for a conflict with another transaction (serialization failure,
   * deadlock), so it must do nothing outside the transaction.
   * @throws Unavailable when the database can't be reached, Busy when no connection became free in time.
   */
  async run<T>(cause: Cause, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(cause, work);
      } catch (error) {
        if (isSerializationConflict(error) && attempt < ATTEMPTS) continue;
        if (isPoolExhausted(error)) throw new Busy({ cause: error });
        if (isConnectionLoss(error))
          throw new Unavailable('The database can not be reached right now', { cause: error });
        throw error;
      }
    }
  }

  private async once<T>(cause: Cause, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!this.dataSource.isInitialized) throw new Unavailable('The database is not ready yet');
    const parts = new Set<number>();
    const result = await this.dataSource.transaction((manager) =>
      work(new DatabaseTx(manager, cause, this.service, this.clock, parts)),
    );
    if (parts.size > 0) this.relay.kick(parts);
    return result;
  }
}
