import { Readiness } from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Meters } from '../telemetry/meters';
import { observeBacklog } from './observe-backlog';

/**
 * Tells of a service that relays not itself who does, and what waits: where no relay is at work nobody else would tell.
 * Never a reason to refuse writes: events wait safely.
 */
@Injectable()
export class RelayedElsewhere {
  constructor(dataSource: DataSource, readiness: Readiness, meters: Meters) {
    observeBacklog(meters, dataSource);
    readiness.register('outbox-relay', async () => {
      if (!dataSource.isInitialized) return { ready: true, detail: `${WHERE}; the database is not there yet` };
      const [found]: { relays: number }[] = await dataSource.query(
        'select count(*)::int as relays from outbox_relay where expires_at >= clock_timestamp()',
      );
      const relays = found?.relays ?? 0;
      return { ready: true, detail: `${WHERE}; ${relays === 0 ? 'none at work, events wait' : `${relays} at work`}` };
    });
  }
}

const WHERE = "expected as a process of its own, this service's program with the argument 'relay' (RELAY=separate)";
