import { Readable } from 'node:stream';

import { type Cause } from '@itops/kit';
import { Transactions } from '@itops/messaging';
import { CallerCause, Requires } from '@itops/platform';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';

import { ExportAuditQuery } from './export-audit.dto';
import { ExportAudit } from './export-audit.handler';

@Controller('v1/audit/export')
@Requires('audit:read')
export class ExportAuditController {
  constructor(
    private readonly exporting: ExportAudit,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'exportAudit',
    summary: 'Write the audit trail out, to be verified elsewhere',
    description:
      'Lines of JSON: each chain’s rows in its order with their signed checkpoints, without gaps, and a last line that says how many rows they were. `npm run audit -- verify` reads it. That somebody has exported it is part of the trail.',
  })
  @ApiOkResponse({
    description: 'A JSON value on each line.',
    content: { 'application/x-ndjson': { schema: { type: 'string' } } },
  })
  async export(
    @Query() query: ExportAuditQuery,
    @CallerCause() cause: Cause,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { service, from, to } = query;
    await this.transactions.run(cause, (tx) =>
      tx.audit([{ action: 'export', resourceType: 'audit-trail', resourceId: service ?? 'all', after: { from, to } }]),
    );
    await reply
      .header('content-type', 'application/x-ndjson')
      .header('content-disposition', 'attachment; filename="audit.ndjson"')
      .send(Readable.from(this.exporting.lines({ service, from, to }), { objectMode: false, highWaterMark: 65_536 }));
  }
}
