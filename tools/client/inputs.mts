import type { RequestBody, Schemas } from '../../libs/client/src/index.mts';

type One<T> = Exclude<T, readonly unknown[]>;
type OneSeries = RequestBody<'reportMetrics'>['series'][number];

/** What the public API takes, by the names that these tools have for it. They name items by the source that reports them. */
export interface CiKey {
  source: string;
  externalId: string;
}
export interface AlertIn extends One<RequestBody<'reportAlerts'>> {
  dedupKey: string;
  ci?: CiKey;
}
export interface DeploymentIn extends One<RequestBody<'reportDeployments'>> {
  ci: CiKey;
}
export type DiscoveryIn = RequestBody<'reportDiscovery'>;
export type DiscoveryItemIn = DiscoveryIn['items'][number];
export type DiscoveryRelationshipIn = NonNullable<DiscoveryIn['relationships']>[number];
export type IncidentChangesIn = RequestBody<'updateIncident'>;
export type IncidentIn = RequestBody<'openIncident'>;
export interface MetricSeriesIn extends OneSeries {
  ci: CiKey;
}
/** Epoch milliseconds and value. */
export type Point = MetricSeriesIn['points'][number];
export type ThresholdIn = Schemas['CreateThresholdDto'];
