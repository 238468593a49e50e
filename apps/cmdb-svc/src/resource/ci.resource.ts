import { CI_STAGES, OPERATIONAL_STATUSES } from '@itops/contracts';
import {
  DateTimeField,
  EnumField,
  IdField,
  IntegerField,
  JsonObjectField,
  NestedListField,
  TextField,
  TextListField,
  TextMapField,
} from '@itops/platform';

import { type CiState } from '../domain/ci';
import { stageLifecycle } from '../domain/ci.lifecycle';

export class ExternalIdField {
  @TextField({ description: 'The tool that knows the item.', max: 255, example: 'netbox' })
  source!: string;

  @TextField({ description: "That tool's own id.", max: 255, example: 'device-17' })
  externalId!: string;
}

export const ATTRIBUTES = {
  description: "Attributes by the schema of the item's class; others are allowed as well.",
  maxProperties: 128,
} as const;

/** A configuration item as the API shows it. */
export class CiResource {
  @IdField({ description: 'Id of the item.' })
  id!: string;

  @IntegerField({ description: 'Rises by one with each event of the item; its ETag.', min: 1, max: 2_147_483_647 })
  version!: number;

  @TextField({ description: 'Class, see /v1/ci-classes.', max: 64, example: 'virtual_machine' })
  class!: string;

  @TextField({ description: 'What people call it.', max: 255, example: 'shop-web-1' })
  name!: string;

  @JsonObjectField(ATTRIBUTES)
  attributes!: Record<string, unknown>;

  @NestedListField({ description: 'How sources call it.', type: () => ExternalIdField, maxItems: 64 })
  externalIds!: ExternalIdField[];

  @EnumField({ description: 'Stage in its life cycle.', values: CI_STAGES })
  stage!: string;

  @EnumField({ description: 'Follows open incidents and running changes.', values: OPERATIONAL_STATUSES })
  operationalStatus!: string;

  @TextField({ description: 'Group that answers for it.', min: 0, max: 255, nullable: true })
  ownerGroup!: string | null;

  @IntegerField({ description: '1 most critical to 4 least.', min: 1, max: 4 })
  criticality!: number;

  @TextMapField({ description: 'Which source set an attribute last.', maxProperties: 128, max: 255 })
  sources!: Record<string, string>;

  @DateTimeField({ description: 'When it first became known.' })
  firstSeenAt!: string;

  @DateTimeField({ description: 'When a source last said something new about it.' })
  lastSeenAt!: string;

  @DateTimeField({ description: 'When it was recorded.' })
  createdAt!: string;

  @DateTimeField({ description: 'When it last changed.' })
  updatedAt!: string;

  @TextField({ description: 'Who recorded it.', max: 255 })
  createdBy!: string;

  @TextListField({ description: 'Actions that are possible now.', max: 64, maxItems: 16 })
  allowedActions!: string[];
}

export function toCiResource(state: CiState): CiResource {
  const { firstSeenAt, lastSeenAt, createdAt, updatedAt, ...rest } = state;
  return {
    ...rest,
    attributes: { ...state.attributes },
    sources: { ...state.sources },
    externalIds: [...state.externalIds],
    firstSeenAt: firstSeenAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    allowedActions: stageLifecycle.allowedActions(state.stage),
  };
}
