import { type Cause, type ListRequest } from '@itops/kit';
import { AnyCaller, Asked, CallerCause, Pages } from '@itops/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { snippetOf, type SoughtText } from '../../domain/search-text';
import { type FoundRow, SEARCH, SearchQueries, type Tier } from '../../persistence/search.queries';
import { FoundDto, FoundPage } from './search.dto';

const COLLECTIONS: Readonly<Record<string, string>> = {
  incident: '/v1/incidents',
  change: '/v1/changes',
  ci: '/v1/cis',
  alert: '/v1/alerts',
};

@Controller('v1/search')
@AnyCaller()
export class SearchController {
  constructor(private readonly queries: SearchQueries) {}

  @Get()
  @Pages(SEARCH, FoundDto)
  @ApiOperation({
    operationId: 'search',
    summary: 'Find incidents, changes, configuration items and alerts',
    description:
      'What is called exactly so first, then by words in number and title, then by words in the text; what is open before ' +
      'what is over, the newest first. Finds only what the caller may read. Something new is found within a second or so.',
  })
  @ApiOkResponse({ type: FoundPage })
  find(@Asked() request: ListRequest, @CallerCause() caller: Cause): Promise<FoundPage> {
    return this.queries.find(request, caller, toFound);
  }
}

function toFound(row: FoundRow, tier: Tier, sought: SoughtText): FoundDto {
  const { type, id, number, title, state, open, at, body } = row;
  return {
    ...{ type, id, number, title, state, open, at: at.toISOString(), foundBy: tier },
    snippet: snippetOf(body, sought.words),
    href: `${COLLECTIONS[type] ?? '/v1'}/${id}`,
  };
}
