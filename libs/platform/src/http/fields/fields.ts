import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isRecord, listed } from '@itops/kit';

import { EACH_ITEM } from './field-errors';

/** What every field may say of itself. A rule is written once here and appears in validation and in the OpenAPI schema. */
export interface FieldOptions {
  readonly description: string;
  readonly example?: unknown;
  /** May be left out. */
  readonly optional?: boolean;
  /** May be null, which clears it. */
  readonly nullable?: boolean;
}

/** What a value's schema says beside its own rule. */
function asValue(options: FieldOptions) {
  return { ...described(options), required: options.optional !== true };
}

/** The same for an object, whose `required` would name its members. */
function asObject(options: FieldOptions) {
  return { ...described(options), selfRequired: options.optional !== true };
}

function described(options: FieldOptions) {
  return {
    description: options.description,
    ...(options.nullable === true ? { nullable: true } : {}),
    ...(options.example === undefined ? {} : { example: options.example }),
  };
}

function field(options: FieldOptions, schema: PropertyDecorator, checks: PropertyDecorator[]): PropertyDecorator {
  const present = (_: object, value: unknown) =>
    !((options.optional === true && value === undefined) || (options.nullable === true && value === null));
  return applyDecorators(schema, ValidateIf(present), ...checks);
}

function aText(min: number, max: number): string {
  return min === 0 ? `a string of at most ${max} characters` : `a string of ${min} to ${max} characters`;
}

function between(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  return min === undefined ? (max === undefined ? '' : ` of at most ${max}`) : ` of at least ${min}`;
}

function IsList({ minItems = 0, maxItems }: { minItems?: number; maxItems: number }): PropertyDecorator {
  const items = minItems === 0 ? `at most ${maxItems}` : `${minItems} to ${maxItems}`;
  return IsArray({ message: `$property must be a list of ${items} items` });
}

function IsEachIn(values: readonly string[]): PropertyDecorator {
  return IsIn([...values], { each: true, message: `${EACH_ITEM} must be one of ${listed(values, 130)}` });
}

export function TextField(options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  const min = options.min ?? (options.optional === true ? 0 : 1);
  return field(options, ApiProperty({ ...asValue(options), type: 'string', maxLength: options.max, minLength: min }), [
    IsString({ message: `$property must be ${aText(min, options.max)}` }),
    MaxLength(options.max),
    MinLength(min),
  ]);
}

export function EnumField(options: FieldOptions & { values: readonly string[] }): PropertyDecorator {
  return field(options, ApiProperty({ ...asValue(options), type: 'string', enum: [...options.values] }), [
    IsIn([...options.values], { message: `$property must be one of ${listed(options.values, 140)}` }),
  ]);
}

export function IntegerField(
  options: FieldOptions & { min: number; max: number; default?: number },
): PropertyDecorator {
  return field(
    options,
    ApiProperty({
      ...asValue(options),
      type: 'integer',
      minimum: options.min,
      maximum: options.max,
      ...(options.default === undefined ? {} : { default: options.default }),
    }),
    [
      IsInt({ message: `$property must be a whole number from ${options.min} to ${options.max}` }),
      Min(options.min),
      Max(options.max),
    ],
  );
}

/** An integer in a query string. There all is text, so that what is no number is not called a string. */
export function IntegerParam(
  options: FieldOptions & { min: number; max: number; default?: number },
): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (/^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN) : value,
    ),
    IntegerField(options),
  );
}

export function NumberField(options: FieldOptions & { min?: number; max?: number }): PropertyDecorator {
  return field(
    options,
    ApiProperty({
      ...asValue(options),
      type: 'number',
      ...(options.min === undefined ? {} : { minimum: options.min }),
      ...(options.max === undefined ? {} : { maximum: options.max }),
    }),
    [
      IsNumber(
        { allowNaN: false, allowInfinity: false },
        { message: `$property must be a number${between(options.min, options.max)}` },
      ),
      ...(options.min === undefined ? [] : [Min(options.min)]),
      ...(options.max === undefined ? [] : [Max(options.max)]),
    ],
  );
}

export function BooleanField(options: FieldOptions & { default?: boolean }): PropertyDecorator {
  return field(
    options,
    ApiProperty({
      ...asValue(options),
      type: 'boolean',
      ...(options.default === undefined ? {} : { default: options.default }),
    }),
    [IsBoolean({ message: '$property must be true or false' })],
  );
}

const RFC3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

const A_TIME = '$property must be a time with its zone, such as 2026-01-31T09:30:00.000Z';

/** A time, RFC 3339. */
export function DateTimeField(options: FieldOptions): PropertyDecorator {
  return field(options, ApiProperty({ ...asValue(options), type: 'string', format: 'date-time' }), [
    IsISO8601({ strict: true, strictSeparator: true }, { message: A_TIME }),
    Matches(RFC3339, { message: A_TIME }),
  ]);
}

export function IdField(options: FieldOptions): PropertyDecorator {
  return field(options, ApiProperty({ ...asValue(options), type: 'string', format: 'uuid' }), [IsUUID()]);
}

/** A list of texts. */
export function TextListField(
  options: FieldOptions & { max: number; maxItems: number; minItems?: number },
): PropertyDecorator {
  return field(
    options,
    ApiProperty({
      ...asValue(options),
      type: 'array',
      maxItems: options.maxItems,
      minItems: options.minItems ?? 0,
      items: { type: 'string', maxLength: options.max, minLength: 1 },
    }),
    [
      IsList(options),
      ArrayMaxSize(options.maxItems),
      ArrayMinSize(options.minItems ?? 0),
      IsString({ each: true, message: `${EACH_ITEM} must be ${aText(1, options.max)}` }),
      MaxLength(options.max, { each: true }),
      MinLength(1, { each: true }),
    ],
  );
}

