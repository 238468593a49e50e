import { z } from 'zod';

/** What these tools read of the platform's answers; more members may come and are passed by. */
const Nullable = z.string().nullish();

export const Ci = z.object({ id: z.string(), name: z.string(), class: z.string() });
export type Ci = z.output<typeof Ci>;

export const CiDetails = Ci.extend({ version: z.number(), criticality: z.number().nullish() });

export const DiscoveryOutcome = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.array(z.unknown()),
  items: z.array(z.object({ externalId: z.string(), ciId: z.string().nullish(), outcome: z.string() })),
});
export type DiscoveryOutcome = z.output<typeof DiscoveryOutcome>;

export const Incident = z.object({
  id: z.string(),
  version: z.number(),
  number: z.string(),
  title: z.string(),
  state: z.string(),
  holdReason: Nullable,
  impact: z.number(),
  urgency: z.number(),
  priority: z.number(),
  ciId: Nullable,
  ciName: Nullable,
  affectedCis: z.array(z.string()),
  assignmentGroup: Nullable,
  assignee: Nullable,
  source: z.string(),
  openedAt: z.string(),
  resolvedAt: Nullable,
  closedAt: Nullable,
  closeCode: Nullable,
  closeNotes: Nullable,
  reopenCount: z.number(),
  reassignmentCount: z.number(),
  causedByChangeId: Nullable,
  alertCount: z.number(),
  allowedActions: z.array(z.string()),
});
export type Incident = z.output<typeof Incident>;

export const Alert = z.object({
  id: z.string(),
  dedupKey: z.string(),
  source: z.string(),
  summary: z.string(),
  severity: z.string(),
  state: z.string(),
  ciId: Nullable,
  ciName: Nullable,
  incidentId: Nullable,
});
export type Alert = z.output<typeof Alert>;

export const Change = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  type: z.string(),
  state: z.string(),
  closeCode: Nullable,
  externalRef: Nullable,
});
export type Change = z.output<typeof Change>;

export const Suspects = z.object({
  items: z.array(
    z.object({
      changeId: z.string(),
      changeNumber: z.string(),
      title: z.string(),
      score: z.number(),
      reasons: z.array(z.object({ kind: z.string(), text: z.string(), weight: z.number() })),
      path: z.array(z.object({ ciId: z.string(), ciName: z.string() })),
    }),
  ),
  computedAt: Nullable,
});
export type Suspects = z.output<typeof Suspects>;

export const Impact = z.object({
  items: z.array(
    z.object({
      ciId: z.string(),
      ciName: z.string(),
      class: z.string(),
      distance: z.number(),
      effect: z.string(),
    }),
  ),
  truncated: z.boolean(),
});
export type Impact = z.output<typeof Impact>;

export const TimelineEntry = z.object({ at: z.string(), kind: z.string(), actor: Nullable, summary: z.string() });
export type TimelineEntry = z.output<typeof TimelineEntry>;

export const Accepted = z.object({ accepted: z.number(), rejected: z.array(z.unknown()) });
export type Accepted = z.output<typeof Accepted>;

export const Threshold = z.object({
  id: z.string(),
  metric: z.string(),
  comparator: z.string(),
  value: z.number(),
});
export type Threshold = z.output<typeof Threshold>;

export const Resource = z.object({
  id: z.string(),
  ciId: z.string(),
  metric: z.string(),
  unit: Nullable,
  labels: z.record(z.string(), z.string()).nullish(),
  lastValue: z.number().nullish(),
  lastAt: Nullable,
});
export type Resource = z.output<typeof Resource>;

export const Forecast = z.object({
  model: z.string(),
  accuracy: z.object({ mase: z.number().nullish(), smape: z.number().nullish() }).nullish(),
  exhaustion: z.object({ at: z.string(), earliest: Nullable, latest: Nullable }).nullish(),
});
export type Forecast = z.output<typeof Forecast>;

export const Breach = z.object({
  id: z.string(),
  resourceId: z.string(),
  thresholdId: z.string(),
  kind: z.string(),
  state: z.string(),
  detectedAt: z.string(),
  expectedAt: Nullable,
  incidentId: Nullable,
});
export type Breach = z.output<typeof Breach>;

export const Anything = z.unknown();

export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
