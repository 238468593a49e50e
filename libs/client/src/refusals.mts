import type { components } from './generated/schema.mts';

type Problem = components['schemas']['Problem'];
type FieldError = NonNullable<Problem['errors']>[number];

/** The platform said no: its problem document (RFC 9457). The message says what was asked, and why it was refused. */
export class ApiProblem extends Error {
  /** Such as `POST /v1/incidents`. */
  readonly request: string;
  /** The kind, which does not change, and the path of a page about it; `about:blank` when the answer was no problem document. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Each thing that is wrong with the input; empty when the input was not what was refused. */
  readonly errors: readonly FieldError[];
  /** For those who run the platform. */
  readonly traceId: string | undefined;

  constructor(request: string, problem: Problem) {
    const { detail, errors = [], status, title, traceId, type } = problem;
    const fields = errors.slice(0, 5).map(({ pointer, reason }) => `${pointer} ${reason}`.trim());
    const inputs = fields.length === 0 ? '' : ` (${fields.join('; ')})`;
    super(`${request} answered ${status}: ${detail || title}${inputs}`);
    this.name = 'ApiProblem';
    this.request = request;
    this.type = type;
    this.title = title;
    this.status = status;
    this.detail = detail;
    this.errors = errors;
    this.traceId = traceId;
  }
}

/** No answer at all came, as often as it was asked for. */
export class Unreachable extends Error {
  constructor(origin: string, why: string) {
    super(`${origin} can't be reached (${why}). Is the platform running? Start it with: npm start`);
    this.name = 'Unreachable';
  }
}

/** What a refusal says; what came from something else on the way, such as a proxy's page, is told by its status and its text. */
export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  const told = parsed(text);
  const { status, statusText } = response;
  if (isProblem(told)) return { ...told, status };
  return { type: 'about:blank', title: statusText || `HTTP ${status}`, status, detail: text.slice(0, 200) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(told: unknown): told is Problem {
  if (typeof told !== 'object' || told === null) return false;
  const { detail, errors = [], title, traceId = '', type }: Partial<Record<keyof Problem, unknown>> = told;
  const texts = [type, title, detail, traceId];
  return texts.every((text) => typeof text === 'string') && Array.isArray(errors) && errors.every(isFieldError);
}

function isFieldError(told: unknown): told is FieldError {
  if (typeof told !== 'object' || told === null) return false;
  const { pointer, reason }: Partial<Record<keyof FieldError, unknown>> = told;
  return typeof pointer === 'string' && typeof reason === 'string';
}
