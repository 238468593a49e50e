import type { DeploymentIn } from '../../client/inputs.mts';
import type { OpsApi } from '../../client/ops-api.mts';
import type { Alert, Change, Incident, Suspects } from '../../client/resources.mts';
import { notYet, waitFor, WaitedInVain } from '../../client/wait.mts';
import { runInOrder } from '../in-order.mts';
import { type Alarm, alarmSteps, findAlarms } from './alarms.mts';
import type { Fault } from './dataset.mts';
import { drawDecoys } from './decoys.mts';
import { alertsOf, dedupKeyOf } from './fault-alerts.mts';
import type { Limit } from './limits.mts';
import { metricSeries } from './metric-batches.mts';
import type { FaultResult } from './report.mts';

export interface Setting {
  readonly api: OpsApi;
  /** The source of the scenario's configuration items; carries the run's id, as all external references do. */
  readonly source: string;
  readonly nodes: readonly string[];
  readonly limits: readonly Limit[];
  readonly decoysPerFault: number;
  readonly seed: string;
}

const PROCESSED_MS = 30_000;
/** How long a true change that is no suspect is waited for, before it counts as not found. */
const SUSPECTED_MS = 10_000;
const AT_ONCE = 8;
const FAULT_OVER = { closeCode: 'solved', closeNotes: 'The injected fault is over.' };
/** Published is when the command was run, not how long it took. */
const COMMAND_MS = 1000;

/** Plays one fault: what was measured, what was changed, what was alerted, each at its own time; then asks who is blamed. */
export async function replayFault(setting: Setting, fault: Fault): Promise<FaultResult> {
  const { api, source } = setting;
  const alertSource = `${source}/${fault.name}`.slice(-255);
  const alarms = findAlarms(fault, setting.limits);

  await api.sendMetrics(metricSeries(fault.metrics, source));
  const trueChange = await deploy(setting, fault);

  const steps = alarmSteps(alarms);
  const lastBegin = steps.findLastIndex(({ begin }) => begin.length > 0);
  const sent: Alarm[] = [];
  let seen: Alert[] = [];
  for (const step of steps.slice(0, lastBegin + 1)) {
    await api.sendAlerts(alertsOf(step, { alerts: alertSource, estate: source }));
    sent.push(...step.begin);
    seen = await processed(api, alertSource, sent, step.at);
  }

  const incidents = await incidentsOf(api, seen);
  const suspects = await suspectsOf(api, incidents[0], trueChange.id);
  const place = suspects.items.findIndex(({ changeId }) => changeId === trueChange.id);
  const result: FaultResult = {
    fault: fault.name,
    metric: fault.target.metric,
    rootCause: fault.rootCause,
    alarms: alarms.length,
    early: alarms.filter(({ startsAt }) => startsAt <= fault.injectedAt).length,
    cisHit: new Set(seen.flatMap(({ ciId }) => ciId ?? [])).size,
    incidents: incidents.map(({ number }) => number),
    suspects: suspects.items.length,
    rank: place === -1 ? null : place + 1,
  };

  for (const step of steps.slice(lastBegin + 1)) {
    await api.sendAlerts(alertsOf(step, { alerts: alertSource, estate: source }));
    await processed(api, alertSource, sent, step.at);
  }
  await tidy(api, incidents);
  return result;
}

