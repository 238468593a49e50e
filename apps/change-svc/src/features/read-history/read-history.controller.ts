import { isRecord } from '@itops/kit';
import { Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { ChangeQueries, type HistoryRow } from '../../persistence/change.queries';
import { type HistoryEntry, HistoryPage, HistoryQuery } from './read-history.dto';

@ApiTags('changes')
@Controller('v1/changes')
@Requires('change:read')
export class ReadHistoryController {
  constructor(private readonly changes: ChangeQueries) {}

  @Get(':id/history')
  @ApiOperation({ summary: 'What was done to a change, by whom' })
  @ApiOkResponse({ type: HistoryPage })
  async read(@Param('id') id: string, @Query() query: HistoryQuery): Promise<HistoryPage> {
    const change = await this.changes.find(id);
    return this.changes.history(change.id, query, toEntry);
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
