/** What a timeline entry tells of. */
export const TIMELINE_KINDS = [
  'state',
  'assignment',
  'priority',
  'edit',
  'major',
  'alert',
  'note',
  'suspects',
  'change',
  'capacity',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One line of an incident's story, for people. */
export interface TimelineEntry {
  /** When it happened, which for a signal is the sender's time. */
  readonly at: Date;
  readonly kind: TimelineKind;
  readonly actor: string;
  readonly summary: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Who does something, and when. */
export interface By {
  readonly actor: string;
  readonly at: Date;
  /** When the platform learned of it, for what is brought over from another system; else that is the same moment. */
  readonly recordedAt?: Date;
}

export function entry(
  by: By,
  kind: TimelineKind,
  summary: string,
  data: Readonly<Record<string, unknown>> = {},
): TimelineEntry {
  return { at: by.at, actor: by.actor, kind, summary, data };
}
