import {
  BooleanField,
  DateTimeField,
  EnumField,
  IdField,
  IntegerField,
  IntegerParam,
  NestedListField,
  TextField,
} from '@itops/platform';
import { EFFECTS } from '@itops/impact';

export const IMPACT_DIRECTIONS = ['affected', 'dependencies'] as const;
export type ImpactDirection = (typeof IMPACT_DIRECTIONS)[number];

const MOST_HOPS = 100;
const MOST_ITEMS = 5000;

export class ImpactQuery {
  @EnumField({
    description: 'affected: what suffers when this item fails; dependencies: what it needs. affected when left out.',
    values: IMPACT_DIRECTIONS,
    optional: true,
  })
  direction?: ImpactDirection;

  @IntegerParam({ description: 'Most hops.', min: 1, max: MOST_HOPS, default: 10, optional: true })
  depth?: number;

  @IntegerParam({ description: 'Most items.', min: 1, max: MOST_ITEMS, default: 200, optional: true })
  limit?: number;
}

export class ImpactStep {
  @IdField({ description: 'Id of the item.' })
  ciId!: string;

  @TextField({ description: 'Its name.', max: 255 })
  ciName!: string;
}

export class ImpactedCi extends ImpactStep {
  @TextField({ description: 'Its class.', max: 64 })
  class!: string;

  @IntegerField({ description: 'Fewest hops.', min: 1, max: MOST_HOPS })
  distance!: number;

  @NestedListField({ description: 'A shortest way, with both ends.', type: () => ImpactStep, maxItems: MOST_HOPS + 1 })
  path!: ImpactStep[];

  @EnumField({ description: 'The worst that happens over all ways.', values: EFFECTS })
  effect!: string;
}

export class Impact {
  @IdField({ description: 'The item that was asked about.' })
  ciId!: string;

  @EnumField({ description: 'Which way was looked.', values: IMPACT_DIRECTIONS })
  direction!: string;

  @IntegerField({ description: 'Most hops.', min: 1, max: MOST_HOPS })
  depth!: number;

  @DateTimeField({ description: 'The time for which this holds.' })
  asOf!: string;

  @NestedListField({ description: 'Nearest first, then worst first.', type: () => ImpactedCi, maxItems: MOST_ITEMS })
  items!: ImpactedCi[];

  @BooleanField({ description: 'Whether there is more, beyond depth or limit.' })
  truncated!: boolean;
}
