import { Clock } from '@itops/kit';
import { Injectable } from '@nestjs/common';

import { AuditTrailQueries, type ChainStretch, type StretchOptions } from '../../persistence/audit-trail.queries';

const ROWS_AT_ONCE = 200;

/** Writes the trails out, with everything that is needed to verify them: docs/how-to/verify-audit.md names the lines. */
@Injectable()
export class ExportAudit {
  constructor(
    private readonly queries: AuditTrailQueries,
    private readonly clock: Clock,
  ) {}

  /** Lines of JSON, read from the database as they are asked for; what is sealed meanwhile is left out. */
  async *lines(options: StretchOptions): AsyncGenerator<string> {
    const stretches = await this.queries.stretches(options);
    const { service = null, from = null, to = null } = options;
    yield line({ kind: 'export', version: 1, at: this.clock.now().toISOString(), service, from, to });
    let rows = 0;
    for (const stretch of stretches) {
      for await (const { text, isRow } of this.ofChain(stretch)) {
        if (isRow) rows++;
        yield text;
      }
    }
    // Tells a whole export from one that broke off.
    yield line({ kind: 'end', rows });
  }

  private async *ofChain(stretch: ChainStretch): AsyncGenerator<{ text: string; isRow: boolean }> {
    for (let seq = stretch.first - 1; seq < stretch.last;) {
      const rows = await this.queries.rowsAfter(stretch, seq, ROWS_AT_ONCE);
      const end = rows.at(-1)?.seq;
      if (end === undefined) return;
      const checkpoints = Map.groupBy(await this.queries.checkpoints(stretch.chain, seq + 1, end), (one) => one.seq);
      for (const row of rows) {
        yield { text: line({ kind: 'row', ...row }), isRow: true };
        for (const checkpoint of checkpoints.get(row.seq) ?? []) {
          yield { text: line({ kind: 'checkpoint', ...checkpoint }), isRow: false };
        }
      }
      seq = end;
    }
  }
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
