import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { DeadLettersPage, DeadLettersQuery } from './list-dead-letters.dto';
import { ListDeadLetters } from './list-dead-letters.handler';

@Controller('v1/dead-letters')
export class ListDeadLettersController {
  constructor(private readonly handler: ListDeadLetters) {}

  @Get()
  @ApiOperation({ summary: 'Messages that could not be handled, of all services, newest first' })
  @ApiOkResponse({ type: DeadLettersPage })
  list(@Query() query: DeadLettersQuery): Promise<DeadLettersPage> {
    return this.handler.run(query);
  }
}
