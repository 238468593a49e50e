import { Readiness } from '@itops/kit';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { reasonOf, Wakeup } from '../waiting';

const EVERY_MS = 10_000;
const ROWS_AT_ONCE = 5_000;

/**
 * Where a connector reads the outbox from the database's log, such as Debezium: a row that has been committed is in the
 * log and need not stay in the table. Without a logical replication slot nothing keeps the log, so nothing is deleted.
 */
@Injectable()
export class ExternalRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ExternalRelay.name);
  private readonly pause = new Wakeup();
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    readiness: Readiness,
  ) {
    readiness.register('outbox-relay', async () => {
      const slot = dataSource.isInitialized ? await findSlot(dataSource) : undefined;
      const state = slot === undefined ? 'no replication slot yet, events wait' : `slot ${slot.name}, ${slot.state}`;
      return { ready: true, detail: `expected as a connector outside (RELAY=external); ${state}` };
    });
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.pause.wake();
    await this.running;
  }

  /** Answers how many rows went. */
  async clear(): Promise<number> {
    if ((await findSlot(this.dataSource)) === undefined) return 0;
    const [, deleted]: [unknown[], number] = await this.dataSource.query(
      'delete from outbox where seq in (select seq from outbox order by seq limit $1 for update skip locked)',
      [ROWS_AT_ONCE],
    );
    return deleted;
  }

  private async run(): Promise<void> {
    for (;;) {
      await this.pause.wait(EVERY_MS);
      if (this.stopping) return;
      try {
        while (this.dataSource.isInitialized && !this.stopping && (await this.clear()) === ROWS_AT_ONCE);
      } catch (error) {
        this.logger.warn(`The outbox is cleared later: ${reasonOf(error)}`);
      }
    }
  }
}

async function findSlot(dataSource: DataSource): Promise<{ name: string; state: string } | undefined> {
  const [slot]: { name: string; state: string }[] = await dataSource.query(
    `select slot_name as name, case when active then 'read now' else 'not read at the moment' end as state
     from pg_replication_slots
     where slot_type = 'logical' and not temporary and database = current_database() and wal_status <> 'lost'
     order by active desc limit 1`,
  );
  return slot;
}
