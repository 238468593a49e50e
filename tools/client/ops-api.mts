import { answerOf, ApiProblem, everyItem, ifMatch, type OpsClient } from '../../libs/client/src/index.mts';
import { carryOut, type Deed, type IncidentAction } from './incident-actions.mts';
import type { AlertIn, DeploymentIn, DiscoveryIn, IncidentChangesIn, IncidentIn, MetricSeriesIn } from './inputs.mts';
import type { Alert, Change, DiscoveryOutcome, Impact, Incident, Suspects, TimelineEntry } from './resources.mts';

const ALERTS_A_CALL = 500;
/** Kept well under the gateway's limit of 1 MiB for a body. */
const BODY_BYTES = 700_000;
const STALE_RETRIES = 10;

/** What several of these tools do by the client: in lots, page by page, on the version that there is. */
export class OpsApi {
  readonly client: OpsClient;

  constructor(client: OpsClient) {
    this.client = client;
  }

  async discover(body: DiscoveryIn): Promise<DiscoveryOutcome> {
    const answer = await answerOf(this.client.POST('/v1/discovery', { body }));
    if ('items' in answer) return answer;
    throw new Error(`The report ${answer.eventId} was put off, which nobody asked for`);
  }

  /** Throws when one alert of them is refused: what these tools send is meant to be right. */
  async sendAlerts(alerts: readonly AlertIn[]): Promise<void> {
    for (let from = 0; from < alerts.length; from += ALERTS_A_CALL) {
      const body = alerts.slice(from, from + ALERTS_A_CALL);
      requireAll('alerts', await answerOf(this.client.POST('/v1/alerts', { body })));
    }
  }

  /** Sends in as few calls as fit a body; answers the number of points accepted. */
  async sendMetrics(series: readonly MetricSeriesIn[]): Promise<number> {
    let accepted = 0;
    for (const batch of batches(series, BODY_BYTES)) {
      const answer = await answerOf(this.client.POST('/v1/metrics', { body: { series: batch } }));
      requireAll('series', answer);
      accepted += answer.accepted;
    }
    return accepted;
  }

  async sendDeployment(body: DeploymentIn): Promise<void> {
    await this.client.POST('/v1/deployments', { body });
  }

  createIncident(body: IncidentIn): Promise<Incident> {
    return answerOf(this.client.POST('/v1/incidents', { body }));
  }

  incident(idOrNumber: string): Promise<Incident> {
    return answerOf(this.client.GET('/v1/incidents/{id}', { params: { path: { id: idOrNumber } } }));
  }

  change(id: string): Promise<Change> {
    return answerOf(this.client.GET('/v1/changes/{id}', { params: { path: { id } } }));
  }

  alertsOf(source: string): Promise<Alert[]> {
    return everyItem((page) => this.client.GET('/v1/alerts', { params: { query: { ...page, source: [source] } } }));
  }

  async changeOf(externalRef: string): Promise<Change | undefined> {
    const query = { externalRef: [externalRef], limit: 1 };
    const { items } = await answerOf(this.client.GET('/v1/changes', { params: { query } }));
    return items[0];
  }

  suspects(incidentId: string): Promise<Suspects> {
    return answerOf(this.client.GET('/v1/incidents/{id}/suspects', { params: { path: { id: incidentId } } }));
  }

  /** What suffers from the incident's item at fault. */
  impact(incidentId: string, depth: number): Promise<Impact> {
    const params = { path: { id: incidentId }, query: { depth } };
    return answerOf(this.client.GET('/v1/incidents/{id}/impact', { params }));
  }

  timeline(incidentId: string): Promise<TimelineEntry[]> {
    const path = { id: incidentId };
    return everyItem((query) => this.client.GET('/v1/incidents/{id}/timeline', { params: { path, query } }));
  }

  /** Carries an action out; when somebody else was quicker, reads the incident anew and tries again. */
  act<Action extends IncidentAction>(incident: Incident, deed: Deed<Action>): Promise<Incident> {
    return this.#withFreshVersion(incident, (seen) => carryOut(this.client, seen, deed));
  }

  edit(incident: Incident, body: IncidentChangesIn): Promise<Incident> {
    return this.#withFreshVersion(incident, (seen) => {
      const params = { path: { id: seen.id }, header: ifMatch(seen) };
      return answerOf(this.client.PATCH('/v1/incidents/{id}', { params, body }));
    });
  }

  async #withFreshVersion(incident: Incident, write: (seen: Incident) => Promise<Incident>): Promise<Incident> {
    let seen = incident;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await write(seen);
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.status !== 412 || attempt >= STALE_RETRIES) throw error;
        seen = await this.incident(seen.id);
      }
    }
  }
}

function requireAll(what: string, { rejected }: { readonly rejected: readonly unknown[] }): void {
  if (rejected.length === 0) return;
  throw new Error(`${rejected.length} ${what} were refused; the first: ${JSON.stringify(rejected[0])}`);
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
