import { type Severity } from '@itops/contracts';

export const COMPARATORS = ['>', '<'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** Which resources a threshold is about; every part that is given must hold. */
export interface Selector {
  /** A class; its subclasses count as well. */
  readonly ciClass: string | null;
  readonly ciId: string | null;
  /** Labels that a resource must have with these values; it may have more. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface ThresholdRule {
  readonly metric: string;
  readonly selector: Selector;
  readonly comparator: Comparator;
  readonly value: number;
  /** How long the value must stay beyond, by the points' own times, before it counts; 0 counts at once. */
  readonly forMinutes: number;
  /** How many days ahead a breach is to be foreseen; null foresees none. */
  readonly predictDays: number | null;
  readonly severity: Severity;
}

export interface Threshold extends ThresholdRule {
  readonly id: string;
}

/** What a threshold's selector looks at. */
export interface Selectable {
  readonly metric: string;
  readonly ciId: string;
  /** The item's class and its ancestors. */
  readonly classPath: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

export function selects(rule: ThresholdRule, resource: Selectable): boolean {
  const { ciClass, ciId, labels } = rule.selector;
  return (
    rule.metric === resource.metric &&
    (ciClass === null || resource.classPath.includes(ciClass)) &&
    (ciId === null || ciId === resource.ciId) &&
    Object.entries(labels).every(([name, value]) => resource.labels[name] === value)
  );
}

/** Whether the value crosses the threshold; a value equal to it does not. */
export function isBeyond(rule: Pick<ThresholdRule, 'comparator' | 'value'>, value: number): boolean {
  return rule.comparator === '>' ? value > rule.value : value < rule.value;
}
