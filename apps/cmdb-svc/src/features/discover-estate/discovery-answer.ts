import { EnumField, IdField, IntegerField, NestedField, NestedListField, TextField } from '@itops/platform';

const MOST = 1_000_000;
const OUTCOMES = ['created', 'updated', 'unchanged'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export class DiscoveredItem {
  @TextField({ description: "The source's own id.", max: 255 })
  externalId!: string;

  @IdField({ description: 'The configuration item that it is.' })
  ciId!: string;

  @EnumField({ description: 'What became of it.', values: OUTCOMES })
  outcome!: Outcome;
}

export class RejectedEntry {
  @EnumField({ description: 'In which list of the request.', values: ['items', 'relationships'] })
  list!: 'items' | 'relationships';

  @IntegerField({ description: 'Its place in that list, from 0.', min: 0, max: MOST })
  index!: number;

  @TextField({ description: 'Which value is wrong, as a JSON pointer into the request.', max: 1024 })
  pointer!: string;

  @TextField({ description: 'Why.', max: 2048 })
  reason!: string;
}

export class RelationshipCounts {
  @IntegerField({ description: 'New.', min: 0, max: MOST })
  created!: number;

  @IntegerField({ description: 'With other attributes than before.', min: 0, max: MOST })
  updated!: number;

  @IntegerField({ description: 'As they were.', min: 0, max: MOST })
  unchanged!: number;

  @IntegerField({ description: 'No longer reported by a complete report.', min: 0, max: MOST })
  removed!: number;
}

/** What became of a discovery. */
export class DiscoveryAnswer {
  @IntegerField({ description: 'New items.', min: 0, max: MOST })
  created!: number;

  @IntegerField({ description: 'Items of which something new was said.', min: 0, max: MOST })
  updated!: number;

  @IntegerField({ description: 'Items that are as they were: nothing was written.', min: 0, max: MOST })
  unchanged!: number;

  @IntegerField({
    description: 'Items that a complete report no longer names and no other source knows.',
    min: 0,
    max: MOST,
  })
  retired!: number;

  @NestedField({ description: 'The same for relationships.', type: () => RelationshipCounts })
  relationships!: RelationshipCounts;

  @NestedListField({ description: 'What could not be taken, and why.', type: () => RejectedEntry, maxItems: MOST })
  rejected!: RejectedEntry[];

  @NestedListField({ description: 'Each item that was taken.', type: () => DiscoveredItem, maxItems: MOST })
  items!: DiscoveredItem[];
}

/** @param pointer the wrong value within the entry. */
export function rejection(list: RejectedEntry['list'], index: number, pointer: string, reason: string): RejectedEntry {
  return { list, index, pointer: `/${list}/${index}${pointer}`, reason };
}
