import { InvalidInput } from '@itops/kit';

import { type By } from '../domain/timeline';

/**
 * Who moves an incident and when: now, or when it happened in the system that it is brought over from.
 * @param at the time that the caller gives, if any, as text.
 * @param movedAt when somebody last did something with it; null for one that is yet to be opened.
 * @throws InvalidInput when that time is to come, lies before the last move, or is none.
 */
export function moveBy(actor: string, now: Date, at: string | undefined, movedAt: Date | null): By {
  if (at === undefined) return { actor, at: now };
  const time = new Date(at);
  const reason = faultOf(time, now, movedAt);
  if (reason !== null) throw new InvalidInput([{ pointer: '/at', reason }]);
  return { actor, at: time, recordedAt: now };
}

function faultOf(time: Date, now: Date, movedAt: Date | null): string | null {
  if (!(time.getTime() >= 0)) return 'must be a time since 1970';
  if (time > now) return `must not be later than now, ${now.toISOString()}`;
  if (movedAt !== null && time < movedAt) return `must not be before the last move, ${movedAt.toISOString()}`;
  return null;
}
