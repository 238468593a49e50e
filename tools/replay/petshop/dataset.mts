import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { type Graph, readGraphFile } from './graph-file.mts';
import { type MetricsFile, readMetricsFile } from './metrics-file.mts';

/** One published scenario: a graph, a stretch without faults, and faults. */
export interface Scenario {
  readonly name: string;
  readonly graph: Graph;
  readonly normal: MetricsFile;
  /** By time. */
  readonly faults: readonly Fault[];
}

export interface Fault {
  /** Its folder, such as `test/issue_3`. */
  readonly name: string;
  /** Published beside the fault: the moment from which it was injected (epoch milliseconds). */
  readonly injectedAt: number;
  readonly rootCause: string;
  /** The command that injected it. */
  readonly command: string;
  readonly target: { readonly node: string; readonly metric: string };
  readonly metrics: MetricsFile;
}

const Target = z.object({
  target: z.object({ node: z.string(), metric: z.string(), timestamp: z.coerce.number() }),
  root_cause: z.object({ node: z.string() }),
  metadata: z.object({ reproducibility: z.object({ command: z.string().nullish() }).nullish() }).nullish(),
});

/** The folder is a scenario itself, or holds scenarios. */
export function readScenarios(folder: string): Scenario[] {
  const root = resolve(folder);
  if (!existsSync(root)) throw new Error(`There is no folder ${root}`);
  if (isScenario(root)) return [readScenario(root)];
  const below = subfolders(root).map((name) => join(root, name));
  const scenarios = below.filter(isScenario).map(readScenario);
  if (scenarios.length === 0) {
    throw new Error(`${root} holds no scenario: none of it has noissue/metrics.csv and issue folders with target.json`);
  }
  return scenarios;
}

function isScenario(folder: string): boolean {
  return existsSync(join(folder, 'noissue', 'metrics.csv')) && issueFolders(folder).length > 0;
}

function readScenario(folder: string): Scenario {
  const graphFile = [folder, dirname(folder)].map((place) => join(place, 'graph.csv')).find((file) => existsSync(file));
  if (graphFile === undefined) throw new Error(`${folder} has no graph.csv`);
  const faults = issueFolders(folder).map((name) => readFault(folder, name));
  return {
    name: basename(folder),
    graph: readGraphFile(graphFile),
    normal: readMetricsFile(join(folder, 'noissue', 'metrics.csv')),
    faults: faults.sort((a, b) => a.injectedAt - b.injectedAt || a.name.localeCompare(b.name)),
  };
}

function readFault(folder: string, name: string): Fault {
  const file = join(folder, name, 'target.json');
  const read = Target.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  const { metadata, root_cause: cause, target } = read.data;
  return {
    name,
    injectedAt: Math.round(target.timestamp * 1000),
    rootCause: cause.node,
    command: metadata?.reproducibility?.command ?? 'command not published',
    target: { node: target.node, metric: target.metric },
    metrics: readMetricsFile(join(folder, name, 'metrics.csv')),
  };
}

/** Folders with a fault, one or two levels down: `issue_0` or `test/issue_0`. */
function issueFolders(folder: string): string[] {
  const direct = subfolders(folder);
  const nested = direct.flatMap((outer) => subfolders(join(folder, outer)).map((inner) => join(outer, inner)));
  return [...direct, ...nested].filter((name) => existsSync(join(folder, name, 'target.json'))).sort();
}

function subfolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
