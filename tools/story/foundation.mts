import { answerOf, everyItem, ifMatch } from '../../libs/client/src/index.mts';
import type { ThresholdIn } from '../client/inputs.mts';
import type { OpsApi } from '../client/ops-api.mts';
import { CRITICALITY, sampleEstate, SOURCE } from './estate.mts';
import { FILLING_DISK, sampleMetrics } from './metrics.mts';
import type { Narrator } from './narrator.mts';

const THRESHOLDS: readonly ThresholdIn[] = [
  { metric: FILLING_DISK.metric, comparator: '>', value: 90, predictDays: 14, severity: 'error' },
  { metric: 'cpu.utilization', comparator: '>', value: 95, forMinutes: 180, severity: 'warning' },
  { metric: 'latency.p95', comparator: '>', value: 1500, forMinutes: 60, severity: 'warning' },
];

/** The items' ids by the estate's own names for them. */
export type CiIds = ReadonlyMap<string, string>;

/** Loads the estate; loaded before, it stays as it is. */
export async function loadEstate(api: OpsApi, narrator: Narrator): Promise<CiIds> {
  const estate = sampleEstate();
  const { created, items, rejected, unchanged, updated } = await api.discover(estate);
  if (rejected.length > 0)
    throw new Error(`Discovery refused a part of the sample estate: ${JSON.stringify(rejected[0])}`);
  const ids = new Map(items.flatMap(({ ciId, externalId }) => (typeof ciId === 'string' ? [[externalId, ciId]] : [])));
  await Promise.all(
    Object.entries(CRITICALITY).map(([externalId, criticality]) => rate(api, ids.get(externalId), criticality)),
  );
  const classes = new Set(estate.items.map((item) => item.class)).size;
  narrator.sent(
    `POST /v1/discovery from "${SOURCE}": ${estate.items.length} CIs of ${classes} classes, ${estate.relationships?.length ?? 0} relationships`,
  );
  narrator.found(`${created} created, ${updated} updated, ${unchanged} unchanged`);
  return ids;
}

async function rate({ client }: OpsApi, ciId: string | undefined, criticality: number): Promise<void> {
  if (ciId === undefined) return;
  const path = { id: ciId };
  const ci = await answerOf(client.GET('/v1/cis/{id}', { params: { path } }));
  if (ci.criticality === criticality) return;
  await client.PATCH('/v1/cis/{id}', { params: { path, header: ifMatch(ci) }, body: { criticality } });
}

/** Creates the thresholds that are not there yet, then sends two weeks of measurements. */
export async function loadMetrics(api: OpsApi, narrator: Narrator, now: number): Promise<void> {
  const existing = await everyItem((query) => api.client.GET('/v1/thresholds', { params: { query } }));
  const missing = THRESHOLDS.filter(
    ({ comparator, metric, value }) =>
      !existing.some((one) => one.metric === metric && one.comparator === comparator && one.value === value),
  );
  for (const threshold of missing) await api.client.POST('/v1/thresholds', { body: threshold });
  narrator.sent(`POST /v1/thresholds: ${THRESHOLDS.map(({ metric, value }) => `${metric} > ${value}`).join(', ')}`);
  const series = sampleMetrics(now);
  const accepted = await api.sendMetrics(series);
  narrator.sent(`POST /v1/metrics: ${series.length} series, two weeks by the hour`);
  narrator.found(`${accepted} points accepted`);
}
