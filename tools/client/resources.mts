import type { Schemas } from '../../libs/client/src/index.mts';

/** What the platform answers, by the names that these tools have for it. */
export type Alert = Schemas['AlertResource'];
export type Change = Schemas['ChangeResource'];
export type DiscoveryOutcome = Schemas['DiscoveryAnswer'];
export type Impact = Schemas['ImpactDto'];
export type Incident = Schemas['IncidentResource'];
export type Suspects = Schemas['SuspectsDto'];
export type TimelineEntry = Schemas['TimelineEntryDto'];
