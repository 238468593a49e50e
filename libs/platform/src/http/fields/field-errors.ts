import { type FieldError, jsonPointer } from '@itops/kit';
import { type ValidationError } from 'class-validator';

export const UNKNOWN_FIELD = 'is not a known field; remove it';

/** How the message of a rule begins that is about each item of a list. */
export const EACH_ITEM = 'each item of $property';

type Kind = 'list' | 'object' | 'string' | 'number' | 'boolean' | 'null';

const A_KIND: Readonly<Record<Kind, string>> = {
  list: 'a list',
  object: 'an object',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
};

/** Rules that say what a value is at all, with its kind. Where one is broken, the others of the property add nothing to it. */
const KIND_BY_RULE: ReadonlyMap<string, Kind> = new Map([
  ['isArray', 'list'],
  ['isObject', 'object'],
  ['isString', 'string'],
  ['isInt', 'number'],
  ['isNumber', 'number'],
  ['isBoolean', 'boolean'],
  ['isIso8601', 'string'],
  ['isUuid', 'string'],
  ['isIn', 'string'],
]);

interface Broken {
  readonly rule: string;
  readonly message: string;
}

interface Told {
  readonly errors: readonly FieldError[];
  /** Nothing within the value is worth a word. */
  readonly isAll: boolean;
}

/** What validation found, each thing once: where it is, and what is to be sent there. */
export function fieldErrorsOf(errors: readonly ValidationError[]): FieldError[] {
  return errorsWithin(errors, [], false);
}

/** @param isKindTold that an item is of the wrong kind was said of its list */
function errorsWithin(errors: readonly ValidationError[], path: readonly string[], isKindTold: boolean): FieldError[] {
  return errors.flatMap((error) => {
    const here = [...path, error.property];
    const broken = Object.entries(error.constraints ?? {})
      .map(([rule, message]) => ({ rule, message }))
      .filter(({ rule }) => !(isKindTold && rule === 'nestedValidation'));
    const own = ownErrors(error, broken, here);
    const within = own.isAll ? [] : errorsWithin(error.children ?? [], here, own.errors.length > 0);
    return [...own.errors, ...within];
  });
}

function ownErrors({ property, value }: ValidationError, broken: readonly Broken[], here: readonly string[]): Told {
  const first = decidingOf(broken);
  if (first === undefined) return { errors: [], isAll: false };
  const at = (place: readonly string[], reason: string): FieldError => ({ pointer: jsonPointer(place), reason });
  if (first.rule === 'whitelistValidation') return { errors: [at(here, UNKNOWN_FIELD)], isAll: true };
  const reason = withoutName(first.message, property);
  if (value === undefined) return { errors: [at(here, `is required; it ${reason}`)], isAll: true };

  const kind = KIND_BY_RULE.get(first.rule);
  const items: readonly unknown[] | undefined = Array.isArray(value) && reason.startsWith(EACH) ? value : undefined;
  const stranger = items?.findIndex((item) => kindOf(item) !== kind) ?? -1;
  if (items !== undefined && kind !== undefined && stranger >= 0) {
    const rule = reason.slice(EACH.length);
    return { errors: [at([...here, String(stranger)], notThis(rule, items[stranger]))], isAll: false };
  }
  if (items === undefined && (value === null || (kind !== undefined && kind !== kindOf(value)))) {
    return { errors: [at(here, notThis(reason, value))], isAll: true };
  }
  const told = kind === undefined ? broken : [first];
  return { errors: told.map(({ message }) => at(here, withoutName(message, property))), isAll: false };
}

function decidingOf(broken: readonly Broken[]): Broken | undefined {
  const deciding = ['whitelistValidation', ...KIND_BY_RULE.keys()];
  return deciding.map((rule) => broken.find((one) => one.rule === rule)).find((one) => one !== undefined) ?? broken[0];
}

function notThis(rule: string, value: unknown): string {
  return `${rule}, not ${A_KIND[kindOf(value)]}`;
}

const EACH = 'each item ';

/** The pointer names the property already. */
function withoutName(message: string, property: string): string {
  const beginnings = [
    [`each value in ${property} `, EACH],
    [`${EACH_ITEM.replace('$property', () => property)} `, EACH],
    [`${property} `, ''],
  ] as const;
  const [begins, instead] = beginnings.find(([text]) => message.startsWith(text)) ?? ['', ''];
  return `${instead}${message.slice(begins.length)}`;
}

function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object';
}
