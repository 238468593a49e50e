import { Busy, isRecord, OutcomeUnknown, Unavailable } from '@itops/kit';
import { QueryFailedError } from 'typeorm';

/** SQLSTATE classes and codes after which the same work may well succeed later. */
const CONFLICTS = new Set(['40001', '40P01']);
const CONGESTION = new Set([
  '55P03', // lock not available
  '57014', // canceled: statement timeout
]);
const TRANSIENT = new Set([
  ...CONFLICTS,
  ...CONGESTION,
  '57P01', // admin shutdown
  '57P02', // crash shutdown
  '57P03', // cannot connect now
  '57P05', // idle session timeout
  '25P03', // idle in transaction session timeout
]);
/** 08 connection exception, 53 insufficient resources, 58 system error. */
const TRANSIENT_CLASSES = ['08', '53', '58'];
const CONNECTION_CLASSES = ['08'];
const CONNECTION_CODES = new Set(['57P01', '57P02', '57P03', '57P05', '25P03', '53300']);

const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
]);
/** What pg and its pool say without a code. */
const CONNECTION_WORDS =
  /^(Connection terminated|Client has encountered a connection error|Query read timeout|timeout exceeded when trying to connect|timeout expired|Client was closed|Driver not Connected|Cannot use a pool after calling end)/i;

/** SQLSTATE of a refused statement, or the socket's code of a lost connection. */
export function databaseCode(error: unknown): string | undefined {
  if (error instanceof QueryFailedError) return databaseCode(error.driverError);
  return isRecord(error) && typeof error['code'] === 'string' ? error['code'] : undefined;
}

export function isSerializationConflict(error: unknown): boolean {
  return CONFLICTS.has(databaseCode(error) ?? '');
}

/** The database can't be reached, or went away in the middle. */
export function isConnectionLoss(error: unknown): boolean {
  const code = databaseCode(error);
  if (code !== undefined) {
    return SOCKET_CODES.has(code) || CONNECTION_CODES.has(code) || isOfClass(code, CONNECTION_CLASSES);
  }
  return messagesOf(error).some((message) => CONNECTION_WORDS.test(message));
}

/** All connections of the pool were in use for the whole time that is waited for one. */
export function isPoolExhausted(error: unknown): boolean {
  return messagesOf(error).some((message) => message.startsWith('timeout exceeded when trying to connect'));
}

/** A lock, or the statement as a whole, took longer than is waited for. */
export function isCongestion(error: unknown): boolean {
  return CONGESTION.has(databaseCode(error) ?? '');
}

/** The database itself said no, and goes on: what was asked for was surely not done. */
export function isRefusal(error: unknown): boolean {
  return isSqlState(databaseCode(error) ?? '') && !isConnectionLoss(error);
}

/** Nothing is wrong with the work itself: a dependency is away, slow, or asks to try again. */
export function isTransient(error: unknown): boolean {
  if (error instanceof Unavailable || error instanceof Busy || error instanceof OutcomeUnknown) return true;
  if (isConnectionLoss(error)) return true;
  const code = databaseCode(error);
  return code !== undefined && (TRANSIENT.has(code) || isOfClass(code, TRANSIENT_CLASSES));
}

function isOfClass(code: string, classes: readonly string[]): boolean {
  return isSqlState(code) && classes.some((prefix) => code.startsWith(prefix));
}

function isSqlState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code);
}

function messagesOf(error: unknown): string[] {
  if (error instanceof AggregateError) return error.errors.flatMap(messagesOf);
  if (error instanceof QueryFailedError) return [error.message, ...messagesOf(error.driverError)];
  return error instanceof Error ? [error.message] : [];
}
