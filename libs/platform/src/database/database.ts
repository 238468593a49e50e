import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Readiness } from '@itops/kit';
import { DataSource, type DataSourceOptions, type MigrationInterface, type MixedList } from 'typeorm';

import { type DatabaseAccess } from '../config/database-config';
import { refusalOf } from './database-advice';

export interface DatabaseDefinition {
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

export function createDataSource(
  service: string,
  { url, ssl }: DatabaseAccess,
  pool: number,
  definition: DatabaseDefinition,
): DataSource {
  const migrations: MixedList<new () => MigrationInterface> = [...definition.migrations];
  const options: DataSourceOptions = {
    type: 'postgres',
    url,
    // Always said: pg would look for it in the environment otherwise.
    ssl,
    applicationName: service,
    entities: [...definition.entities],
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: {
      max: pool,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 30_000,
      lock_timeout: 10_000,
      // On a connection that has gone dark only the client's own clock still runs.
      query_timeout: 40_000,
      keepAlive: true,
      // Statements are sent without waiting for the answers of those before; one that timed out takes its connection along.
      pipeline: true,
      idle_in_transaction_session_timeout: 60_000,
    },
  };
  return new DataSource(options);
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/** Any number; the same for all replicas, so that one migrates while the others wait. */
const MIGRATION_LOCK = 7_403_115;

/** Connects in the background for as long as it takes, migrates, and tells `/readyz` how far it is. */
@Injectable()
export class DatabaseConnector implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DatabaseConnector.name);
  private state = 'not connected yet';
  private stopped = false;
  private wake: (() => void) | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    readiness: Readiness,
  ) {
    readiness.register('database', async () => {
      if (!this.dataSource.isInitialized) return { ready: false, detail: this.state };
      await this.dataSource.query('select 1');
      return { ready: true, detail: 'connected, migrated' };
    });
  }

  onApplicationBootstrap(): void {
    this.running = this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wake?.();
    await this.running;
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private async connect(): Promise<void> {
    for (let wait = FIRST_WAIT_MS; !this.stopped; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        await migrate(this.dataSource.options);
        await this.dataSource.initialize();
        this.logger.log('Database connected and migrated');
        return;
      } catch (error) {
        const reason = refusalOf(error);
        if (reason !== this.state) this.logger.warn(`Database is not ready, trying again: ${reason}`);
        this.state = reason;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, wait);
          this.wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  }
}

/** Applies what is missing, over a connection of its own: the service's data source counts as ready only afterwards. */
export async function migrate(options: DataSourceOptions): Promise<void> {
  const migrator = new DataSource(options);
  await migrator.initialize();
  try {
    const runner = migrator.createQueryRunner();
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await migrator.runMigrations();
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await runner.release();
    }
  } finally {
    await migrator.destroy();
  }
}
