import { isUuid, type ListRequest, NotFound } from '@itops/kit';
import { Asked, Pages, Requires, Sparse } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { AUDIT, AuditTrailQueries } from '../../persistence/audit-trail.queries';
import { AuditEntry, AuditPage, toAuditEntry } from './audit-entry.dto';

@Controller('v1/audit')
@Requires('audit:read')
export class FindAuditController {
  constructor(private readonly queries: AuditTrailQueries) {}

  @Get()
  @Pages(AUDIT, AuditEntry)
  @ApiOperation({
    operationId: 'listAuditEntries',
    summary: 'Who did what, and who tried in vain, in all services',
    description: 'A row is here within a few seconds of what it tells, when it is part of its service’s chain.',
  })
  @ApiOkResponse({ type: AuditPage })
  list(@Asked() request: ListRequest): Promise<AuditPage> {
    return this.queries.list(request, toAuditEntry);
  }

  @Get('entries/:id')
  @Sparse(AuditEntry)
  @ApiOperation({ summary: 'Read one row of the audit trail' })
  @ApiOkResponse({ type: AuditEntry })
  async read(@Param('id') id: string): Promise<AuditEntry> {
    if (!isUuid(id)) throw new NotFound('audit entry', id);
    return toAuditEntry(await this.queries.find(id));
  }
}
