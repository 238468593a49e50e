import type { OpsApi } from '../../client/ops-api.mts';
import type { Terminal } from '../../terminal/terminal.mts';
import { readScenarios, type Scenario } from './dataset.mts';
import { estateKnown } from './estate-known.mts';
import { estateOf, nodesOf } from './estate.mts';
import { replayFault } from './fault-replay.mts';
import { deriveLimits } from './limits.mts';
import { type FaultResult, faultTable, sums } from './report.mts';

export interface PetshopOptions {
  readonly folder: string;
  /** Only so many faults of each scenario, the earliest. */
  readonly only: number;
  /** Makes names of this run its own, so that it can be repeated on the same platform. */
  readonly runId: string;
  readonly seed: string;
}

const DECOYS_PER_FAULT = 10;

/** Every scenario of the folder, fault by fault in the order of time; prints a table and sums for each. */
export async function replayPetshop(api: OpsApi, options: PetshopOptions, terminal: Terminal): Promise<FaultResult[]> {
  const scenarios = readScenarios(options.folder);
  const all: FaultResult[] = [];
  for (const scenario of scenarios) all.push(...(await replayScenario(api, scenario, options, terminal)));
  if (scenarios.length > 1) {
    terminal.heading(`All ${scenarios.length} scenarios`);
    terminal.line(sums(all));
  }
  return all;
}

async function replayScenario(
  api: OpsApi,
  scenario: Scenario,
  { only, runId, seed }: PetshopOptions,
  terminal: Terminal,
): Promise<FaultResult[]> {
  const source = `petshop-${scenario.name}-${runId}`;
  const limits = deriveLimits(scenario.normal);
  const estate = estateOf(scenario, source);
  const outcome = await api.discover(estate);
  if (outcome.rejected.length > 0) throw new Error(`Discovery refused ${JSON.stringify(outcome.rejected[0])}`);
  await estateKnown(api, estate, outcome);
  terminal.heading(`PetShop ${scenario.name} (run ${runId})`);
  terminal.line(
    `${estate.items.length} CIs, ${scenario.graph.calls.length} dependencies, ${limits.length} thresholds from the time without faults`,
  );

  const faults = scenario.faults.slice(0, only);
  const nodes = nodesOf(scenario);
  const setting = { api, source, nodes, limits, decoysPerFault: DECOYS_PER_FAULT, seed: `${seed}/${scenario.name}` };
  const results: FaultResult[] = [];
  for (const [at, fault] of faults.entries()) {
    terminal.progress(`  fault ${at + 1} of ${faults.length}: ${fault.name}`);
    results.push(await replayFault(setting, fault));
  }
  terminal.clearProgress();
  terminal.line(`\n${faultTable(results)}\n\n${sums(results)}`);
  return results;
}