/** A list of words, each at most once. */
export function EnumListField(
  options: FieldOptions & { values: readonly string[]; minItems?: number },
): PropertyDecorator {
  const { values, minItems = 0 } = options;
  return field(
    options,
    ApiProperty({
      ...asValue(options),
      type: 'array',
      maxItems: values.length,
      minItems,
      uniqueItems: true,
      items: { type: 'string', enum: [...values] },
    }),
    [
      IsList({ minItems, maxItems: values.length }),
      ArrayMaxSize(values.length),
      ArrayMinSize(minItems),
      ArrayUnique(),
      IsEachIn(values),
    ],
  );
}

/** Words divided by commas in a query string, such as `state=new,in_progress`. */
export function EnumListParam(options: FieldOptions & { values: readonly string[] }): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value)),
    field(
      options,
      ApiProperty({ ...asValue(options), type: 'array', items: { type: 'string', enum: [...options.values] } }),
      [IsList({ maxItems: 50 }), ArrayMaxSize(50), IsEachIn(options.values)],
    ),
  );
}

/** One nested object. */
export function NestedField(options: FieldOptions & { type: () => new () => object }): PropertyDecorator {
  return field(options, ApiProperty({ ...asValue(options), type: options.type }), [
    IsObject({ message: '$property must be an object' }),
    ValidateNested(),
    Type(options.type),
  ]);
}

/** A list of nested objects. */
export function NestedListField(
  options: FieldOptions & { type: () => new () => object; maxItems: number; minItems?: number },
): PropertyDecorator {
  return field(
    options,
    ApiProperty({
      ...asValue(options),
      type: options.type,
      isArray: true,
      maxItems: options.maxItems,
      minItems: options.minItems ?? 0,
    }),
    [
      IsList(options),
      ArrayMaxSize(options.maxItems),
      ArrayMinSize(options.minItems ?? 0),
      // Nested validation alone would look through a list within the list.
      IsObject({ each: true, message: `${EACH_ITEM} must be an object` }),
      ValidateNested({ each: true }),
      Type(options.type),
    ],
  );
}

/** A free JSON object, such as attributes. */
export function JsonObjectField(options: FieldOptions & { maxProperties: number }): PropertyDecorator {
  return field(
    options,
    ApiProperty({
      ...asObject(options),
      type: 'object',
      additionalProperties: true,
      maxProperties: options.maxProperties,
    }),
    [
      IsObject({ message: `$property must be an object of at most ${options.maxProperties} members` }),
      ValidateBy({
        name: 'maxProperties',
        validator: {
          validate: (value: unknown) => isRecord(value) && Object.keys(value).length <= options.maxProperties,
          defaultMessage: () => `$property must have at most ${options.maxProperties} members`,
        },
      }),
    ],
  );
}

/** An object of texts, such as labels. @param options.clearable whether null may stand for a text, which removes it */
export function TextMapField(
  options: FieldOptions & { maxProperties: number; max: number; clearable?: boolean },
): PropertyDecorator {
  const { max, maxProperties, clearable = false } = options;
  const text = { type: 'string', maxLength: max } as const;
  const fits = (value: unknown) => (typeof value === 'string' && value.length <= max) || (clearable && value === null);
  return field(
    options,
    ApiProperty({
      ...asObject(options),
      type: 'object',
      additionalProperties: clearable ? { oneOf: [text, { type: 'null' }] } : text,
      maxProperties,
    }),
    [
      ValidateBy({
        name: 'textMap',
        validator: {
          validate: (value: unknown) =>
            isRecord(value) && Object.keys(value).length <= maxProperties && Object.values(value).every(fits),
          defaultMessage: () =>
            `$property must be an object of at most ${maxProperties} texts of at most ${max} characters`,
        },
      }),
    ],
  );
}

function isExternalReference(value: unknown): boolean {
  const isText = (text: unknown) => typeof text === 'string' && text.length > 0 && text.length <= 255;
  return isRecord(value) && Object.keys(value).length === 2 && isText(value['source']) && isText(value['externalId']);
}

function isCiReference(value: unknown): boolean {
  return (typeof value === 'string' && value.length > 0 && value.length <= 255) || isExternalReference(value);
}

const ciReferenceSchema = {
  oneOf: [
    {
      type: 'string',
      minLength: 1,
      maxLength: 255,
      description: "the item's id, or its name where that is unique",
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['source', 'externalId'],
      properties: {
        source: { type: 'string', minLength: 1, maxLength: 255 },
        externalId: { type: 'string', minLength: 1, maxLength: 255 },
      },
    },
  ],
};

/** How a request names a configuration item: id, unique name, or `{source, externalId}`. */
export function CiReferenceField(options: FieldOptions): PropertyDecorator {
  return field(options, ApiProperty({ ...asValue(options), ...ciReferenceSchema }), [
    ValidateBy({
      name: 'ciReference',
      validator: {
        validate: isCiReference,
        defaultMessage: () => '$property must be an id, a name, or {"source","externalId"}',
      },
    }),
  ]);
}

/** A list of references to configuration items. */
export function CiReferenceListField(options: FieldOptions & { maxItems: number }): PropertyDecorator {
  return field(
    options,
    ApiProperty({ ...asValue(options), type: 'array', maxItems: options.maxItems, items: ciReferenceSchema }),
    [
      IsList(options),
      ArrayMaxSize(options.maxItems),
      ValidateBy({
        name: 'ciReferences',
        validator: {
          validate: (value: unknown) => Array.isArray(value) && value.every(isCiReference),
          defaultMessage: () => '$property must hold only ids, names, or {"source","externalId"}',
        },
      }),
    ],
  );
}
