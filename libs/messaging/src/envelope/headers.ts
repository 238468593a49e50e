import { isRecord, type Json, type JsonObject } from '@itops/kit';

import { type HeaderValue, type RecordHeaders } from '../record';

/**
 * Headers as JSON for a jsonb column: text as it is, other bytes as `{"base64": …}`. Lossless, but for U+0000 in a
 * header's name, which the column can't hold.
 */
export function headersToJson(headers: RecordHeaders): JsonObject {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      storableText(name),
      isSingle(value) ? valueToJson(value) : value.map(valueToJson),
    ]),
  );
}

export function headersFromJson(json: unknown): RecordHeaders {
  if (!isRecord(json)) return {};
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(valueFromJson) : valueFromJson(value),
    ]),
  );
}

/** The first value of a header, its name compared without case. */
export function headerText(headers: RecordHeaders, name: string): string | null {
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() !== name) continue;
    const first = isSingle(value) ? value : value[0];
    if (first !== undefined) return typeof first === 'string' ? first : first.toString('utf8');
  }
  return null;
}

/** PostgreSQL stores no U+0000, in text and in jsonb. */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed();
}

function isSingle(value: RecordHeaders[string]): value is HeaderValue {
  return typeof value === 'string' || Buffer.isBuffer(value);
}

function valueToJson(value: HeaderValue): Json {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  const text = bytes.toString('utf8');
  const isText = !text.includes('\u0000') && Buffer.from(text).equals(bytes);
  return isText ? text : { base64: bytes.toString('base64') };
}

function valueFromJson(value: unknown): HeaderValue {
  if (typeof value === 'string') return value;
  return Buffer.from(isRecord(value) && typeof value['base64'] === 'string' ? value['base64'] : '', 'base64');
}
