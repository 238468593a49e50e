import { type ZodType } from 'zod';
import { ApiError, type Gateway, type Query } from './gateway.mts';
import type { AlertIn, DeploymentIn, DiscoveryIn, IncidentIn, MetricSeriesIn, ThresholdIn } from './inputs.mts';
import * as shapes from './resources.mts';

const ALERTS_A_CALL = 500;
/** Kept well under the gateway's limit of 1 MiB for a body. */
const BODY_BYTES = 700_000;
const STALE_RETRIES = 10;

/** The calls of the public API that these tools make. */
export class OpsApi {
  readonly gateway: Gateway;

  constructor(gateway: Gateway) {
    this.gateway = gateway;
  }

  /** All items of a list, page by page. */
  async all<T>(path: string, item: ZodType<T>, query: Query = {}): Promise<T[]> {
    const found: T[] = [];
    let cursor: string | undefined;
    do {
      const answer = await this.gateway.get(path, shapes.page(item), { limit: 200, ...query, cursor });
      found.push(...answer.items);
      cursor = answer.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return found;
  }

  discover(report: DiscoveryIn): Promise<shapes.DiscoveryOutcome> {
    return this.gateway.post('/v1/discovery', shapes.DiscoveryOutcome, { body: report });
  }

  /** Throws when one alert of them is refused: what these tools send is meant to be right. */
  async sendAlerts(alerts: readonly AlertIn[]): Promise<void> {
    for (let from = 0; from < alerts.length; from += ALERTS_A_CALL) {
      const body = alerts.slice(from, from + ALERTS_A_CALL);
      this.#requireAll('POST /v1/alerts', await this.gateway.post('/v1/alerts', shapes.Accepted, { body }));
    }
  }

  /** Sends in as few calls as fit a body; answers the number of points accepted. */
  async sendMetrics(series: readonly MetricSeriesIn[]): Promise<number> {
    let accepted = 0;
    for (const batch of batches(series, BODY_BYTES)) {
      const answer = await this.gateway.post('/v1/metrics', shapes.Accepted, { body: { series: batch } });
      this.#requireAll('POST /v1/metrics', answer);
      accepted += answer.accepted;
    }
    return accepted;
  }

  async sendDeployment(deployment: DeploymentIn): Promise<void> {
    await this.gateway.post('/v1/deployments', shapes.Anything, { body: deployment });
  }

  createThreshold(threshold: ThresholdIn): Promise<shapes.Threshold> {
    return this.gateway.post('/v1/thresholds', shapes.Threshold, { body: threshold });
  }

  createIncident(incident: IncidentIn): Promise<shapes.Incident> {
    return this.gateway.post('/v1/incidents', shapes.Incident, { body: incident });
  }

  ci(id: string): Promise<shapes.Ci> {
    return this.gateway.get(`/v1/cis/${id}`, shapes.Ci);
  }

  incident(idOrNumber: string): Promise<shapes.Incident> {
    return this.gateway.get(`/v1/incidents/${idOrNumber}`, shapes.Incident);
  }

  async change(id: string): Promise<shapes.Change> {
    return this.gateway.get(`/v1/changes/${id}`, shapes.Change);
  }

  suspects(incidentId: string): Promise<shapes.Suspects> {
    return this.gateway.get(`/v1/incidents/${incidentId}/suspects`, shapes.Suspects);
  }

  /** What suffers from the incident's item at fault. */
  impact(incidentId: string, depth: number): Promise<shapes.Impact> {
    return this.gateway.get(`/v1/incidents/${incidentId}/impact`, shapes.Impact, { depth });
  }

  /** What suffers when the CI fails. */
  affectedBy(ciId: string, depth: number): Promise<shapes.Impact> {
    return this.gateway.get(`/v1/cis/${ciId}/impact`, shapes.Impact, { direction: 'affected', depth });
  }

  timeline(incidentId: string): Promise<shapes.TimelineEntry[]> {
    return this.all(`/v1/incidents/${incidentId}/timeline`, shapes.TimelineEntry);
  }

  async note(incidentId: string, text: string): Promise<void> {
    await this.gateway.post(`/v1/incidents/${incidentId}/notes`, shapes.Anything, { body: { kind: 'work', text } });
  }

  /** Carries an action out; when somebody else was quicker, reads the incident anew and tries again. */
  async act(incident: shapes.Incident, action: string, body: object = {}): Promise<shapes.Incident> {
    return this.#withFreshVersion(incident, ({ id, version }) =>
      this.gateway.send('POST', `/v1/incidents/${id}/actions/${action}`, shapes.Incident, { body, version }),
    );
  }

  async edit(incident: shapes.Incident, changes: object): Promise<shapes.Incident> {
    return this.#withFreshVersion(incident, ({ id, version }) =>
      this.gateway.send('PATCH', `/v1/incidents/${id}`, shapes.Incident, { body: changes, version }),
    );
  }

  async #withFreshVersion(
    incident: shapes.Incident,
    write: (seen: shapes.Incident) => Promise<shapes.Incident>,
  ): Promise<shapes.Incident> {
    let seen = incident;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await write(seen);
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 412 || attempt >= STALE_RETRIES) throw error;
        seen = await this.incident(seen.id);
      }
    }
  }

  #requireAll(request: string, answer: shapes.Accepted): void {
    if (answer.rejected.length === 0) return;
    const first = JSON.stringify(answer.rejected[0]);
    throw new Error(`${request} refused ${answer.rejected.length} of what was sent; the first: ${first}`);
  }
}

/** Cuts the series into lots whose JSON stays below `limit` bytes. */
export function batches<T>(items: readonly T[], limit: number): T[][] {
  const lots: T[][] = [];
  let lot: T[] = [];
  let size = 0;
  for (const item of items) {
    const bytes = Buffer.byteLength(JSON.stringify(item)) + 1;
    if (lot.length > 0 && size + bytes > limit) {
      lots.push(lot);
      lot = [];
      size = 0;
    }
    lot.push(item);
    size += bytes;
  }
  if (lot.length > 0) lots.push(lot);
  return lots;
}
