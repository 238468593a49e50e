import { Readiness } from '@itops/kit';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { PeriodicWork } from '../periodic-work';
import { Meters } from '../telemetry/meters';
import { observeBacklog } from './observe-backlog';
import {
  countOlder,
  deleteConfirmed,
  forgetSlot,
  isConfirmed,
  keptSince,
  lookAtSlot,
  type NotedRows,
  noteRows,
} from './outbox-slot';

const EVERY_MS = 10_000;
const ROWS_NOTED = 100_000;
const ROWS_AT_ONCE = 5_000;
const ROWS_COUNTED = 10_000;

/** The name of the connector's replication slot. */
export const OUTBOX_SLOT = Symbol('itops-outbox-slot');

/**
 * Where a connector reads the outbox from the database's log, such as Debezium. A row is deleted when the connector has
 * confirmed the log beyond the row's commit, by the slot that is named and no other; rows from before the slot stay.
 */
@Injectable()
export class ExternalRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly clearing: PeriodicWork;
  private noted: NotedRows | undefined;

  constructor(
    private readonly dataSource: DataSource,
    readiness: Readiness,
    meters: Meters,
    @Inject(OUTBOX_SLOT) private readonly slot: string,
  ) {
    this.clearing = new PeriodicWork(dataSource, new Logger(ExternalRelay.name), EVERY_MS, () => this.clear());
    observeBacklog(meters, dataSource);
    readiness.register('outbox-relay', async () => ({ ready: true, detail: `${WHERE}; ${await this.state()}` }));
  }

  onApplicationBootstrap(): void {
    this.clearing.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.clearing.stop();
  }

  /** Deletes what was noted before and is confirmed since, and notes what is there now. Answers how many rows went. */
  async clear(): Promise<number> {
    const { obstacle } = await lookAtSlot(this.dataSource, this.slot);
    if (obstacle !== null) {
      this.noted = undefined;
      await forgetSlot(this.dataSource, this.slot);
      return 0;
    }
    // Only after the look: what is inserted from here on was committed while the slot was there.
    const afterSeq = await keptSince(this.dataSource, this.slot);
    const { noted } = this;
    if (noted !== undefined && !(await isConfirmed(this.dataSource, this.slot, noted.lsn))) return 0;
    const deleted = noted === undefined ? 0 : await this.delete(noted);
    const next = await noteRows(this.dataSource, afterSeq, ROWS_NOTED);
    this.noted = next.seqs.length === 0 ? undefined : next;
    return deleted;
  }

  private async delete({ seqs, lsn }: NotedRows): Promise<number> {
    let deleted = 0;
    for (let from = 0; from < seqs.length && !this.clearing.isStopping; from += ROWS_AT_ONCE) {
      const part = { seqs: seqs.slice(from, from + ROWS_AT_ONCE), lsn };
      deleted += await deleteConfirmed(this.dataSource, this.slot, part);
    }
    return deleted;
  }

  private async state(): Promise<string> {
    if (!this.dataSource.isInitialized) return 'the database is not there yet';
    const { obstacle, active } = await lookAtSlot(this.dataSource, this.slot);
    if (obstacle !== null) return `replication slot '${this.slot}' ${obstacle}, events wait and no row is deleted`;
    const older = await countOlder(this.dataSource, this.slot, ROWS_COUNTED);
    const reader = active ? 'read now' : 'not read at the moment';
    const stays = older === 0 ? '' : `; ${older} rows from before the slot was seen are kept: publish them by a relay`;
    return `slot '${this.slot}', ${reader}${stays}`;
  }
}

const WHERE = 'expected as a connector outside (RELAY=external)';
