import { type Cause, type ExpectedVersion, type ListRequest } from '@itops/kit';
import {
  AnswersWithSecret,
  Asked,
  CallerCause,
  Creates,
  IfMatch,
  Pages,
  Requires,
  RequiresVersion,
  Sparse,
} from '@itops/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { API_KEY_LIST } from '../../persistence/api-key.list';
import {
  ApiKeyDto,
  ApiKeyPageDto,
  ApiKeyWithSecretDto,
  NewApiKeyDto,
  RevokeApiKeyDto,
  RotateApiKeyDto,
} from './api-key.dto';
import { FindApiKeys } from './find-api-keys.handler';
import { ManageApiKeys } from './manage-api-keys.handler';

@Controller('v1/api-keys')
@Requires('api-key:manage')
export class ManageApiKeysController {
  constructor(
    private readonly keys: ManageApiKeys,
    private readonly findKeys: FindApiKeys,
  ) {}

  @Get()
  @Requires('api-key:read')
  @Pages(API_KEY_LIST, ApiKeyDto)
  @ApiOperation({ summary: 'Lists keys of machines, the newest first. Secrets are not among what is shown.' })
  @ApiOkResponse({ type: ApiKeyPageDto })
  findMany(@Asked() request: ListRequest): Promise<ApiKeyPageDto> {
    return this.findKeys.findMany(request);
  }

  @Get(':id')
  @Requires('api-key:read')
  @Sparse(ApiKeyDto)
  @ApiOperation({ summary: 'Reads one key. Its secrets are not shown.' })
  @ApiOkResponse({ type: ApiKeyDto })
  findOne(@Param('id') id: string): Promise<ApiKeyDto> {
    return this.findKeys.findOne(id);
  }

  @Post()
  @Creates('/v1/api-keys')
  @AnswersWithSecret()
  @ApiOperation({
    summary: 'Makes a key for a machine. The answer shows its secret, once.',
    description:
      'The key may do no more than you may, and what it does counts as yours where a second person is asked for.',
  })
  @ApiCreatedResponse({ type: ApiKeyWithSecretDto })
  create(@Body() body: NewApiKeyDto, @CallerCause() cause: Cause): Promise<ApiKeyWithSecretDto> {
    return this.keys.create(body, cause);
  }

  @Post(':id/actions/rotate')
  @HttpCode(200)
  @RequiresVersion()
  @AnswersWithSecret()
  @ApiOperation({
    summary: 'Gives a key another secret and a new lifetime. The answer shows the secret, once.',
    description:
      'The secrets of before stay good for the overlap, so that nothing has to stop. You stand behind the key from then on.',
  })
  @ApiOkResponse({ type: ApiKeyWithSecretDto })
  rotate(
    @Param('id') id: string,
    @IfMatch('API key') expected: ExpectedVersion,
    @Body() body: RotateApiKeyDto,
    @CallerCause() cause: Cause,
  ): Promise<ApiKeyWithSecretDto> {
    return this.keys.rotate(id, expected, body, cause);
  }

  @Post(':id/actions/revoke')
  @HttpCode(200)
  @RequiresVersion()
  @ApiOperation({ summary: 'Ends a key with all of its secrets, at every gateway within two seconds.' })
  @ApiOkResponse({ type: ApiKeyDto })
  revoke(
    @Param('id') id: string,
    @IfMatch('API key') expected: ExpectedVersion,
    @Body() body: RevokeApiKeyDto,
    @CallerCause() cause: Cause,
  ): Promise<ApiKeyDto> {
    return this.keys.revoke(id, expected, body, cause);
  }
}
