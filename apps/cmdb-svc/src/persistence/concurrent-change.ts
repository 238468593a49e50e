import { Conflict, isRecord } from '@itops/kit';
import { QueryFailedError } from 'typeorm';

const UNIQUE_VIOLATION = '23505';

/** @throws Conflict when somebody else has changed a row since it was loaded. */
export function requireAllSaved(what: string, wanted: number, saved: number): void {
  if (saved !== wanted) throw new Conflict(`Somebody else has just changed the ${what}. Read it again and repeat.`);
}

/** Somebody else has just made the same; what was looked up before is no longer true. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause: unknown = error.driverError;
  return isRecord(cause) && cause['code'] === UNIQUE_VIOLATION;
}
