import { type FieldError, findUnstorable } from '@itops/kit';
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';

const ajv = new Ajv({ allErrors: true, strict: true, strictTuples: false, allowUnionTypes: true });
for (const name of ['date-time', 'uuid'] as const) ajv.addFormat(name, fullFormats[name]);

const compiled = new WeakMap<TSchema, ValidateFunction>();

function compile(schema: TSchema): ValidateFunction {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  return validate;
}

const MOST_ERRORS = 20;

function explain(error: ErrorObject): FieldError {
  const params: Record<string, unknown> = error.params;
  switch (error.keyword) {
    case 'additionalProperties':
      return {
        pointer: `${error.instancePath}/${String(params['additionalProperty'])}`,
        reason: 'is not a known field; remove it',
      };
    case 'required':
      return { pointer: `${error.instancePath}/${String(params['missingProperty'])}`, reason: 'is required' };
    case 'enum':
      return { pointer: error.instancePath, reason: `must be one of ${JSON.stringify(params['allowedValues'])}` };
    case 'pattern':
      return { pointer: error.instancePath, reason: 'must not contain the character U+0000' };
    default:
      return { pointer: error.instancePath, reason: error.message ?? error.keyword };
  }
}

/** What is wrong with `value` by `schema`, or keeps it from being stored; an empty list means that it is valid. */
export function validationErrors(schema: TSchema, value: unknown): FieldError[] {
  const validate = compile(schema);
  if (!validate(value)) return (validate.errors ?? []).slice(0, MOST_ERRORS).map(explain);
  const unstorable = findUnstorable(value);
  return unstorable === undefined ? [] : [unstorable];
}

export function isValid<Schema extends TSchema>(schema: Schema, value: unknown): value is Static<Schema> {
  return compile(schema)(value) && findUnstorable(value) === undefined;
}

/** A JSON Schema that is put together at run time, such as that of a CI class. Keep the result: it is compiled once for each. */
export function schemaFrom(jsonSchema: Readonly<Record<string, unknown>>): TSchema {
  return Type.Unsafe({ ...jsonSchema });
}
