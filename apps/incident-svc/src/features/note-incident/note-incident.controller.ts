import { type Cause, type ListRequest } from '@itops/kit';
import { Asked, CallerCause, Pages, Requires } from '@itops/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { NOTES } from '../../persistence/incident.lists';
import { IncidentQueries } from '../../persistence/incident.queries';
import { NotePage, NoteResource, toNoteResource } from '../../resource/note.resource';
import { NoteIncidentDto } from './note-incident.dto';
import { NoteIncidentHandler } from './note-incident.handler';

@Controller('v1/incidents')
export class NoteIncidentController {
  constructor(
    private readonly handler: NoteIncidentHandler,
    private readonly queries: IncidentQueries,
  ) {}

  @Requires('incident:act')
  @Post(':id/notes')
  @HttpCode(201)
  @ApiOperation({ operationId: 'addIncidentNote', summary: 'Write a note' })
  @ApiCreatedResponse({ type: NoteResource })
  async write(
    @Param('id') id: string,
    @Body() body: NoteIncidentDto,
    @CallerCause() cause: Cause,
  ): Promise<NoteResource> {
    return toNoteResource(await this.handler.handle(id, body, cause));
  }

  @Requires('incident:read')
  @Get(':id/notes')
  @Pages(NOTES, NoteResource)
  @ApiOperation({ summary: 'Read the notes' })
  @ApiOkResponse({ type: NotePage })
  async list(@Param('id') id: string, @Asked() request: ListRequest, @CallerCause() cause: Cause): Promise<NotePage> {
    const { incident } = await this.queries.find(id, cause);
    return this.queries.notes(incident.id, request, toNoteResource);
  }
}
