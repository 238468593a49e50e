import type { AlertIn, DeploymentIn } from '../client/inputs.mts';
import type { OpsApi } from '../client/ops-api.mts';
import { answerOf } from '../../libs/client/src/index.mts';
import type { Alert, Change, Incident, Suspects } from '../client/resources.mts';
import { notYet } from '../client/wait.mts';
import type { DeploymentDoor } from './deployment-door.mts';
import { ciKey } from './estate.mts';
import type { CiIds } from './foundation.mts';
import type { Narrator } from './narrator.mts';

const PROCESSED_MS = 30_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DEPLOYED_CI = 'orders';

export interface Scene {
  readonly api: OpsApi;
  readonly narrator: Narrator;
  readonly door: DeploymentDoor;
  readonly ids: CiIds;
  /** Part of every external reference, so that the story can be played again. */
  readonly runId: string;
  /** Now; what happens in the story happened in the hours before. */
  readonly now: number;
}

/** Work that was going on elsewhere, and has nothing to do with what follows. */
const EARLIER: readonly { ci: string; title: string; ago: number; took: number }[] = [
  { ci: 'host-b', title: 'Firmware update of host-b', ago: 47 * HOUR, took: 40 * MINUTE },
  { ci: 'search', title: 'search 7.2.0: new ranking', ago: 26 * HOUR, took: 4 * MINUTE },
  { ci: 'catalogue', title: 'catalogue 3.18.1', ago: 5 * HOUR, took: 3 * MINUTE },
  { ci: 'accounts', title: 'accounts 2.9.0: passkeys', ago: 3 * HOUR, took: 3 * MINUTE },
  { ci: 'mailer', title: 'mailer 1.4.7: new footer', ago: 50 * MINUTE, took: 2 * MINUTE },
];

const ALERTS: readonly { ci: string; ago: number; severity: 'critical' | 'error'; summary: string; signal: string }[] =
  [
    { ci: 'checkout', ago: 6, severity: 'critical', summary: 'checkout: 31 % of requests fail', signal: 'error_rate' },
    {
      ci: 'invoice-renderer',
      ago: 5,
      severity: 'error',
      summary: 'invoice-renderer: calls time out',
      signal: 'timeouts',
    },
    {
      ci: 'support-console',
      ago: 4,
      severity: 'error',
      summary: 'support-console: order pages answer 500',
      signal: 'http_5xx',
    },
  ];

/** The changes of the days before, over REST. */
export async function earlierChanges({ api, narrator, now, runId }: Scene): Promise<void> {
  await Promise.all(
    EARLIER.map(async ({ ago, ci, title, took }) => {
      const about = { source: 'pipeline', externalRef: `${runId}-${ci}`, ci: ciKey(ci), title };
      await api.sendDeployment({ ...about, status: 'started', at: iso(now - ago) });
      await api.sendDeployment({ ...about, status: 'succeeded', at: iso(now - ago + took) });
    }),
  );
  narrator.sent(
    `POST /v1/deployments: ${EARLIER.length} earlier changes, on ${EARLIER.map(({ ci }) => ci).join(', ')}`,
  );
}

/** The deployment that goes wrong comes in by Kafka. */
export async function deploy(scene: Scene): Promise<Change> {
  const { api, door, narrator, now } = scene;
  const deployment = theDeployment(scene);
  await door.emit({ ...deployment, status: 'started', at: iso(now - 11 * MINUTE) });
  await door.emit({ ...deployment, status: 'succeeded', at: iso(now - 9 * MINUTE) });
  narrator.sent(`Kafka itops.inbound.deployments: "${deployment.title}" started, then succeeded, on ${DEPLOYED_CI}`);
  const change = await changeOf(scene, deployment.externalRef, 'review or closed', ({ state }) =>
    ['review', 'closed'].includes(state),
  );
  narrator.found(`${change.number} ${change.title} [${change.type}, ${change.state}]`);
  // What the earlier deployments opened has to be known as well: suspects are weighed against each other.
  for (const { ci } of EARLIER) await changeOf(scene, `${scene.runId}-${ci}`, 'known', () => true);
  return api.change(change.id);
}

/** Three alerts on what depends on it, one after another; none on the service itself. */
export async function alert(scene: Scene): Promise<Incident> {
  const { api, narrator } = scene;
  const incidentIds = new Set<string>();
  for (const { ci, severity, summary } of ALERTS) {
    await api.sendAlerts(alertsOf(scene, 'firing').filter(({ dedupKey }) => dedupKey.startsWith(`${ci}/`)));
    narrator.sent(`POST /v1/alerts: ${severity} "${summary}"`);
    const incidentId = await narrator.terminal.wait(`an incident for the alert on ${ci}`, PROCESSED_MS, async () => {
      const alerts = await ownAlerts(scene);
      const found = alerts.find((one) => one.dedupKey.startsWith(`${ci}/`));
      return found?.incidentId ?? notYet(found?.state ?? 'no alert');
    });
    const incident = await api.incident(incidentId);
    narrator.found(incidentIds.has(incidentId) ? `joins ${incident.number}` : `opens ${incident.number}`, 'yellow');
    incidentIds.add(incidentId);
  }
  const incidents = await Promise.all([...incidentIds].map((id) => api.incident(id)));
  narrator.say(`${ALERTS.length} alerts, ${incidents.length} incident${incidents.length === 1 ? '' : 's'}:`);
  for (const incident of incidents) narrator.incident(incident);
  const [first] = incidents;
  if (first === undefined) throw new Error('No alert opened an incident.');
  const names = await Promise.all(first.affectedCis.map((id) => nameOf(api, id)));
  narrator.say(`Affected: ${names.join(', ')}`);
  return first;
}

