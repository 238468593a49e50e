import { type TSchema, Type } from '@sinclair/typebox';

/** Building blocks of event schemas. Objects stay open: a later version may add a member, and old readers pass it by. */
export const Id = Type.String({ format: 'uuid' });
export const At = Type.String({ format: 'date-time' });
export const Text = Type.String();
export const StringMap = Type.Record(Type.String(), Type.String());
export const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** A closed list of words. */
export const OneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  Type.Unsafe<Words[number]>({ type: 'string', enum: [...words] });
