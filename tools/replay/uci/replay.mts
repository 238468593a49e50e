import type { OpsApi } from '../../client/ops-api.mts';
import type { Terminal } from '../../terminal/terminal.mts';
import { runInOrder } from '../in-order.mts';
import { compare, type Difference } from './compare.mts';
import { readIncidentLog } from './incident-log.mts';
import { report, unexplained } from './report.mts';
import { wantedStates } from './wanted.mts';
import { beginJourney, type Journey, walk } from './walk.mts';

const AT_ONCE = 16;

export interface UciOutcome {
  readonly incidents: number;
  readonly explained: number;
  readonly unexplained: number;
}

/** Sends the log's first incidents through the API in the log's order of time, then compares how each one stands. */
export async function replayUciIncidents(
  api: OpsApi,
  options: { readonly file: string; readonly limit: number },
  terminal: Terminal,
): Promise<UciOutcome> {
  const logged = await readIncidentLog(options.file, options.limit);
  const journeys = logged.map((incident) => beginJourney(incident, wantedStates(incident)));
  const rows = logged.reduce((sum, incident) => sum + incident.rows.length, 0);
  const steps = journeys
    .flatMap((journey) => journey.wanted.map((wanted, at) => ({ journey, at, time: wanted.at })))
    .sort((a, b) => a.time - b.time || a.at - b.at);
  terminal.line(
    `${logged.length} incidents, ${rows} rows of the log; ${steps.length} of them change what the platform holds.`,
  );

  const began = Date.now();
  let done = 0;
  await runInOrder(
    steps,
    ({ journey }) => journey.logged.number,
    async ({ at, journey }) => {
      await walk(api, journey, at);
      done += 1;
      if (done % 50 === 0) terminal.progress(`  ${done} of ${steps.length} steps`);
    },
    AT_ONCE,
  );
  terminal.clearProgress();
  terminal.line(`Sent in ${((Date.now() - began) / 1000).toFixed(1)} s.\n`);

  const differences = await compareAll(api, journeys);
  terminal.line(report({ incidents: journeys.length, differences }));
  const open = unexplained(differences).length;
  return { incidents: journeys.length, explained: differences.length - open, unexplained: open };
}

/** Reads each incident anew: what counts is what the platform says now, not what it answered on the way. */
async function compareAll(api: OpsApi, journeys: readonly Journey[]): Promise<Difference[]> {
  const differences: Difference[] = [];
  await runInOrder(
    journeys,
    ({ logged }) => logged.number,
    async (journey) => {
      if (journey.incident === undefined) throw new Error(`${journey.logged.number} was not sent`);
      const now = await api.incident(journey.incident.id);
      differences.push(...compare(journey, now));
    },
    AT_ONCE,
  );
  return differences;
}
