import { InvalidInput } from '@itops/kit';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

import { readAs } from '../validation';
import {
  BooleanField,
  CiReferenceField,
  DateTimeField,
  EnumField,
  EnumListField,
  IdField,
  IntegerField,
  IntegerParam,
  JsonObjectField,
  NestedField,
  NestedListField,
  NumberField,
  TextField,
  TextListField,
  TextMapField,
} from './fields';
import { fieldErrorsOf } from './field-errors';

const described = { description: 'For this spec.', optional: true };

class Leg {
  @IntegerField({ description: 'Millimetres.', min: 1, max: 900 })
  length!: number;
}

class Table {
  @TextField({ description: 'What it is called.', max: 20 })
  name!: string;

  @TextField({ ...described, max: 20 })
  item?: string;

  @IntegerField({ ...described, min: 1, max: 5 })
  seats?: number;

  @NumberField({ ...described, min: 0, max: 9 })
  weight?: number;

  @NumberField({ ...described, min: 0 })
  price?: number;

  @BooleanField(described)
  round?: boolean;

  @EnumField({ ...described, values: ['oak', 'pine'] })
  wood?: string;

  @DateTimeField(described)
  madeAt?: string;

  @IdField(described)
  room?: string;

  @TextListField({ ...described, max: 5, maxItems: 3 })
  tags?: string[];

  @EnumListField({ ...described, values: ['red', 'blue'], minItems: 1 })
  colours?: string[];

  @NestedField({ ...described, type: () => Leg })
  leg?: Leg;

  @NestedListField({ ...described, type: () => Leg, maxItems: 4, minItems: 3 })
  legs?: Leg[];

  @JsonObjectField({ ...described, maxProperties: 2 })
  extra?: Record<string, unknown>;

  @TextMapField({ ...described, maxProperties: 2, max: 5 })
  labels?: Record<string, string>;

  @CiReferenceField(described)
  ci?: unknown;
}

class Query {
  @IntegerParam({ ...described, min: 1, max: 200 })
  limit?: number;
}

function refusalOf(value: object): readonly object[] {
  try {
    readAs(Table, value);
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors;
    throw error;
  }
  return [];
}

const A_TIME = 'must be a time with its zone, such as 2026-01-31T09:30:00.000Z';

describe('what is wrong with a field', () => {
  it.each<[string, unknown, string, string]>([
    ['name', 5, '/name', 'must be a string of 1 to 20 characters, not a number'],
    ['name', null, '/name', 'must be a string of 1 to 20 characters, not null'],
    ['name', undefined, '/name', 'is required; it must be a string of 1 to 20 characters'],
    ['name', ['a', 1], '/name', 'must be a string of 1 to 20 characters, not a list'],
    ['name', '', '/name', 'must be longer than or equal to 1 characters'],
    ['item', {}, '/item', 'must be a string of at most 20 characters, not an object'],
    ['seats', '3', '/seats', 'must be a whole number from 1 to 5, not a string'],
    ['seats', 9.5, '/seats', 'must be a whole number from 1 to 5'],
    ['seats', 9, '/seats', 'must not be greater than 5'],
    ['weight', '3', '/weight', 'must be a number from 0 to 9, not a string'],
    ['price', true, '/price', 'must be a number of at least 0, not a boolean'],
    ['round', 'yes', '/round', 'must be true or false, not a string'],
    ['wood', 7, '/wood', 'must be one of oak, pine, not a number'],
    ['wood', 'iron', '/wood', 'must be one of oak, pine'],
    ['madeAt', 1_767_225_600, '/madeAt', `${A_TIME}, not a number`],
    ['madeAt', 'yesterday', '/madeAt', A_TIME],
    ['madeAt', '2026-01-31', '/madeAt', A_TIME],
    ['room', 7, '/room', 'must be a UUID, not a number'],
    ['tags', 'a', '/tags', 'must be a list of at most 3 items, not a string'],
    ['tags', { a: 1 }, '/tags', 'must be a list of at most 3 items, not an object'],
    ['tags', ['a', 5, null], '/tags/1', 'must be a string of 1 to 5 characters, not a number'],
    ['tags', ['abcdef'], '/tags', 'each item must be shorter than or equal to 5 characters'],
    ['colours', 'red', '/colours', 'must be a list of 1 to 2 items, not a string'],
    ['colours', ['red', 7], '/colours/1', 'must be one of red, blue, not a number'],
    ['colours', ['red', 'tall'], '/colours', 'each item must be one of red, blue'],
    ['leg', 'long', '/leg', 'must be an object, not a string'],
    ['leg', [{ length: 1 }], '/leg', 'must be an object, not a list'],
    ['leg', { length: 'x' }, '/leg/length', 'must be a whole number from 1 to 900, not a string'],
    ['legs', { length: 'x', colour: 1 }, '/legs', 'must be a list of 3 to 4 items, not an object'],
    ['legs', [{ length: 1 }, 'x', { length: 1 }], '/legs/1', 'must be an object, not a string'],
    ['legs', [{ length: 1 }, { length: 1 }, [{ length: 1 }]], '/legs/2', 'must be an object, not a list'],
    ['extra', [], '/extra', 'must be an object of at most 2 members, not a list'],
    ['labels', null, '/labels', 'must be an object of at most 2 texts of at most 5 characters, not null'],
    ['ci', null, '/ci', 'must be an id, a name, or {"source","externalId"}, not null'],
    ['colour', null, '/colour', 'is not a known field; remove it'],
  ])('is told once: %s as %j', (field, value, pointer, reason) => {
    expect(refusalOf({ name: 'desk', [field]: value })).toEqual([{ pointer, reason }]);
  });

  it('is told of each item that has it, and of each field', () => {
    const legs = [{ length: 0 }, 'x', { length: '9' }];
    expect(refusalOf({ legs })).toEqual([
      { pointer: '/name', reason: 'is required; it must be a string of 1 to 20 characters' },
      { pointer: '/legs/1', reason: 'must be an object, not a string' },
      { pointer: '/legs/0/length', reason: 'must not be less than 1' },
      { pointer: '/legs/2/length', reason: 'must be a whole number from 1 to 900, not a string' },
    ]);
  });

  it.each([
    ['abc', 'must be a whole number from 1 to 200'],
    ['1.5', 'must be a whole number from 1 to 200'],
    [['1', '2'], 'must be a whole number from 1 to 200, not a list'],
  ])('of a query is not that %j is a text', (limit, reason) => {
    expect(fieldErrorsOf(validateSync(plainToInstance(Query, { limit })))).toEqual([{ pointer: '/limit', reason }]);
  });
});
