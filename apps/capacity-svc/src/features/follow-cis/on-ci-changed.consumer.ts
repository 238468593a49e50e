import { type CiData, type CiReference } from '@itops/contracts';
import { Clock } from '@itops/kit';
import { ConsumeEvents, type EventBatch, type Tx } from '@itops/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { linkKnown } from '../../evaluation/link-resources';
import { meetArrivals } from '../../persistence/configuration-items';
import { configurationItemReadModel } from '../../persistence/configuration-items.read-model';

/** Keeps what is known of configuration items, and links the resources that waited for them. */
@Controller()
export class OnCiChanged {
  constructor(private readonly clock: Clock) {}

  @ConsumeEvents({ name: configurationItemReadModel.consumer, topics: configurationItemReadModel.topics })
  async handle(@Payload() { tx, events }: EventBatch): Promise<void> {
    await meetArrivals(tx, 'announcing');
    const cis = await configurationItemReadModel.project(tx, events);
    if (cis.length > 0) await this.react(tx, cis);
  }

  private async react(tx: Tx, cis: readonly CiData[]): Promise<void> {
    await linkKnown(tx, cis.flatMap(referencesTo), this.clock.now());
  }
}

function referencesTo({ id, name, externalIds }: CiData): CiReference[] {
  return [id, name, ...externalIds.map(({ source, externalId }) => ({ source, externalId }))];
}
