import { STATUS_CODES } from 'node:http';

import { HttpException } from '@nestjs/common';
import { BusinessError, Busy, Misconfigured, Unavailable, isRecord } from '@itops/kit';

import { PROBLEM_KINDS } from './problem-kinds';

export const PROBLEM_TYPE_BASE = '/problems/';
export const PROBLEM_CONTENT_TYPE = 'application/problem+json';

/** A problem document (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  [member: string]: unknown;
}

/** By status: the words for what did not come from the business. */
const HTTP_PROBLEMS: Readonly<Record<number, { kind: keyof typeof PROBLEM_KINDS; detail: string }>> = {
  400: {
    kind: 'bad-request',
    detail: 'The request could not be read. Check that the body is valid JSON and the path is well formed.',
  },
  401: {
    kind: 'unauthenticated',
    detail: "Send a key: 'Authorization: Bearer <key>' or 'X-API-Key: <key>'.",
  },
  404: {
    kind: 'no-such-route',
    detail: 'Nothing is served at this path. /openapi.json lists what is.',
  },
  405: {
    kind: 'method-not-allowed',
    detail: 'This path does not take this method. /openapi.json lists what it takes.',
  },
  408: {
    kind: 'request-timeout',
    detail: 'The whole request must arrive in time. Send it again.',
  },
  413: {
    kind: 'too-large',
    detail: 'A body may have at most 1 MiB. Send smaller batches.',
  },
  414: { kind: 'uri-too-long', detail: 'Shorten the query.' },
  415: {
    kind: 'unsupported-media-type',
    detail: "Send JSON with 'Content-Type: application/json'; a PATCH may also be 'application/merge-patch+json'.",
  },
  431: {
    kind: 'headers-too-large',
    detail: 'All headers together may have at most 16 KiB.',
  },
  503: {
    kind: 'unavailable',
    detail: 'A dependency is away. Repeat the request later.',
  },
};

/** What is said about a status that came from the HTTP layer. */
export function problemOfStatus(status: number, detail?: string): Problem {
  const known = HTTP_PROBLEMS[status];
  return {
    // The type of RFC 9457 for what means no more than its status.
    type: known === undefined ? 'about:blank' : PROBLEM_TYPE_BASE + known.kind,
    title: known === undefined ? (STATUS_CODES[status] ?? 'Error') : PROBLEM_KINDS[known.kind].title,
    status,
    detail: detail ?? known?.detail ?? '',
  };
}

function fromBusiness(error: BusinessError): Problem {
  return {
    type: PROBLEM_TYPE_BASE + error.kind,
    title: error.title,
    status: error.status,
    detail: error.message,
    ...error.details(),
  };
}

function codeOf(error: unknown): string {
  if (!isRecord(error)) return '';
  const driverError = error['driverError'];
  const code = isRecord(driverError) ? driverError['code'] : error['code'];
  return typeof code === 'string' ? code : '';
}

const CONNECTION_LOST = /^(08|57P0|53)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;
const CONNECTION_WORDS = /Connection terminated|not established|Driver not Connected|Cannot use a pool after/i;

/** What the pool says when all its connections were in use for as long as is waited for one. */
const POOL_EXHAUSTED = /timeout exceeded when trying to connect/i;

/** Whether an error says that the database can't be reached now, so that the caller may come again. */
function isDatabaseAway(error: Error): boolean {
  return CONNECTION_LOST.test(codeOf(error)) || CONNECTION_WORDS.test(error.message);
}

/** PostgreSQL's class 22: a value that the type can't hold. It came from the caller. */
function isDataException(error: Error): boolean {
  return /^22/.test(codeOf(error));
}

/** How loud an error is logged: not at all where the caller was told what to mend. */
export type Loudness = 'silent' | 'warn' | 'error';

/** The document for any error. */
export function problemOf(error: unknown): { problem: Problem; log: Loudness } {
  if (error instanceof Misconfigured) return { problem: fromBusiness(error), log: 'error' };
  if (error instanceof BusinessError) return { problem: fromBusiness(error), log: 'silent' };
  if (error instanceof HttpException) {
    const status = error.getStatus();
    const detail = status === 400 ? error.message : undefined;
    return { problem: problemOfStatus(status, detail), log: status >= 500 ? 'error' : 'silent' };
  }
  if (error instanceof Error) {
    const status = 'statusCode' in error ? error.statusCode : undefined;
    // Fastify's own errors: the body could not be read.
    if (typeof status === 'number' && status >= 400 && status < 500) {
      return {
        problem: problemOfStatus(
          status,
          status === 400 ? `The request could not be read: ${error.message}.` : undefined,
        ),
        log: 'silent',
      };
    }
    if (POOL_EXHAUSTED.test(error.message)) return { problem: fromBusiness(new Busy()), log: 'warn' };
    if (isDatabaseAway(error)) {
      return {
        problem: fromBusiness(new Unavailable('The database can not be reached. Repeat the request in a few seconds.')),
        log: 'warn',
      };
    }
    if (isDataException(error)) {
      return {
        problem: problemOfStatus(
          400,
          'A value is outside of what its field can hold. Check numbers, dates, ids and the cursor.',
        ),
        log: 'warn',
      };
    }
  }
  return {
    problem: {
      type: `${PROBLEM_TYPE_BASE}internal`,
      title: PROBLEM_KINDS.internal.title,
      status: 500,
      detail: 'The error has been logged. Report the traceId to those who run the platform.',
    },
    log: 'error',
  };
}
