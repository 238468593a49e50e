import { requireTime } from '../domain/time';

/** The times that a request has set, read; null clears. @throws InvalidInput that points at the field. */
export function readTimes<Name extends string>(
  texts: Readonly<Record<Name, string | null | undefined>>,
): { [Field in Name]?: Date | null } {
  const times: { [Field in Name]?: Date | null } = {};
  for (const name in texts) {
    const text = texts[name];
    if (text !== undefined) times[name] = text === null ? null : requireTime(`/${name}`, text);
  }
  return times;
}