export function suspectsOf({ api, narrator }: Scene, incident: Incident): Promise<Suspects> {
  return narrator.terminal.wait(`the suspects of ${incident.number}`, PROCESSED_MS, async () => {
    const suspects = await api.suspects(incident.id);
    return suspects.items.length > 0 ? suspects : undefined;
  });
}

/** The likeliest one that has not been backed out already, as by an earlier telling of this story. */
export async function stillThere(api: OpsApi, { items }: Suspects): Promise<Suspects['items'][number] | undefined> {
  for (const suspect of items) {
    const { closeCode } = await api.change(suspect.changeId);
    if (closeCode !== 'unsuccessful') return suspect;
  }
  return undefined;
}

/** What an engineer on call does with it, and what the tools report meanwhile. */
export async function repair(scene: Scene, opened: Incident, blamed: Suspects['items'][number]): Promise<Incident> {
  const { api, door, narrator, now } = scene;
  let incident = await api.act(opened, { action: 'assign', body: { group: 'shop-on-call', assignee: 'r.okafor' } });
  incident = await api.act(incident, { action: 'start', body: {} });
  narrator.sent(`assign to ${incident.assignee ?? '?'} (${incident.assignmentGroup ?? '?'}), start: ${incident.state}`);
  await api.client.POST('/v1/incidents/{id}/notes', {
    params: { path: { id: incident.id } },
    body: { kind: 'work', text: `${blamed.changeNumber} is the likely cause; backing it out.` },
  });
  incident = await api.edit(await api.incident(incident.id), { causedByChangeId: blamed.changeId });
  narrator.sent(`work note, and ${blamed.changeNumber} named as the cause`);

  const deployment = theDeployment(scene);
  await door.emit({ ...deployment, status: 'rolled_back', at: iso(now - 2 * MINUTE) });
  const change = await changeOf(
    scene,
    deployment.externalRef,
    'rolled back',
    ({ closeCode }) => closeCode === 'unsuccessful',
  );
  narrator.sent('Kafka itops.inbound.deployments: rolled back');
  narrator.found(`${change.number} is ${change.state}, ${change.closeCode ?? ''}`);

  await api.sendAlerts(alertsOf(scene, 'resolved'));
  await narrator.terminal.wait('the alerts to be over', PROCESSED_MS, async () => {
    const over = (await ownAlerts(scene)).filter(({ state }) => state === 'resolved').length;
    return over === ALERTS.length ? over : notYet(`${over} of ${ALERTS.length}`);
  });
  narrator.sent(`POST /v1/alerts: ${ALERTS.length} resolved`);

  // An incident that its alerts opened may have ended with them.
  incident = await api.incident(incident.id);
  if (incident.allowedActions.includes('resolve')) {
    const closeNotes = `Backed out ${blamed.changeNumber}; error rates are normal again.`;
    incident = await api.act(incident, { action: 'resolve', body: { closeCode: 'solved', closeNotes } });
    narrator.sent('resolve');
  }
  narrator.found(`${incident.number} is ${incident.state}: ${incident.closeNotes ?? ''}`);
  return incident;
}

async function nameOf({ client }: OpsApi, id: string): Promise<string> {
  const { name } = await answerOf(client.GET('/v1/cis/{id}', { params: { path: { id } } }));
  return name;
}

function ownAlerts({ api, runId }: Scene): Promise<Alert[]> {
  return api.alertsOf(alertSource(runId));
}

function changeOf(
  { api, narrator }: Scene,
  externalRef: string,
  what: string,
  isThere: (change: Change) => boolean,
): Promise<Change> {
  return narrator.terminal.wait(`the change of deployment ${externalRef} to be ${what}`, PROCESSED_MS, async () => {
    const change = await api.changeOf(externalRef);
    if (change === undefined) return notYet('no change');
    return isThere(change) ? change : notYet(change.state);
  });
}

function theDeployment({ runId }: Scene): Omit<DeploymentIn, 'status' | 'at'> & { title: string } {
  return {
    source: 'pipeline',
    externalRef: `${runId}-${DEPLOYED_CI}`,
    ci: ciKey(DEPLOYED_CI),
    title: 'orders 5.3.0: split shipments',
    revision: '9f31c07',
    actor: 'release-pipeline',
    environment: 'production',
  };
}

function alertsOf({ now, runId }: Scene, status: 'firing' | 'resolved'): AlertIn[] {
  return ALERTS.map(({ ago, ci, severity, signal, summary }) => ({
    source: alertSource(runId),
    summary,
    severity,
    status,
    dedupKey: `${ci}/${signal}`,
    ci: ciKey(ci),
    labels: { signal },
    startsAt: iso(now - ago * MINUTE),
    ...(status === 'resolved' ? { endsAt: iso(now - MINUTE) } : {}),
  }));
}

function alertSource(runId: string): string {
  return `monitoring-${runId}`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
