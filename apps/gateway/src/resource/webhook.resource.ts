import { PERMISSIONS } from '@itops/kit';
import {
  DateTimeField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  NextCursorField,
  TextField,
  TextListField,
} from '@itops/platform';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, ValidateIf } from 'class-validator';
import { applyDecorators } from '@nestjs/common';

import { signingSecrets, type WebhookDetails } from '../domain/webhook';
import {
  DISABLED_BECAUSE,
  type DisabledReason,
  WEBHOOK_ACTIONS,
  WEBHOOK_STATES,
  type WebhookAction,
  webhookLifecycle,
  type WebhookState,
} from '../domain/webhook.lifecycle';
import { MOST_TYPES, PRIORITIES } from '../events/event-filter';

const optional = { optional: true } as const;

/** Those that clients of the first release know: a word more would break them. */
const KNOWN_REASONS = ['by-request', 'gone', 'failing'] as const satisfies readonly DisabledReason[];
type KnownReason = (typeof KNOWN_REASONS)[number];

export const WebhookNameField = (more: { optional?: boolean } = {}) =>
  TextField({ ...more, description: 'What it is for.', max: 160, min: 1, example: 'Chat of the operators' });
export const WebhookUrlField = (more: { optional?: boolean } = {}) =>
  TextField({
    ...more,
    description:
      'Where events are sent by POST. https or http, on the public internet at port 443 or 80 unless those who run the platform allow more.',
    max: 2048,
    min: 1,
    example: 'https://example.com/hooks/itops',
  });

/** Numbers of priorities. */
function PrioritiesField(options: { readonly nullable?: boolean }): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      description: 'Only events of what has one of these priorities.',
      type: 'array',
      items: { type: 'integer', enum: [...PRIORITIES] },
      minItems: 1,
      maxItems: PRIORITIES.length,
      required: false,
      ...(options.nullable === true ? { nullable: true } : {}),
    }),
    ValidateIf((_, value) => value !== undefined && !(options.nullable === true && value === null)),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(PRIORITIES.length),
    IsIn([...PRIORITIES], { each: true }),
  );
}

const TYPES = {
  ...optional,
  description: 'Only events of these types; a star at the end takes all that begin so.',
  max: 128,
  minItems: 1,
  maxItems: MOST_TYPES,
  example: ['itops.incident.*', 'itops.change.started.v1'],
};
const CI = { ...optional, description: 'Only events about this configuration item.' };
const RESOURCE = {
  ...optional,
  description: 'Only events of this kind of resource, or of one resource: incident, or incident/<id>.',
  max: 128,
  min: 1,
};

/** Which events; what is left out does not restrict. */
export class WebhookFilterDto {
  @TextListField(TYPES)
  types?: string[];

  @IdField(CI)
  ci?: string;

  @TextField(RESOURCE)
  resource?: string;

  @PrioritiesField({})
  priorities?: number[];
}

/** What is to be different of a filter; null takes a restriction away. */
export class WebhookFilterEditDto {
  @TextListField({ ...TYPES, nullable: true })
  types?: string[] | null;

  @IdField({ ...CI, nullable: true })
  ci?: string | null;

  @TextField({ ...RESOURCE, nullable: true })
  resource?: string | null;

  @PrioritiesField({ nullable: true })
  priorities?: number[] | null;
}

/** A secret, without itself. */
export class WebhookSecretResource {
  @DateTimeField({ description: 'When it was made.' })
  createdAt!: string;

  @DateTimeField({ nullable: true, description: 'Until then it signs beside the newest; null for the newest.' })
  expiresAt!: string | null;
}

/** A subscription as the API shows it. */
export class WebhookResource {
  @IdField({ description: 'Its id.' })
  id!: string;

  @IntegerField({ description: 'Goes up by one with every change; the ETag.', min: 1, max: 2_147_483_647 })
  version!: number;

  @WebhookNameField()
  name!: string;

  @WebhookUrlField()
  url!: string;

  @NestedField({ description: 'Which events it gets.', type: () => WebhookFilterDto })
  filter!: WebhookFilterDto;

  @EnumField({ description: 'Whether events go out.', values: WEBHOOK_STATES })
  state!: WebhookState;

  @EnumField({
    nullable: true,
    description: 'Why it is disabled; null for a reason that is none of these, which disabledDetail tells.',
    values: KNOWN_REASONS,
  })
  disabledReason!: KnownReason | null;

  @TextField({ nullable: true, description: 'Why it is disabled, in words; null while it is not.', max: 255 })
  disabledDetail!: string | null;

  @TextListField({
    description: 'What can be done with it now.',
    max: 64,
    maxItems: WEBHOOK_ACTIONS.length,
  })
  allowedActions!: WebhookAction[];

  @NestedListField({
    description: 'Those that sign, the newest first.',
    type: () => WebhookSecretResource,
    maxItems: 2,
  })
  secrets!: WebhookSecretResource[];

  @TextField({
    description: 'Who saved it last. It gets what they might see then, as far as they still may.',
    max: 255,
  })
  owner!: string;

  @TextListField({
    description: 'What the owner was permitted then. It gets no more, and less once they are permitted less.',
    max: 64,
    maxItems: PERMISSIONS.length,
  })
  permissions!: string[];

  @DateTimeField({ nullable: true, description: 'Since when the receiver has taken nothing; null when it does.' })
  failingSince!: string | null;

  @DateTimeField({ description: 'When it was made.' })
  createdAt!: string;

  @DateTimeField({ description: 'When it was last changed.' })
  updatedAt!: string;

  @TextField({ description: 'Who made it.', max: 255 })
  createdBy!: string;
}

export class WebhookPage {
  @NestedListField({ description: 'The webhooks.', type: () => WebhookResource, maxItems: 200 })
  items!: WebhookResource[];

  @NextCursorField()
  nextCursor!: string | null;
}

export function toWebhookResource(details: WebhookDetails, now: Date): WebhookResource {
  const { types, ci, resource, priorities } = details.filter;
  return {
    ...{ id: details.id, version: details.version, name: details.name, url: details.url, state: details.state },
    filter: {
      ...(types === undefined ? {} : { types: [...types] }),
      ...(ci === undefined ? {} : { ci }),
      ...(resource === undefined ? {} : { resource }),
      ...(priorities === undefined ? {} : { priorities: [...priorities] }),
    },
    disabledReason: KNOWN_REASONS.find((reason) => reason === details.disabledReason) ?? null,
    disabledDetail: details.disabledReason === null ? null : DISABLED_BECAUSE[details.disabledReason],
    allowedActions: webhookLifecycle.allowedActions(details.state),
    secrets: signingSecrets(details.secrets, now).map(({ createdAt, expiresAt }) => ({
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
    })),
    ...{ owner: details.owner, permissions: [...details.permissions] },
    failingSince: details.failingSince?.toISOString() ?? null,
    createdAt: details.createdAt.toISOString(),
    updatedAt: details.updatedAt.toISOString(),
    createdBy: details.createdBy,
  };
}
