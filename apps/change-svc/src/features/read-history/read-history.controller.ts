import { isRecord, type ListRequest } from '@itops/kit';
import { Asked, Pages, Requires } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { HISTORY } from '../../persistence/change.lists';
import { ChangeQueries, type HistoryRow } from '../../persistence/change.queries';
import { HistoryEntry, HistoryPage } from './read-history.dto';

@Controller('v1/changes')
@Requires('change:read')
export class ReadHistoryController {
  constructor(private readonly changes: ChangeQueries) {}

  @Get(':id/history')
  @Pages(HISTORY, HistoryEntry)
  @ApiOperation({ summary: 'What was done to a change, by whom' })
  @ApiOkResponse({ type: HistoryPage })
  async read(@Param('id') id: string, @Asked() request: ListRequest): Promise<HistoryPage> {
    const change = await this.changes.find(id);
    return this.changes.history(change.id, request, toEntry);
  }
}

function toEntry(row: HistoryRow): HistoryEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor,
    action: row.action,
    before: isRecord(row.before) ? row.before : {},
    after: isRecord(row.after) ? row.after : {},
    reason: row.reason,
    correlationId: row.correlation_id,
  };
}
