import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { PeriodicWork } from '../periodic-work';

const EVERY_MS = 3_600_000;
const ROWS_AT_ONCE = 1_000;

/** For how many days settled letters and finished tasks are kept. */
export const DEAD_LETTER_DAYS = Symbol('itops-dead-letter-days');
export const DEFAULT_DEAD_LETTER_DAYS = 90;

const IS_PASSED = `exists (
  select 1 from applied a
  where a.consumer = d.consumer and a.aggregate_type = d.aggregate_type and a.aggregate_id = d.aggregate_id
    and a.version >= d.aggregate_version)`;

/** Each for so many days and so many rows. Replicas may do it at the same time. */
const STEPS = [
  `delete from dead_letter where id = any(array(
     select d.id from dead_letter d
     where d.settled_at < clock_timestamp() - $1 * interval '1 day'
       and (d.aggregate_id is null or d.status = 'redriven' and ${IS_PASSED})
     order by d.settled_at limit $2 for update of d skip locked))`,
  // A read model that is rebuilt from the log passes over the versions that were discarded, so these stay, but empty.
  `update dead_letter set payload = null, headers = '{}', key = null where id = any(array(
     select d.id from dead_letter d
     where d.settled_at < clock_timestamp() - $1 * interval '1 day'
       and d.aggregate_id is not null and d.status = 'discarded' and d.payload is not null and ${IS_PASSED}
     order by d.settled_at limit $2 for update of d skip locked))`,
  `delete from dead_letter_task where id = any(array(
     select id from dead_letter_task
     where state = 'done' and updated_at < clock_timestamp() - $1 * interval '1 day'
     order by updated_at limit $2 for update skip locked))`,
];

/** Keeps what is settled from being stored for ever. The audit log still says who did what. */
@Injectable()
export class DeadLetterRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly purging: PeriodicWork;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(DEAD_LETTER_DAYS) private readonly days: number,
  ) {
    this.purging = new PeriodicWork(dataSource, new Logger(DeadLetterRetention.name), EVERY_MS, () => this.purge());
  }

  onApplicationBootstrap(): void {
    this.purging.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.purging.stop();
  }

  async purge(): Promise<void> {
    for (const step of STEPS) {
      for (let touched = ROWS_AT_ONCE; touched === ROWS_AT_ONCE && !this.purging.isStopping;) {
        const result: [unknown[], number] = await this.dataSource.query(step, [this.days, ROWS_AT_ONCE]);
        touched = result[1];
      }
    }
  }
}
