import { type Estate } from '../persistence/estate.graph';

/** Most items that an incident names as affected. */
export const MOST_AFFECTED = 200;
const DEPTH = 10;

/** The items that alert and, nearest first, what the origin takes with it. */
export function affectedItems(estate: Estate, alerting: readonly string[], originId: string | null): string[] {
  const reached =
    originId === null
      ? []
      : estate.graph.affected(originId, { depth: DEPTH, limit: MOST_AFFECTED }).items.map(({ ciId }) => ciId);
  const own = originId === null ? [] : [originId];
  return [...new Set([...own, ...alerting, ...reached])].slice(0, MOST_AFFECTED);
}
