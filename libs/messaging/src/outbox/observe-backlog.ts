import { type DataSource } from 'typeorm';

import { type Meters } from '../telemetry/meters';
import { backlog } from './outbox-queries';

/** Tells as metrics what waits in the service's outbox, whoever publishes it. */
export function observeBacklog(meters: Meters, dataSource: DataSource): void {
  meters.observeOutbox(async () => (dataSource.isInitialized ? backlog(dataSource) : undefined));
}
