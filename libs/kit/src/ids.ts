import { v5, v7, validate } from 'uuid';

/** A time-ordered identifier, UUID version 7 (RFC 9562). */
export function newId(): string {
  return v7();
}

export function isUuid(text: string): boolean {
  return validate(text);
}

const NAMESPACE = '6f0b8a44-3f8e-5f1c-9d5b-2a8f6c1b7e10';

/** The same identifier for the same words, UUID version 5 (RFC 9562): makes a repeated message recognisable. */
export function derivedId(...words: readonly string[]): string {
  return v5(JSON.stringify(words), NAMESPACE);
}

/** `formatNumber('INC', 42)` is `INC0000042`: the number that people say to each other. */
export function formatNumber(prefix: string, serial: number): string {
  return `${prefix}${String(serial).padStart(7, '0')}`;
}
