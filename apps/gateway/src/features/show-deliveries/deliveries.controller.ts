import { type Cause, type ListRequest } from '@itops/kit';
import { Asked, CallerCause, Pages, Requires, Sparse } from '@itops/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

import { DELIVERY_LIST, DeliveryQueries } from '../../persistence/delivery.queries';
import { WebhookQueries } from '../../persistence/webhook.queries';
import {
  DeliveryPage,
  DeliveryResource,
  NothingDto,
  RedeliveredRange,
  RedeliverRangeDto,
  toDeliveryResource,
} from './deliveries.dto';
import { Redeliver } from './redeliver.handler';

@Controller('v1/webhooks/:id')
export class DeliveriesController {
  constructor(
    private readonly webhooks: WebhookQueries,
    private readonly deliveries: DeliveryQueries,
    private readonly redelivery: Redeliver,
  ) {}

  @Get('deliveries')
  @Requires('webhook:read')
  @Pages(DELIVERY_LIST, DeliveryResource)
  @ApiOperation({ summary: 'What was sent, each with its tries' })
  @ApiOkResponse({ type: DeliveryPage })
  async list(@Param('id') id: string, @Asked() request: ListRequest): Promise<DeliveryPage> {
    await this.webhooks.find(id);
    return this.deliveries.list(id, request, toDeliveryResource);
  }

  @Get('deliveries/:deliveryId')
  @Requires('webhook:read')
  @Sparse(DeliveryResource)
  @ApiOperation({ summary: 'One delivery, with its tries' })
  @ApiOkResponse({ type: DeliveryResource })
  async read(@Param('id') id: string, @Param('deliveryId') deliveryId: string): Promise<DeliveryResource> {
    return toDeliveryResource(await this.deliveries.find(id, deliveryId));
  }

  @Post('ping')
  @HttpCode(202)
  @Requires('webhook:manage')
  @ApiOperation({
    summary: 'Send an event for trying it out',
    description: 'Of the type itops.webhook.ping.v1. Read the delivery to see what became of it.',
  })
  @ApiAcceptedResponse({ type: DeliveryResource })
  async ping(
    @Param('id') id: string,
    @Body() _body: NothingDto,
    @CallerCause() cause: Cause,
  ): Promise<DeliveryResource> {
    return toDeliveryResource(await this.redelivery.ping(id, cause));
  }

  @Post('deliveries/:deliveryId/redeliver')
  @HttpCode(202)
  @Requires('webhook:manage')
  @ApiOperation({ summary: 'Send it once more', description: 'Under the same webhook-id, with all its tries.' })
  @ApiAcceptedResponse({ type: DeliveryResource })
  async redeliver(
    @Param('id') id: string,
    @Param('deliveryId') deliveryId: string,
    @Body() _body: NothingDto,
    @CallerCause() cause: Cause,
  ): Promise<DeliveryResource> {
    return toDeliveryResource(await this.redelivery.one(id, deliveryId, cause));
  }

  @Post('redeliver')
  @HttpCode(202)
  @Requires('webhook:manage')
  @ApiOperation({
    operationId: 'redeliverWebhookRange',
    summary: 'Send once more what was sent in a span of time',
    description: 'The oldest first, in the order of each resource; up to 10,000 at once.',
  })
  @ApiAcceptedResponse({ type: RedeliveredRange })
  async redeliverRange(
    @Param('id') id: string,
    @Body() body: RedeliverRangeDto,
    @CallerCause() cause: Cause,
  ): Promise<RedeliveredRange> {
    const { count, until } = await this.redelivery.range(id, body, cause);
    return { count, continueFrom: until?.toISOString() ?? null };
  }
}
