import { catalogue, domainEvents, knownEventType, upcast, validationErrors } from '@itops/contracts';
import { isRecord } from '@itops/kit';

import { type IncomingRecord } from '../record';
import { reasonOf } from '../waiting';
import { headerText } from './headers';
import {
  type AggregateRef,
  type Decoded,
  type DecodeFailure,
  type DecodeFailureKind,
  type ReceivedEvent,
} from './received-event';

export type DecodableRecord = Pick<IncomingRecord, 'topic' | 'headers' | 'value' | 'timestamp'>;

/**
 * Reads a CloudEvent 1.0 in structured JSON or binary mode, as the newest version of its type that is known here, and
 * checks it against its contract. Never throws.
 */
export function decode(record: DecodableRecord): Decoded {
  return validated(upcasted(readEnvelope(record)));
}

/** Reads the envelope and parses the data, which is neither upcast nor checked yet. Never throws. */
export function readEnvelope(record: DecodableRecord): Decoded {
  try {
    return understand(record);
  } catch (error) {
    if (error instanceof NotUnderstood) return { ok: false, failure: error.failure };
    return failed('not-a-cloudevent', reasonOf(error));
  }
}

/** With type and data of the newest version that is known here. Never throws: what an upcaster can't convert is put aside. */
export function upcasted(decoded: Decoded): Decoded {
  if (!decoded.ok) return decoded;
  try {
    const event = upcast(decoded.event);
    return event === decoded.event ? decoded : { ok: true, event };
  } catch (error) {
    return failed('upcast-failed', `no newer version can be made of it: ${reasonOf(error)}`, decoded.event);
  }
}

/** Refuses what breaks the contract of its type. Never throws. */
export function validated(decoded: Decoded): Decoded {
  if (!decoded.ok) return decoded;
  const { event } = decoded;
  const contract = knownEventType(event.type);
  if (contract === undefined) return failed('unknown-type', `${event.type} is no known type`, event);
  const errors = validationErrors(contract.schema, event.data);
  if (errors.length === 0) return decoded;
  return failed('invalid-data', errors.map((error) => `${error.pointer || '/'}: ${error.reason}`).join('; '), event);
}

function failed(kind: DecodeFailureKind, reason: string, event?: ReceivedEvent): Decoded {
  const known =
    event === undefined
      ? { eventId: null, type: null, aggregate: null }
      : { eventId: event.id, type: event.type, aggregate: event.aggregate };
  return { ok: false, failure: { ...known, kind, reason } };
}

/** An event's attributes and data, by whichever mode they came. */
interface Parts {
  readonly attribute: (name: string) => unknown;
  readonly data: () => unknown;
}

/** Carries a failure out of the reading; never leaves this file. */
class NotUnderstood extends Error {
  readonly failure: DecodeFailure;

  constructor(kind: DecodeFailureKind, reason: string, known: Partial<DecodeFailure> = {}) {
    super(reason);
    this.failure = { eventId: null, type: null, aggregate: null, ...known, kind, reason };
  }
}

const aggregateTypes = new Map(domainEvents.map(({ type, aggregate }) => [type, aggregate]));

function understand(record: DecodableRecord): Decoded {
  const { attribute, data } = partsOf(record);
  const text = (name: string) => readText(name, attribute(name));
  if (text('specversion') !== '1.0') throw new NotUnderstood('not-a-cloudevent', 'specversion is not 1.0');
  const id = required('id', text('id'));
  const type = required('type', text('type'));
  const source = required('source', text('source'));
  const subject = text('subject');
  const version = readVersion(attribute('aggregateversion'));
  const contract = knownEventType(type);
  const aggregate =
    contract?.versioned === false
      ? null
      : readAggregate(aggregateTypes.get(type) ?? text('aggregatetype'), subject, version);
  const known = { eventId: id, type };
  if (contract === undefined) throw new NotUnderstood('unknown-type', unknownType(type), { ...known, aggregate });
  if (contract.topic !== record.topic) {
    throw new NotUnderstood('wrong-topic', `${type} belongs on ${contract.topic}, not on ${record.topic}`, known);
  }
  if (contract.versioned && aggregate === null) {
    throw new NotUnderstood('invalid-data', AGGREGATE_MISSING, known);
  }
  const value = readData(data, { ...known, aggregate });
  return {
    ok: true,
    event: {
      id,
      type,
      source,
      subject,
      time: readTime(text('time'), record.timestamp, { ...known, aggregate }),
      data: value,
      aggregate,
      correlationId: text('correlationid') ?? id,
      causationId: text('causationid'),
      traceparent: readTraceparent(attribute('traceparent')),
      tracestate: readTracestate(attribute('tracestate')),
      actor: text('actor') ?? source,
    },
  };
}

/** A later version than this build knows is a matter of rolling out; any other name nobody has declared. */
function unknownType(type: string): string {
  const newest = catalogue.olderThan(type);
  return newest === undefined ? `${type} is no known type` : `${type} is later than ${newest}, the newest known here`;
}

