import { Injectable } from '@nestjs/common';
import { metrics } from '@opentelemetry/api';
import { DataSource } from 'typeorm';

import { inTime } from '../telemetry/in-time';

/** Up to so many rows are counted; more are told as that many. */
const COUNTED_ROWS = 10_000;

interface Waiting {
  readonly rows: number;
  readonly oldest: number;
  readonly undelivered: number;
}

/** What of the audit trail waits, read when metrics are asked for. */
@Injectable()
export class AuditGauges {
  constructor(private readonly dataSource: DataSource) {
    const meter = metrics.getMeter('@itops/messaging');
    const rows = meter.createObservableGauge('itops.audit.unsealed', {
      description: 'Audit rows that are not part of the chain yet, up to 10,000',
    });
    const oldest = meter.createObservableGauge('itops.audit.unsealed.oldest', {
      description: 'Since when the oldest of them waits',
      unit: 's',
    });
    const undelivered = meter.createObservableGauge('itops.audit.checkpoints.undelivered', {
      description: 'Checkpoints that the configured file or address has not taken yet',
    });
    meter.addBatchObservableCallback(
      async (result) => {
        if (!this.dataSource.isInitialized) return;
        const found = await inTime(() => this.read());
        if (found === undefined) return;
        result.observe(rows, found.rows);
        result.observe(oldest, found.oldest);
        result.observe(undelivered, found.undelivered);
      },
      [rows, oldest, undelivered],
    );
  }

  private async read(): Promise<Waiting | undefined> {
    const [found]: Waiting[] = await this.dataSource.query(
      `select (select count(*) from (select 1 from audit_unsealed limit $1) looked_at)::int as rows,
              (select count(*) from (select 1 from audit_checkpoint where not delivered limit $1) looked_at)::int
                as undelivered,
              greatest(0, coalesce((
                select extract(epoch from clock_timestamp() - min(at))
                from (select at from audit_unsealed limit $1) looked_at), 0))::float8 as oldest`,
      [COUNTED_ROWS],
    );
    return found;
  }
}
