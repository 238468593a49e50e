import { Requires } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { CiClassList, CiClassResource } from './find-ci-classes.dto';
import { FindCiClasses } from './find-ci-classes.handler';

@Controller('v1/ci-classes')
@Requires('ci:read')
export class FindCiClassesController {
  constructor(private readonly classes: FindCiClasses) {}

  @Get()
  @ApiOperation({
    operationId: 'listCiClasses',
    summary: 'List the classes of items',
    description: 'All of them at once: the catalogue is short.',
  })
  @ApiOkResponse({ type: CiClassList })
  all(): CiClassList {
    return this.classes.all();
  }

  @Get(':name')
  @ApiOperation({ summary: 'Read one class by its name' })
  @ApiOkResponse({ type: CiClassResource })
  one(@Param('name') name: string): CiClassResource {
    return this.classes.one(name);
  }
}
