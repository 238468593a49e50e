import { IdField, IntegerField } from '@itops/platform';

export class DiscoveryTakenDto {
  @IntegerField({ description: 'Items that are durable now; each is judged when it is applied.', min: 0, max: 2_000 })
  accepted!: number;

  @IdField({ description: 'Id of the event that the report became.' })
  eventId!: string;
}
