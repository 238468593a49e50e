import { DateTimeField, IntegerField, NestedField, NestedListField, TextField } from '@itops/platform';

import {
  WebhookFilterDto,
  WebhookFilterEditDto,
  WebhookNameField,
  WebhookUrlField,
} from '../../resource/webhook.resource';

const SECRET = 'whsec_ and the base64 of 24 to 64 random bytes; without it one is made.';
const SECRET_SHOWN = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const LONGEST_SECRET = 128;
const WEEK_S = 7 * 24 * 3_600;

export class NewWebhookDto {
  @WebhookNameField()
  name!: string;

  @WebhookUrlField()
  url!: string;

  @NestedField({
    optional: true,
    description: 'Which events; without it all that you may see.',
    type: () => WebhookFilterDto,
  })
  filter?: WebhookFilterDto;

  @TextField({ optional: true, description: SECRET, max: LONGEST_SECRET, min: 1, example: SECRET_SHOWN })
  secret?: string;
}

/** What is to be different. */
export class EditWebhookDto {
  @WebhookNameField({ optional: true })
  name?: string;

  @WebhookUrlField({ optional: true })
  url?: string;

  @NestedField({
    optional: true,
    description: 'What is to be different of the filter.',
    type: () => WebhookFilterEditDto,
  })
  filter?: WebhookFilterEditDto;
}

export class RotateSecretDto {
  @TextField({ optional: true, description: SECRET, max: LONGEST_SECRET, min: 1, example: SECRET_SHOWN })
  secret?: string;

  @IntegerField({
    optional: true,
    description: 'For how many seconds the secret before signs as well; 0 when it has become known to others.',
    min: 0,
    max: WEEK_S,
    default: 86_400,
  })
  overlapSeconds?: number;
}

export class NothingDto {}

/** A secret itself. */
export class RevealedSecret {
  @TextField({ description: 'By which a receiver verifies what it gets.', max: LONGEST_SECRET })
  secret!: string;

  @DateTimeField({ description: 'When it was made.' })
  createdAt!: string;

  @DateTimeField({ nullable: true, description: 'Until then it signs beside the newest; null for the newest.' })
  expiresAt!: string | null;
}

export class RevealedSecrets {
  @NestedListField({ description: 'Those that sign, the newest first.', type: () => RevealedSecret, maxItems: 2 })
  items!: RevealedSecret[];
}
