import { isRecord } from '@itops/kit';
import * as fc from 'fast-check';

/** Values that programs stumble over, each of a kind of its own. */
const STUMBLING_BLOCKS: readonly unknown[] = [
  ...[null, true, false, '', [], {}, [[]], [null], { id: null }, 0, -0, -1, 0.1, 1e308, -1e308, 5e-324],
  ...[Number.MAX_SAFE_INTEGER + 2, 2 ** 31, 2 ** 63, -(2 ** 31) - 1],
  ...['\u0000', '\ud800', 'a\udfff', '\u202e', '\ufeff', 'e\u0301'.repeat(300), 'x'.repeat(70_000)],
  ...['null', 'undefined', 'NaN', '__proto__', 'constructor', "'; drop table incident; --", '%00', '{{7*7}}', '../..'],
  ...['0000-00-00T00:00:00Z', '9999-12-31T23:59:60Z', '+275760-09-13T00:00:00.001Z', '2026-02-30T00:00:00Z'],
  ...['00000000-0000-0000-0000-000000000000', 'INC0000001', '*', 'whsec_AAAA', 'http://[::1]:0/', 'P1000Y', 'RRULE:'],
  ...[{ toString: 1, valueOf: 2, length: -1 }, { then: 'x' }, { $ref: '#' }, { length: 1e9, 0: 'x' }],
];
const STRANGE_NAMES = [
  'constructor',
  'toString',
  'hasOwnProperty',
  'then',
  '',
  '\u0000',
  'id',
  'version',
  'state',
  'x'.repeat(300),
];

const garbage = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...STUMBLING_BLOCKS) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }) },
);

type Place = readonly (string | number)[];

/** Anything at all, or what the operation takes with one or two places of it changed, removed, added or repeated. */
export function badBody(good: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(good);
  const change = fc.record({
    place: fc.constantFrom(...places),
    by: fc.oneof(
      garbage.map((value) => () => value),
      // What passes for the right type gets further.
      {
        weight: 2,
        arbitrary: fc.nat().map(
          (place) =>
            (old: unknown): unknown =>
              alike(old, place),
        ),
      },
      fc.constant(() => undefined),
      fc.tuple(fc.constantFrom(...STRANGE_NAMES), garbage).map(
        ([name, value]) =>
          (old: unknown): unknown =>
            isRecord(old) ? Object.fromEntries([...Object.entries(old), [name, value]]) : { [name]: value },
      ),
      fc.constantFrom(2, 1_000).map(
        (times) =>
          (old: unknown): unknown =>
            Array.from({ length: times }, () => old),
      ),
    ),
  });
  const changed = fc
    .array(change, { minLength: 1, maxLength: 2 })
    .map((changes) => changes.reduce<unknown>((body, { place, by }) => withChange(body, place, by), good));
  return fc.oneof({ weight: 1, arbitrary: garbage }, { weight: 4, arbitrary: changed });
}

function alike(old: unknown, place: number): unknown {
  const values = STUMBLING_BLOCKS.filter((value) => typeof value === typeof old);
  return values[place % values.length];
}

function placesIn(value: unknown, place: Place = []): Place[] {
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item])
    : isRecord(value)
      ? Object.entries(value)
      : [];
  return [place, ...members.flatMap(([name, item]) => placesIn(item, [...place, name]))];
}

function withChange(value: unknown, [name, ...rest]: Place, by: (old: unknown) => unknown): unknown {
  if (name === undefined) return by(value);
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === name ? withChange(item, rest, by) : item));
  }
  // Something else may stand here since the change before.
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([own, item]) => [own, own === name ? withChange(item, rest, by) : item]),
  );
}
