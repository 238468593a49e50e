import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { DeadLetterPage, DeadLettersQuery } from './dead-letter.dto';
import { FindDeadLetters } from './find-dead-letters';

@ApiTags('dead letters')
@Controller('v1/dead-letters')
export class DeadLettersController {
  constructor(private readonly deadLetters: FindDeadLetters) {}

  @Get()
  @ApiOperation({ summary: 'Messages that could not be handled, newest first' })
  @ApiOkResponse({ type: DeadLetterPage })
  async find(@Query() query: DeadLettersQuery): Promise<DeadLetterPage> {
    return this.deadLetters.find(query);
  }
}
