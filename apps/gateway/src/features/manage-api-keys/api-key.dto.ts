import { ROLE_NAMES, type Role } from '@itops/kit';
import {
  DateTimeField,
  EnumField,
  EnumListField,
  IdField,
  IntegerField,
  NestedListField,
  NextCursorField,
  TextField,
  TextListField,
} from '@itops/platform';

import { DEFAULT_DAYS, DEFAULT_OVERLAP_MINUTES, MOST_DAYS, MOST_OVERLAP_MINUTES } from '../../domain/api-key';
import { API_KEY_ACTIONS, API_KEY_STATES, type ApiKeyState } from '../../domain/api-key.lifecycle';

const name = { description: 'What uses the key, for people.', max: 120, example: 'Prometheus in Frankfurt' };
const roles = {
  description: 'What the key may do: no more than who makes it.',
  values: ROLE_NAMES,
  example: ['integration'],
};
const groups = { description: 'Assignment groups that it acts for.', max: 128, maxItems: 100, example: ['network'] };
const days = { description: 'For how many days it is good.', min: 1, max: MOST_DAYS, default: DEFAULT_DAYS };

export class NewApiKeyDto {
  @TextField(name)
  name!: string;

  @EnumListField({ ...roles, minItems: 1 })
  roles!: Role[];

  @TextListField({ ...groups, optional: true })
  groups?: string[];

  @IntegerField({ ...days, optional: true })
  expiresInDays?: number;
}

export class RotateApiKeyDto {
  @IntegerField({
    description: 'For how many minutes the secrets of before stay good; 0 ends them at once.',
    min: 0,
    max: MOST_OVERLAP_MINUTES,
    default: DEFAULT_OVERLAP_MINUTES,
    optional: true,
  })
  overlapMinutes?: number;

  @IntegerField({
    ...days,
    description: 'For how many days it is good from now on; as before unless given.',
    optional: true,
  })
  expiresInDays?: number;
}

export class RevokeApiKeyDto {
  @TextField({
    description: 'Why, for the audit trail.',
    max: 500,
    min: 1,
    optional: true,
    example: 'It was in a log.',
  })
  reason?: string;
}

export class ApiKeySecretDto {
  @TextField({ description: 'How the secret begins.', max: 10, example: 'itops_9aXk' })
  begins!: string;

  @DateTimeField({ description: 'When it was made.' })
  createdAt!: string;

  @DateTimeField({ description: 'Until when it is good.' })
  validUntil!: string;
}

export class ApiKeyDto {
  @IdField({ description: 'Its id. Who calls by it is key:<id>.' })
  id!: string;

  @IntegerField({ description: 'Raised with each change.', min: 1, max: 2_147_483_647 })
  version!: number;

  @TextField(name)
  name!: string;

  @EnumField({ description: 'Where it is in its life.', values: API_KEY_STATES })
  state!: ApiKeyState;

  @EnumListField({ description: 'What can be done with it now.', values: API_KEY_ACTIONS })
  allowedActions!: string[];

  @EnumListField(roles)
  roles!: Role[];

  @TextListField(groups)
  groups!: string[];

  @NestedListField({
    description: 'Its secrets that are good, the newest first.',
    type: () => ApiKeySecretDto,
    maxItems: 100,
  })
  secrets!: ApiKeySecretDto[];

  @TextListField({ description: 'Everybody who stands behind what it does.', max: 300, maxItems: 100 })
  principals!: string[];

  @TextField({ description: 'Who made it.', max: 300 })
  createdBy!: string;

  @DateTimeField({ description: 'When it was made.' })
  createdAt!: string;

  @DateTimeField({ description: 'When it was changed last.' })
  updatedAt!: string;

  @DateTimeField({ description: 'From then on it is good for nothing.' })
  expiresAt!: string;

  @DateTimeField({ description: 'When it was revoked.', nullable: true })
  revokedAt!: string | null;

  @DateTimeField({ description: 'When it was last used; written once a minute.', nullable: true })
  lastUsedAt!: string | null;
}

export class ApiKeyWithSecretDto extends ApiKeyDto {
  @TextField({
    description: 'The secret. It is shown this once and kept nowhere: put it where it is needed now.',
    min: 55,
    max: 55,
  })
  secret!: string;
}

export class ApiKeyPageDto {
  @NestedListField({ description: 'The keys.', type: () => ApiKeyDto, maxItems: 200 })
  items!: ApiKeyDto[];

  @NextCursorField()
  nextCursor!: string | null;
}
