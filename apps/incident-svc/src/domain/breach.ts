import { type BreachData } from '@itops/contracts';

/** Stands for the item's name where what is said must not depend on it: the name may change, or not be known yet. */
export const ITEM = '{item}';

export function withItem(summary: string, ciName: string): string {
  return summary.replaceAll(ITEM, () => ciName);
}

/** `disk.used of db-1 will be above 90 % at 2026-01-05 10:00 UTC`: what a breach says, in words. */
export function describeBreach(breach: BreachData, ciName: string): string {
  const { metric, comparator, thresholdValue, unit, expectedAt } = breach;
  const limit = `${comparator === '>' ? 'above' : 'below'} ${thresholdValue}${unit === '' ? '' : ` ${unit}`}`;
  const subject = `${metric} of ${ciName}`;
  if (breach.state === 'cleared')
    return `${subject} is no longer ${breach.kind === 'predicted' ? 'expected ' : ''}${limit}`;
  return expectedAt === null ? `${subject} is ${limit}` : `${subject} will be ${limit} at ${inMinutes(expectedAt)}`;
}

function inMinutes(time: string): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
