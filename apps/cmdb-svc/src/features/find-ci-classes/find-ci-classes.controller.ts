import { Requires } from '@itops/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { CiClassList, CiClassResource } from './find-ci-classes.dto';
import { FindCiClasses } from './find-ci-classes.handler';

@ApiTags('CI classes')
@Controller('v1/ci-classes')
@Requires('ci:read')
export class FindCiClassesController {
  constructor(private readonly classes: FindCiClasses) {}

  @Get()
  @ApiOkResponse({ type: CiClassList })
  all(): CiClassList {
    return this.classes.all();
  }

  @Get(':name')
  @ApiOkResponse({ type: CiClassResource })
  one(@Param('name') name: string): CiClassResource {
    return this.classes.one(name);
  }
}