/** Ten changes elsewhere in the day before, then the injection, each as a pipeline would report it. */
async function deploy({ api, decoysPerFault, nodes, seed, source }: Setting, fault: Fault): Promise<Change> {
  const decoys = drawDecoys(`${seed}/${fault.name}`, fault, nodes, decoysPerFault).map((decoy, at) => ({
    ...decoy,
    externalRef: `${source}/${fault.name}/decoy-${at + 1}`,
  }));
  const injection = {
    externalRef: `${source}/${fault.name}/injection`,
    node: fault.rootCause,
    title: fault.command.slice(0, 255),
    startedAt: fault.injectedAt,
    endedAt: fault.injectedAt + COMMAND_MS,
  };
  const reports = [...decoys, injection].flatMap(({ endedAt, externalRef, node, startedAt, title }): DeploymentIn[] => {
    const about = { source, externalRef, ci: { source, externalId: node }, title, environment: 'production' };
    return [
      { ...about, status: 'started', at: new Date(startedAt).toISOString() },
      { ...about, status: 'succeeded', at: new Date(endedAt).toISOString() },
    ];
  });
  const refs = [...decoys, injection].map(({ externalRef }) => externalRef);
  await runInOrder(
    reports,
    ({ externalRef }) => externalRef,
    (report) => api.sendDeployment(report),
    AT_ONCE,
  );
  const known: Change[] = [];
  await runInOrder(
    refs,
    (ref) => ref,
    async (ref) => void known.push(await knownChange(api, ref)),
    AT_ONCE,
  );
  const found = known.find(({ externalRef }) => externalRef === injection.externalRef);
  if (found === undefined) throw new Error(`No change with the reference ${injection.externalRef}`);
  return found;
}

/** The change that a deployment opened, once its end is known too. */
function knownChange(api: OpsApi, externalRef: string): Promise<Change> {
  return waitFor(
    `the change of the deployment ${externalRef}`,
    async () => {
      const change = await api.changeOf(externalRef);
      return change !== undefined && ['review', 'closed'].includes(change.state)
        ? change
        : notYet(change?.state ?? 'no change');
    },
    { timeoutMs: PROCESSED_MS, everyMs: 25 },
  );
}

/** The fault's alerts, once all that should fire by now do so within an incident, and all that should be over are. */
function processed(api: OpsApi, alertSource: string, sent: readonly Alarm[], now: number): Promise<Alert[]> {
  const over = new Map(sent.map(({ endsAt, limit }) => [dedupKeyOf(limit), endsAt <= now]));
  return waitFor(
    `the alerts of ${alertSource}`,
    async () => {
      const alerts = await api.alertsOf(alertSource);
      const done = alerts.filter(({ dedupKey, incidentId, state }) =>
        over.get(dedupKey) === true ? state === 'resolved' : state !== 'resolved' && typeof incidentId === 'string',
      );
      return done.length === over.size ? alerts : notYet(`${done.length} of ${over.size} in place`);
    },
    { timeoutMs: PROCESSED_MS, everyMs: 50 },
  );
}

/** The one with most of the fault's alerts first; of equals, the one that was opened first. */
async function incidentsOf(api: OpsApi, alerts: readonly Alert[]): Promise<Incident[]> {
  const byIncident = Map.groupBy(alerts, ({ incidentId }) => incidentId ?? '');
  byIncident.delete('');
  const incidents = await Promise.all([...byIncident.keys()].map((id) => api.incident(id)));
  const share = ({ id }: Incident): number => byIncident.get(id)?.length ?? 0;
  return incidents.sort((a, b) => share(b) - share(a) || a.number.localeCompare(b.number));
}

/** The incident's suspects, the same in two looks and with the true change among them, or as they are when that never comes. */
async function suspectsOf(api: OpsApi, incident: Incident | undefined, trueChangeId: string): Promise<Suspects> {
  if (incident === undefined) return { items: [], computedAt: null };
  let last = await api.suspects(incident.id);
  try {
    return await waitFor(
      `the suspects of ${incident.number}`,
      async () => {
        const before = last;
        last = await api.suspects(incident.id);
        const settled = before.computedAt === last.computedAt && last.computedAt !== null;
        return settled && last.items.some(({ changeId }) => changeId === trueChangeId) ? last : undefined;
      },
      { timeoutMs: SUSPECTED_MS, everyMs: 100 },
    );
  } catch (error) {
    if (error instanceof WaitedInVain) return last;
    throw error;
  }
}

/** Ends the incidents, so that the next fault finds nothing open. */
async function tidy(api: OpsApi, incidents: readonly Incident[]): Promise<void> {
  for (const { id } of incidents) {
    let incident = await api.incident(id);
    if (incident.allowedActions.includes('resolve')) {
      incident = await api.act(incident, { action: 'resolve', body: FAULT_OVER });
    }
    if (incident.allowedActions.includes('close')) await api.act(incident, { action: 'close', body: {} });
  }
}
