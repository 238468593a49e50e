import { metrics } from '@opentelemetry/api';
import { type DataSource } from 'typeorm';

interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** How much of the pool of database connections is in use, by the semantic conventions for database clients. */
export function observePool(service: string, size: number, dataSource: DataSource): DataSource {
  const meter = metrics.getMeter('@itops/platform');
  const pool = { 'db.client.connection.pool.name': service };
  const count = meter.createObservableUpDownCounter('db.client.connection.count', {
    description: 'Connections to the database, by state',
  });
  const waiting = meter.createObservableUpDownCounter('db.client.connection.pending_requests', {
    description: 'Requests that wait for a free connection',
  });
  const max = meter.createObservableUpDownCounter('db.client.connection.max', {
    description: 'Most connections to the database',
  });
  meter.addBatchObservableCallback(
    (result) => {
      result.observe(max, size, pool);
      const connections = poolOf(dataSource);
      if (connections === undefined) return;
      const { totalCount, idleCount, waitingCount } = connections;
      result.observe(count, totalCount - idleCount, { ...pool, 'db.client.connection.state': 'used' });
      result.observe(count, idleCount, { ...pool, 'db.client.connection.state': 'idle' });
      result.observe(waiting, waitingCount, pool);
    },
    [count, waiting, max],
  );
  return dataSource;
}

/** TypeORM's driver for PostgreSQL keeps it under this name, from its connection to its end. */
function poolOf({ driver }: DataSource): Pool | undefined {
  const pool: unknown = 'master' in driver ? driver.master : undefined;
  return isPool(pool) ? pool : undefined;
}

function isPool(value: unknown): value is Pool {
  return typeof value === 'object' && value !== null && 'totalCount' in value && 'waitingCount' in value;
}
