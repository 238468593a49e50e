import { type Cause, Clock, type ListRequest } from '@itops/kit';
import { Asked, CallerCause, Pages, Requires } from '@itops/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { DataSource } from 'typeorm';

import { impactOf } from '../../domain/fault-impact';
import { EstateGraph } from '../../persistence/estate.graph';
import { TIMELINE } from '../../persistence/incident.lists';
import { IncidentQueries } from '../../persistence/incident.queries';
import { readerOf } from '../../persistence/reader';
import { ImpactDto, ImpactQuery, SuspectsDto, TimelineEntryDto, TimelinePage } from './read-incident.dto';

const DEFAULT_DEPTH = 10;
const DEFAULT_LIMIT = 200;

@Controller('v1/incidents')
@Requires('incident:read')
export class ReadIncidentController {
  constructor(
    private readonly queries: IncidentQueries,
    private readonly estateGraph: EstateGraph,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get(':id/timeline')
  @Pages(TIMELINE, TimelineEntryDto)
  @ApiOperation({ summary: 'Read the story of an incident' })
  @ApiOkResponse({ type: TimelinePage })
  async timeline(
    @Param('id') id: string,
    @Asked() request: ListRequest,
    @CallerCause() cause: Cause,
  ): Promise<TimelinePage> {
    const { incident } = await this.queries.find(id, cause);
    return this.queries.timeline(incident.id, request, cause, ({ at, kind, actor, summary, data }) => ({
      at: at.toISOString(),
      kind,
      actor,
      summary,
      data,
    }));
  }

  @Get(':id/suspects')
  @ApiOperation({ summary: 'Read which changes may have caused an incident, with reasons' })
  @ApiOkResponse({ type: SuspectsDto })
  async suspects(@Param('id') id: string, @CallerCause() cause: Cause): Promise<SuspectsDto> {
    const { incident } = await this.queries.find(id, cause);
    const found = await this.queries.suspects(incident.id);
    return { items: found?.items ?? [], computedAt: found?.computedAt.toISOString() ?? null };
  }

  @Get(':id/impact')
  @ApiOperation({ summary: 'Read what suffers from the fault of an incident: from its item and from all that alert' })
  @ApiOkResponse({ type: ImpactDto })
  async impact(@Param('id') id: string, @Query() query: ImpactQuery, @CallerCause() cause: Cause): Promise<ImpactDto> {
    const { incident } = await this.queries.find(id, cause);
    const { depth = DEFAULT_DEPTH, limit = DEFAULT_LIMIT } = query;
    const { graph } = await this.estateGraph.current(readerOf(this.dataSource));
    const alerting = await this.queries.alertingItems(incident.id);
    const hit = impactOf(graph, incident.ciId, alerting, { depth, limit });
    return { ciId: incident.ciId, direction: 'affected', depth, asOf: this.clock.now().toISOString(), ...hit };
  }
}
