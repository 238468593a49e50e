import { type Cause, Clock, type ExpectedVersion, type ListRequest } from '@itops/kit';
import { Asked, CallerCause, Creates, IfMatch, Pages, Requires, RequiresVersion, Sparse } from '@itops/platform';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { type WebhookDetails } from '../../domain/webhook';
import { WEBHOOK_LIST, WebhookQueries } from '../../persistence/webhook.queries';
import { toWebhookResource, WebhookPage, WebhookResource } from '../../resource/webhook.resource';
import { EditWebhookDto, NewWebhookDto, NothingDto, RevealedSecrets, RotateSecretDto } from './manage-webhooks.dto';
import { ManageWebhooks } from './manage-webhooks.handler';

@Controller('v1/webhooks')
export class ManageWebhooksController {
  constructor(
    private readonly webhooks: ManageWebhooks,
    private readonly queries: WebhookQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('webhook:read')
  @Pages(WEBHOOK_LIST, WebhookResource)
  @ApiOperation({ summary: 'List webhooks' })
  @ApiOkResponse({ type: WebhookPage })
  list(@Asked() request: ListRequest): Promise<WebhookPage> {
    return this.queries.list(request, (details) => this.shown(details));
  }

  @Get(':id')
  @Requires('webhook:read')
  @Sparse(WebhookResource)
  @ApiOperation({ summary: 'Read one webhook' })
  @ApiOkResponse({ type: WebhookResource })
  async read(@Param('id') id: string): Promise<WebhookResource> {
    return this.shown(await this.queries.find(id));
  }

  @Post()
  @Requires('webhook:manage')
  @Creates('/v1/webhooks')
  @ApiOperation({
    summary: 'Subscribe to events',
    description:
      'From now on each event that fits the filter, and that you may see, is sent to the address for as long as you may: a CloudEvent, signed as Standard Webhooks 1.0 says. GET /v1/webhooks/{id}/secrets tells by which secret.',
  })
  @ApiCreatedResponse({ type: WebhookResource })
  async create(@Body() body: NewWebhookDto, @CallerCause() cause: Cause): Promise<WebhookResource> {
    return this.shown(await this.webhooks.create(body, cause));
  }

  @Patch(':id')
  @Requires('webhook:manage')
  @RequiresVersion()
  @ApiOperation({
    summary: 'Change name, address or filter',
    description: 'It becomes yours: from then on it gets what you may see, for as long as you may.',
  })
  @ApiOkResponse({ type: WebhookResource })
  async edit(
    @Param('id') id: string,
    @IfMatch('webhook') expected: ExpectedVersion,
    @Body() body: EditWebhookDto,
    @CallerCause() cause: Cause,
  ): Promise<WebhookResource> {
    return this.shown(await this.webhooks.edit(id, expected, body, cause));
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('webhook:manage')
  @RequiresVersion()
  @ApiOperation({ summary: 'Delete it, with all that was delivered for it' })
  @ApiNoContentResponse({ description: 'It is gone.' })
  async remove(
    @Param('id') id: string,
    @IfMatch('webhook') expected: ExpectedVersion,
    @CallerCause() cause: Cause,
  ): Promise<void> {
    await this.webhooks.remove(id, expected, cause);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Requires('webhook:manage')
  @RequiresVersion()
  @ApiOperation({
    summary: 'Let events go out again',
    description:
      'What still waits goes first. It becomes yours: from then on it gets what you may see, for as long as you may.',
  })
  @ApiOkResponse({ type: WebhookResource })
  async enable(
    @Param('id') id: string,
    @IfMatch('webhook') expected: ExpectedVersion,
    @Body() _body: NothingDto,
    @CallerCause() cause: Cause,
  ): Promise<WebhookResource> {
    return this.shown(await this.webhooks.enable(id, expected, cause));
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Requires('webhook:manage')
  @RequiresVersion()
  @ApiOperation({
    summary: 'Let nothing go out',
    description: 'New events are not kept for it; what waits goes on waiting.',
  })
  @ApiOkResponse({ type: WebhookResource })
  async disable(
    @Param('id') id: string,
    @IfMatch('webhook') expected: ExpectedVersion,
    @Body() _body: NothingDto,
    @CallerCause() cause: Cause,
  ): Promise<WebhookResource> {
    return this.shown(await this.webhooks.disable(id, expected, cause));
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  @Requires('webhook:manage')
  @RequiresVersion()
  @ApiOperation({
    summary: 'Sign by a new secret',
    description: 'The one before signs beside it for a while, so that the receiver can be given the new one meanwhile.',
  })
  @ApiOkResponse({ type: WebhookResource })
  async rotateSecret(
    @Param('id') id: string,
    @IfMatch('webhook') expected: ExpectedVersion,
    @Body() body: RotateSecretDto,
    @CallerCause() cause: Cause,
  ): Promise<WebhookResource> {
    return this.shown(await this.webhooks.rotateSecret(id, expected, body, cause));
  }

  @Get(':id/secrets')
  @Requires('webhook:manage')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The secrets that sign', description: 'That you have read them stands in the audit trail.' })
  @ApiOkResponse({ type: RevealedSecrets })
  async secrets(@Param('id') id: string, @CallerCause() cause: Cause): Promise<RevealedSecrets> {
    return { items: await this.webhooks.reveal(id, cause) };
  }

  private shown(details: WebhookDetails): WebhookResource {
    return toWebhookResource(details, this.clock.now());
  }
}
