import { type FieldError } from './errors';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parts of a path as a JSON pointer (RFC 6901). */
export function jsonPointer(path: readonly string[]): string {
  return path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** How deep a value from outside may be nested; what walks through it must not run out of stack. */
export const MOST_LEVELS = 64;

/**
 * Why a JSON value from outside can't be stored and handed on, and where, or nothing: PostgreSQL takes neither U+0000
 * nor half of a surrogate pair, and no sender means them. What is checked has at most `MOST_LEVELS` levels.
 * @param path where the value stands
 */
export function findUnstorable(value: unknown, path: readonly string[] = []): FieldError | undefined {
  const found = search(value, path.length);
  return found && { pointer: jsonPointer([...path, ...found.path]), reason: found.reason };
}

interface Found {
  readonly path: readonly string[];
  readonly reason: string;
}

function search(value: unknown, level: number): Found | undefined {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) return { path: [], reason: 'must not contain the character U+0000' };
    return value.isWellFormed() ? undefined : { path: [], reason: 'must not contain half of a surrogate pair' };
  }
  const isList = Array.isArray(value);
  if (!isList && !isRecord(value)) return undefined;
  if (level >= MOST_LEVELS) return { path: [], reason: `must not be nested deeper than ${MOST_LEVELS} levels` };
  return isList ? searchList(value, level) : searchMembers(value, level);
}

function searchList(list: readonly unknown[], level: number): Found | undefined {
  for (const [index, item] of list.entries()) {
    const found = search(item, level + 1);
    if (found !== undefined) return { ...found, path: [String(index), ...found.path] };
  }
  return undefined;
}

function searchMembers(members: Readonly<Record<string, unknown>>, level: number): Found | undefined {
  for (const name of Object.keys(members)) {
    if (name.includes('\u0000')) return { path: [], reason: 'has a name with the character U+0000' };
    if (!name.isWellFormed()) return { path: [], reason: 'has a name with half of a surrogate pair' };
    const found = search(members[name], level + 1);
    if (found !== undefined) return { ...found, path: [name, ...found.path] };
  }
  return undefined;
}
