// Both replays on a small part of the data beside the project, on a platform of their own that is thrown away after.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findFreePorts } from '../../infra/embedded/ports.mts';
import { createOpsClient } from '../../libs/client/src/index.mts';
import { OpsApi } from '../client/ops-api.mts';
import { replayPetshop } from '../replay/petshop/replay.mts';
import { replayUciIncidents } from '../replay/uci/replay.mts';
import { Platform } from '../start/platform.mts';
import { keptSecret } from '../start/secrets.mts';
import { runSteps } from '../start/steps.mts';
import { GATEWAY, places, SERVER_PORTS, SERVICES, urlOf } from '../start/topology.mts';
import { Terminal } from '../terminal/terminal.mts';

const FAULTS = 3;
const INCIDENTS = 100;
/** Among so many suspects of a fault's incident the true change has to be; in full replays it was always the first. */
const LIKELY_SUSPECTS = 3;
/** The earliest fault becomes one to three incidents, as its alerts happen to arrive; the other two are always one. */
const MOST_SPLIT = 1;
const MOST_PARTS = 3;

const root = dirname(dirname(import.meta.dirname));
const data = process.env['REPLAY_DATA'] || join(dirname(root), 'shared', 'data');
const petshop = join(data, 'petshop');
const log = join(data, 'uci-incident-log', 'incident_event_log.csv.gz');

interface Check {
  readonly name: string;
  /** Where its data are. */
  readonly path: string;
  /** What is wrong with the result; empty when it is as it should be. */
  readonly run: (api: OpsApi) => Promise<string[]>;
}

const terminal = new Terminal();
const CHECKS: readonly Check[] = [
  { name: 'petshop', path: petshop, run: checkPetshop },
  { name: 'uci-incidents', path: log, run: checkIncidents },
];

const checks = CHECKS.filter(({ path }) => existsSync(path));
if (checks.length === 0) {
  console.log(`replays: 0 passed, 0 failed (no data in ${data})`);
} else {
  process.exitCode = (await runAll(checks)) ? 0 : 1;
}
// Whatever a driver may still hold open, the result is known.
process.exit();

/** Faults have to be one incident each, but for the one that may be more, and each true change a likely suspect. */
async function checkPetshop(api: OpsApi): Promise<string[]> {
  const results = await replayPetshop(api, { folder: petshop, only: FAULTS, runId: 'ci', seed: '1' }, terminal);
  const split = results.filter(({ incidents }) => incidents.length !== 1);
  return [
    ...(split.length <= MOST_SPLIT ? [] : [`${split.length} faults are not one incident each`]),
    ...results.flatMap(({ fault, incidents, rank }) => [
      ...(incidents.length >= 1 && incidents.length <= MOST_PARTS ? [] : [`${fault}: ${incidents.length} incidents`]),
      ...(rank !== null && rank <= LIKELY_SUSPECTS ? [] : [`${fault}: the true change has rank ${rank ?? 'none'}`]),
    ]),
  ];
}

async function checkIncidents(api: OpsApi): Promise<string[]> {
  const { incidents, unexplained } = await replayUciIncidents(api, { file: log, limit: INCIDENTS }, terminal);
  return [
    ...(incidents === INCIDENTS ? [] : [`${incidents} incidents instead of ${INCIDENTS}`]),
    ...(unexplained === 0 ? [] : [`${unexplained} differences without an explanation`]),
  ];
}

async function runAll(wanted: readonly Check[]): Promise<boolean> {
  const home = mkdtempSync(join(tmpdir(), 'itops-replays-'));
  const at = places(root, home);
  await takeFreePorts();
  const platform = await Platform.plan(at, (line) => console.log(line));
  const stop = (): void => void platform.stop();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  const failed: string[] = [];
  try {
    // The gateway reads it when it starts.
    const apiKey = keptSecret(at.apiKey, 'itops_');
    await runSteps(platform, root);
    const api = new OpsApi(createOpsClient({ baseUrl: urlOf(GATEWAY), key: apiKey, signal: platform.signal }));
    for (const check of wanted) {
      const faults = await check.run(api).catch((error: unknown) => [String(error)]);
      if (faults.length > 0) failed.push(check.name);
      for (const fault of faults) console.log(`  ✖ ${check.name}: ${fault}`);
    }
  } catch (error) {
    console.error(error);
    failed.push(...wanted.map(({ name }) => name));
  } finally {
    await platform.stop();
    rmSync(home, { recursive: true, force: true });
  }
  console.log(`\nreplays: ${wanted.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0;
}

/** Through the variables by which a user chooses ports. */
async function takeFreePorts(): Promise<void> {
  const variables = [...SERVICES, GATEWAY, ...Object.values(SERVER_PORTS)].map(({ portVariable }) => portVariable);
  const ports = await findFreePorts(variables.length);
  variables.forEach((variable, at) => (process.env[variable] = String(ports[at])));
  // Servers that a developer has set for his own platform are not for throwing away.
  delete process.env['DATABASE_URL'];
  delete process.env['KAFKA_BROKERS'];
}
