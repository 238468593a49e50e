import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { DiscoveryIn } from '@itops/contracts';
import { type Cause } from '@itops/kit';
import { CallerCause, Requires } from '@itops/platform';
import { ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { DiscoveryAnswer } from './discovery-answer';
import { DiscoverEstate } from './discover-estate.handler';

/** The contract's own schema, so that the rule stands once. */
const discoverySchema: Record<string, unknown> = { ...DiscoveryIn };

@Controller('v1/discovery')
@Requires('discovery:report')
export class DiscoverEstateController {
  constructor(private readonly discoverEstate: DiscoverEstate) {}

  @Post()
  @HttpCode(200)
  @ApiBody({ schema: discoverySchema })
  @ApiOperation({ operationId: 'reportDiscovery', summary: 'Report what was found in the estate' })
  @ApiOkResponse({ type: DiscoveryAnswer })
  discover(@CallerCause() cause: Cause, @Body() body: unknown): Promise<DiscoveryAnswer> {
    return this.discoverEstate.handle(cause, body);
  }
}
