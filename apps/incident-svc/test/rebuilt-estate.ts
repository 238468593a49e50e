import {
  ciCreated,
  type CiData,
  ciUpdated,
  type DomainEvent,
  relationshipAdded,
  type RelationshipData,
} from '@itops/contracts';
import { newId } from '@itops/kit';
import { EventTransport, rebuildReadModel, type RebuildOptions } from '@itops/messaging';
import { eventually, newPrefix } from '@itops/testing';
import { DataSource } from 'typeorm';

import { estateReadModel } from '../src/persistence/estate.read-model';
import { IncidentTest } from './estate';

export const AT = '2026-01-01T00:00:00.000Z';
const TABLES = Object.keys(estateReadModel.tables);
export const MANY = 10_000;

export type Rebuilt = Awaited<ReturnType<typeof rebuildReadModel>>;

/** incident-svc, and a process beside it that rebuilds its estate. */
export class Estate {
  private constructor(
    readonly test: IncidentTest,
    readonly database: DataSource,
    readonly prefix: string,
  ) {}

  static async start(): Promise<Estate> {
    const prefix = newPrefix();
    const test = await IncidentTest.start({}, prefix);
    const { options } = test.service.database;
    return new Estate(test, await new DataSource(options).initialize(), prefix);
  }

  /** Connections that can be told from others. */
  async connect(applicationName: string): Promise<DataSource> {
    const { options } = this.database;
    if (options.type !== 'postgres') throw new Error('not PostgreSQL');
    return new DataSource({ ...options, applicationName }).initialize();
  }

  async close(): Promise<void> {
    await this.database.destroy();
    await this.test.close();
  }

  options(more: Partial<RebuildOptions> = {}): RebuildOptions {
    const transport = this.test.service.running.app.get(EventTransport);
    return { database: this.database, transport, model: estateReadModel, decide: () => true, ...more };
  }

  rebuild(more: Partial<RebuildOptions> = {}): Promise<Rebuilt> {
    return rebuildReadModel(this.options(more));
  }

  compare(): Promise<Rebuilt> {
    return this.rebuild({ decide: () => false });
  }

  read<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return this.test.service.database.query<Row[]>(sql, params);
  }

  /** Bulk sends, in the order given for each aggregate. */
  async publish(events: readonly DomainEvent[]): Promise<void> {
    const transport = this.test.service.running.app.get(EventTransport);
    for (let from = 0; from < events.length; from += 1_000) {
      await transport.publishBatch(
        events.slice(from, from + 1_000).map((event) => ({
          topic: event.topic,
          key: event.aggregateId,
          headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
          value: Buffer.from(
            JSON.stringify({
              specversion: '1.0',
              id: newId(),
              source: 'spec',
              type: event.type,
              subject: event.aggregateId,
              time: AT,
              datacontenttype: 'application/json',
              aggregateversion: event.aggregateVersion,
              data: event.data,
            }),
          ),
        })),
      );
    }
  }

  /** Waits until the service has taken over these versions. */
  async hasApplied(events: readonly DomainEvent[]): Promise<void> {
    const newest = new Map(events.map(({ aggregateId, aggregateVersion }) => [aggregateId, aggregateVersion]));
    await eventually(async () => {
      const [row] = await this.read<{ count: number }>(
        `select count(*)::int as count from applied a join unnest($1::text[], $2::int[]) w (id, version)
           on a.aggregate_id = w.id and a.version >= w.version
         where a.consumer = 'incident-svc.estate'`,
        [[...newest.keys()], [...newest.values()]],
      );
      expect(row?.count).toBe(newest.size);
    }, 150_000);
  }

  async takes(events: readonly DomainEvent[]): Promise<void> {
    await this.publish(events);
    await this.hasApplied(events);
  }

  async leftovers(): Promise<string[]> {
    const rows = await this.read<{ nspname: string }>(
      `select nspname from pg_namespace where nspname like 'read\\_model\\_%' order by 1`,
    );
    return rows.map(({ nspname }) => nspname);
  }
}

export function item(id: string, version: number, name: string): CiData {
  return {
    id,
    version,
    class: 'service',
    name,
    attributes: {},
    externalIds: [{ source: 'spec', externalId: `${name} ${version}` }],
    stage: 'operate',
    operationalStatus: 'operational',
    ownerGroup: null,
    criticality: 1 + (version % 4),
    createdAt: AT,
    updatedAt: AT,
  };
}

export const created = (id: string, name: string) => ciCreated.of(id, 1, item(id, 1, name));
export const updated = (id: string, version: number, name: string) =>
  ciUpdated.of(id, version, item(id, version, name));

export function arc(parentId: string, childId: string): DomainEvent<RelationshipData> {
  const id = newId();
  return relationshipAdded.of(id, 1, { id, version: 1, type: 'Depends on', parentId, childId, attributes: {} });
}

export function changes({ tables }: Rebuilt) {
  return Object.fromEntries(
    tables.map(({ table, missing, surplus, changed }) => [table, { missing, surplus, changed }]),
  );
}

export const NOTHING = { missing: 0, surplus: 0, changed: 0 };
export const EQUAL = Object.fromEntries(TABLES.map((table) => [table, NOTHING]));
