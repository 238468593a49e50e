import { type PriorityMatrix } from './priority';

/** The rules that a site may set for itself. */
export class IncidentPolicy {
  constructor(
    readonly matrix: PriorityMatrix,
    /** The longest impact path that connects an alert and an incident. */
    readonly correlationHops: number,
    /** How far an alert's beginning may be from the incident's signals, in milliseconds. */
    readonly correlationWindowMs: number,
    /** How far apart the alerts of two items with a common direct consumer may begin to be one fault, in milliseconds. */
    readonly neighbourWindowMs: number,
    /** So soon after its incident ended by itself an alert that fires again reopens it, in milliseconds. */
    readonly reopenWindowMs: number,
    /** So long after an incident's opening suspects are looked for again when changes become known, in milliseconds. */
    readonly suspectFollowUpMs: number,
  ) {}
}
