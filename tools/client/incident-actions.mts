import { answerOf, ifMatch, type OpsClient, type RequestBody } from '../../libs/client/src/index.mts';
import type { Incident } from './resources.mts';

/** What each action on an incident takes. */
interface Bodies {
  assign: RequestBody<'assignIncident'>;
  cancel: RequestBody<'cancelIncident'>;
  close: RequestBody<'closeIncident'>;
  hold: RequestBody<'holdIncident'>;
  reopen: RequestBody<'reopenIncident'>;
  resolve: RequestBody<'resolveIncident'>;
  resume: RequestBody<'resumeIncident'>;
  start: RequestBody<'startIncident'>;
}

export type IncidentAction = keyof Bodies;

/** One action with what it takes. */
export interface Deed<Action extends IncidentAction = IncidentAction> {
  readonly action: Action;
  readonly body: Bodies[Action];
}

interface Params {
  readonly path: { readonly id: string };
  readonly header: { readonly 'If-Match': string };
}

const CALLS: {
  readonly [Action in IncidentAction]: (
    client: OpsClient,
    params: Params,
    body: Bodies[Action],
  ) => Promise<{ data?: Incident; response: Response }>;
} = {
  assign: (client, params, body) => client.POST('/v1/incidents/{id}/actions/assign', { params, body }),
  cancel: (client, params, body) => client.POST('/v1/incidents/{id}/actions/cancel', { params, body }),
  close: (client, params, body) => client.POST('/v1/incidents/{id}/actions/close', { params, body }),
  hold: (client, params, body) => client.POST('/v1/incidents/{id}/actions/hold', { params, body }),
  reopen: (client, params, body) => client.POST('/v1/incidents/{id}/actions/reopen', { params, body }),
  resolve: (client, params, body) => client.POST('/v1/incidents/{id}/actions/resolve', { params, body }),
  resume: (client, params, body) => client.POST('/v1/incidents/{id}/actions/resume', { params, body }),
  start: (client, params, body) => client.POST('/v1/incidents/{id}/actions/start', { params, body }),
};

/** Carries it out on the version that was seen. */
export function carryOut<Action extends IncidentAction>(
  client: OpsClient,
  seen: Pick<Incident, 'id' | 'version'>,
  { action, body }: Deed<Action>,
): Promise<Incident> {
  return answerOf(CALLS[action](client, { path: { id: seen.id }, header: ifMatch(seen) }, body));
}
