import { type Type } from '@nestjs/common';

import { type EventBatch } from '../src';
import { SettleDeadLetters } from '../src/dead-letters/settle-dead-letters';
import { type MessagingApp, startMessagingApp } from './messaging-app';

export interface FoundLetter {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly reason_kind: string;
  readonly attempts: number;
}

/** A service whose consumers set things aside, and what an operator sees of it. */
export class DeadLetterDesk {
  private constructor(readonly service: MessagingApp) {}

  /** @param consumers which note by `noteEffects` what they have handled */
  static async open(databaseUrl: string, prefix: string, consumers: Type[]): Promise<DeadLetterDesk> {
    const tables = 'create table effect (aggregate_id text, version int)';
    return new DeadLetterDesk(await startMessagingApp({ databaseUrl, prefix, consumers, tables }));
  }

  get settlement(): SettleDeadLetters {
    return this.service.app.get(SettleDeadLetters);
  }

  async rows<Row>(sql: string, params: readonly unknown[]): Promise<Row[]> {
    return this.service.database.query(sql, [...params]);
  }

  /** Versions that were handled, in this order; 0 for what has none. */
  async effects(id: string): Promise<number[]> {
    const found = await this.rows<{ version: number }>('select version from effect where aggregate_id = $1', [id]);
    return found.map(({ version }) => version);
  }

  async letters(id: string): Promise<FoundLetter[]> {
    return this.rows(
      `select id, aggregate_version as version, status, reason_kind, attempts from dead_letter
       where aggregate_id = $1 order by aggregate_version`,
      [id],
    );
  }

  async statuses(id: string): Promise<string[]> {
    return (await this.letters(id)).map(({ version, status }) => `${version} ${status}`);
  }
}

export async function noteEffects({ tx, events }: EventBatch): Promise<void> {
  await tx.query('insert into effect (aggregate_id, version) select * from unnest($1::text[], $2::int[])', [
    events.map(({ aggregateId, id }) => aggregateId ?? id),
    events.map(({ aggregateVersion }) => aggregateVersion ?? 0),
  ]);
}
