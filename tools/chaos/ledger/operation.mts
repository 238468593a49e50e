/** What a writer asks for; each leaves a trace that belongs to it alone. */
export type OperationKind =
  | 'note'
  | 'open-incident'
  | 'open-change'
  | 'edit-change'
  | 'create-ci'
  | 'edit-ci'
  | 'report-alert'
  | 'report-deployment'
  | 'finish-deployment'
  | 'report-metric'
  | 'discover';

export type Door = 'gateway' | 'service' | 'kafka';

/**
 * - `acknowledged` answered 2xx, or by the broker: it has to be there, once
 * - `refused` answered 4xx: it must not be there
 * - `unknown` no answer, or 5xx: it may have happened, once at most
 */
export type Outcome = 'acknowledged' | 'refused' | 'unknown';

export interface Operation {
  /** Unique text by which its effect is recognised. */
  readonly id: string;
  readonly kind: OperationKind;
  readonly door: Door;
  /** What it is about: an aggregate's id, or the key by which the platform recognises a repetition. */
  readonly key: string;
  /** How many events it makes when it is more than one. */
  readonly weight?: number;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly outcome: Outcome;
  readonly status: number | null;
  /** The version that the answer tells. */
  readonly version: number | null;
}