function partsOf({ headers, value }: DecodableRecord): Parts {
  const contentType = headerText(headers, 'content-type')?.trim().toLowerCase() ?? null;
  if (contentType?.startsWith('application/cloudevents') === true) return structured(contentType, value);
  const attribute = (name: string) => headerText(headers, `ce_${name}`) ?? undefined;
  if (attribute('specversion') === undefined) {
    throw new NotUnderstood(
      'not-a-cloudevent',
      value === null ? 'the record has no value' : 'neither a content-type of application/cloudevents nor ce_ headers',
    );
  }
  return {
    attribute,
    data: () => {
      if (value === null) return undefined;
      if (contentType !== null && !isJsonType(contentType)) throw new Error(`content-type ${contentType} is not JSON`);
      return parseJson(value);
    },
  };
}

function structured(contentType: string, value: Buffer | null): Parts {
  const [mediaType = ''] = contentType.split(';');
  if (mediaType.trim() !== 'application/cloudevents+json') {
    throw new NotUnderstood('not-a-cloudevent', `${mediaType.trim()} can't be read; use application/cloudevents+json`);
  }
  if (value === null) throw new NotUnderstood('not-a-cloudevent', 'the record has no value');
  const envelope = parseJson(value);
  if (!isRecord(envelope)) throw new NotUnderstood('not-a-cloudevent', 'the value is not a JSON object');
  return {
    attribute: (name) => (Object.hasOwn(envelope, name) ? (envelope[name] ?? undefined) : undefined),
    data: () => {
      const encoded = envelope['data_base64'];
      return typeof encoded === 'string' ? parseJson(Buffer.from(encoded, 'base64')) : envelope['data'];
    },
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseJson(bytes: Buffer): unknown {
  return JSON.parse(utf8.decode(bytes));
}

function isJsonType(contentType: string): boolean {
  const [mediaType = ''] = contentType.split(';');
  return /^(application\/json|text\/json|[^/]+\/[^/]+\+json)$/.test(mediaType.trim());
}

/** CloudEvents allows no control characters in attributes, and their length must fit an index. */
const LONGEST_ATTRIBUTE = 1024;
const CONTROL = /[\u0000-\u001f\u007f]/;

function readText(name: string, value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value !== 'string') throw new NotUnderstood('not-a-cloudevent', `${name} is not a string`);
  if (value.length > LONGEST_ATTRIBUTE) {
    throw new NotUnderstood('not-a-cloudevent', `${name} is longer than ${LONGEST_ATTRIBUTE} characters`);
  }
  if (CONTROL.test(value) || !value.isWellFormed()) {
    throw new NotUnderstood('not-a-cloudevent', `${name} has characters that CloudEvents does not allow`);
  }
  return value;
}

function required(name: string, value: string | null): string {
  if (value === null || value === '') throw new NotUnderstood('not-a-cloudevent', `${name} is missing`);
  return value;
}

const LONGEST_KEY = 255;
const AGGREGATE_MISSING = `an event of an aggregate needs a subject of 1 to ${LONGEST_KEY} characters and an aggregateversion of 1 or more`;

function readAggregate(type: string | null, id: string | null, version: number | null): AggregateRef | null {
  const isKey = (text: string | null): text is string => text !== null && text !== '' && text.length <= LONGEST_KEY;
  return isKey(type) && isKey(id) && version !== null ? { type, id, version } : null;
}

const MAX_INT = 2_147_483_647;

function readVersion(value: unknown): number | null {
  const version = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 && version <= MAX_INT
    ? version
    : null;
}

function readData(data: () => unknown, known: Partial<DecodeFailure>): unknown {
  try {
    return data();
  } catch (error) {
    throw new NotUnderstood('invalid-data', `data can't be read: ${reasonOf(error)}`, known);
  }
}

/** An event that doesn't tell its time gets that of its record. */
function readTime(text: string | null, recordTimestamp: number, known: Partial<DecodeFailure>): Date {
  const time = text === null ? new Date(recordTimestamp) : parseTime(text);
  if (time === null) throw new NotUnderstood('not-a-cloudevent', NO_TIMESTAMP, known);
  if (!isWritable(time)) throw new NotUnderstood('invalid-time', 'time is outside of the years 1 to 9999', known);
  return time;
}

const NO_TIMESTAMP = 'time is no timestamp of RFC 3339, such as 2026-01-31T23:59:59Z or 2026-01-31T23:59:59.123+01:00';

/** RFC 3339; years that it can't write are read nevertheless, so that it can be said what is wrong with them. */
const TIMESTAMP =
  /^(\d{4}|[+-]\d{6})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Null for what is no timestamp. A leap second, which no date can hold, counts as the first one of the next minute. */
function parseTime(text: string): Date | null {
  const written = text.toUpperCase();
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '', offset = ''] =
    TIMESTAMP.exec(written) ?? [];
  if (year === '' || Number(day) > daysOf(Number(year), Number(month))) return null;
  const isLeap = second === '60';
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${isLeap ? '59' : second}${fraction}${offset}`);
  if (Number.isNaN(time.getTime())) return null;
  return isLeap ? new Date(time.getTime() + 1_000) : time;
}

function daysOf(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (isLeapYear ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether RFC 3339 can write it, so that documents, the database and other readers understand it as well. */
function isWritable(time: Date): boolean {
  const year = time.getUTCFullYear();
  return year >= 1 && year <= 9999;
}

function readTraceparent(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(value) ? value : null;
}

/** W3C asks to hand on at least 512 characters; what is no tracestate is left out. */
function readTracestate(value: unknown): string | null {
  return typeof value === 'string' && /^[\u0020-\u007e]{1,512}$/.test(value) ? value : null;
}
