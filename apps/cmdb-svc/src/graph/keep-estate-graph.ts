import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type RelationshipType, type CiStage, domainTopics } from '@itops/contracts';
import { Readiness } from '@itops/kit';
import { EventTransport, type Tail } from '@itops/messaging';
import { DataSource } from 'typeorm';

import { EstateGraph } from './estate-graph';

const RETRY_MS = 500;
const PAGE = 20_000;
const START = '00000000-0000-0000-0000-000000000000';

/**
 * Builds the graph when the process starts and follows the estate's own topics from then on. The tail begins before the
 * snapshot is read: whatever commits in between comes by one of the two ways, and the versions sort it out.
 */
@Injectable()
export class KeepEstateGraph implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(KeepEstateGraph.name);
  private tail: Tail | undefined;
  private state = 'waits for the event backbone';
  private isBuilt = false;
  private isStopped = false;
  private wake: (() => void) | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly estate: EstateGraph,
    private readonly transport: EventTransport,
    private readonly dataSource: DataSource,
    readiness: Readiness,
  ) {
    readiness.register('impact-graph', () => ({ ready: this.isBuilt, detail: this.state }));
  }

  onApplicationBootstrap(): void {
    this.running = this.build();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    this.wake?.();
    await this.tail?.close();
    await this.running;
  }

  private async build(): Promise<void> {
    const tail = await this.transport.tail({
      topics: [domainTopics.ci.name, domainTopics.relationship.name],
      from: 'latest',
      onEvents: (events) => this.estate.apply(events),
    });
    this.tail = tail;
    await Promise.race([tail.ready, this.stopped()]);
    while (!this.isStopped && !this.isBuilt) {
      try {
        await this.readSnapshot();
        this.isBuilt = true;
        const { cis, relationships } = this.estate.graph.size();
        this.state = 'built, follows the estate';
        this.logger.log(`Impact graph built: ${cis} items, ${relationships} relationships`);
      } catch (error) {
        this.state = error instanceof Error ? error.message : String(error);
        await Promise.race([new Promise((resolve) => setTimeout(resolve, RETRY_MS)), this.stopped()]);
      }
    }
  }

  private stopped(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
      if (this.isStopped) resolve();
    });
  }

  private async readSnapshot(): Promise<void> {
    if (!this.dataSource.isInitialized) throw new Error('waits for the database');
    await this.readPages<{ id: string; version: number; name: string; class: string; stage: CiStage }>(
      `select id, version, name, class, stage from ci where id > $1 order by id limit ${PAGE}`,
      (ci) => this.estate.takeCi(ci),
    );
    await this.readPages<RelationshipSnapshot>(
      `select id, version, type, parent_id, child_id, attributes from relationship where id > $1 order by id limit ${PAGE}`,
      ({ parent_id: parentId, child_id: childId, ...rest }) =>
        this.estate.takeRelationship({ ...rest, parentId, childId }),
    );
  }

  private async readPages<Row extends { readonly id: string }>(sql: string, take: (row: Row) => void): Promise<void> {
    for (let after: string | undefined = START; after !== undefined && !this.isStopped;) {
      const rows: Row[] = await this.dataSource.query<Row[]>(sql, [after]);
      for (const row of rows) take(row);
      after = rows.length === PAGE ? rows.at(-1)?.id : undefined;
    }
  }
}

interface RelationshipSnapshot {
  readonly id: string;
  readonly version: number;
  readonly type: RelationshipType;
  readonly parent_id: string;
  readonly child_id: string;
  readonly attributes: Record<string, unknown>;
}
