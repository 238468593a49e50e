import { type DomainEvent, type IncidentSource } from '@itops/contracts';

import { type Assessment } from './assessment';
import { type BreachKey } from './incident.snapshot';
import { type TimelineEntry } from './timeline';

/** What a move has led to: facts for the others, and lines for the incident's own story. */
export interface Outcome {
  readonly events: readonly DomainEvent[];
  readonly timeline: readonly TimelineEntry[];
}

export interface NewIncident extends Assessment {
  readonly serial: number;
  readonly title: string;
  readonly description?: string;
  readonly ciId: string | null;
  readonly affectedCis: readonly string[];
  readonly assignmentGroup?: string | null;
  readonly assignee?: string | null;
  readonly caller?: string | null;
  readonly source: IncidentSource;
  readonly security?: boolean;
  readonly alertCount?: number;
  readonly signalAt?: Date;
  readonly breach?: BreachKey;
  readonly ratedByHand?: boolean;
  readonly locatedByHand?: boolean;
}

/** What a person may edit; what is left out stays. */
export interface IncidentEdit {
  readonly title?: string;
  readonly description?: string;
  readonly impact?: Assessment['impact'];
  readonly urgency?: Assessment['urgency'];
  readonly ciId?: string | null;
  readonly affectedCis?: readonly string[];
  readonly caller?: string | null;
  readonly causedByChangeId?: string | null;
  readonly security?: boolean;
}

/** What the signals of a fault say together. */
export interface Evidence extends Assessment {
  readonly ciId: string | null;
  readonly affectedCis: readonly string[];
  readonly alertCount: number;
  readonly firstSignalAt: Date;
  readonly lastSignalAt: Date;
}

export const NOTHING: Outcome = { events: [], timeline: [] };

export function together(outcomes: readonly Outcome[]): Outcome {
  return {
    events: outcomes.flatMap(({ events }) => events),
    timeline: outcomes.flatMap(({ timeline }) => timeline),
  };
}
