import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dockerAnswers } from '../../infra/docker/docker-engine.mts';
import { ServerUnavailable } from '../../infra/embedded/managed-server.mts';
import { embeddedKafka } from '../../infra/embedded/kafka.mts';
import { pythonObstacle } from '../fuzz/python.mts';
import { build } from '../start/build.mts';
import { type Outcome, runTool } from './run-tool.mts';

export interface Step {
  readonly name: string;
  /** Mostly waits, so that it goes on beside the checks after it. */
  readonly isBeside?: boolean;
  /** Undefined: nothing to do here. */
  readonly run: (context: StepContext) => Promise<Outcome | undefined>;
}

export interface StepContext {
  readonly root: string;
  readonly jestArgs: readonly string[];
  readonly signal: AbortSignal;
}

const bin = (...parts: string[]): string => join('node_modules', ...parts);

function tool(name: string, script: string, args: readonly string[]): Step {
  return { name, run: (context) => runTool(context, [script, ...args]) };
}

/** A step of a script that need not exist. */
function optionalScript(name: string, script: string, args: readonly string[]): Step {
  return {
    name,
    run: (context) =>
      existsSync(join(context.root, script)) ? runTool(context, [script, ...args]) : Promise.resolve(undefined),
  };
}

/** Everything that `npm test` runs before the tests, in this order. All are run, also after one has failed. */
export const CHECKS: readonly Step[] = [
  { name: 'kafka', run: fetchKafka },
  { name: 'build', run: ({ root, signal }) => build(root, signal).then(() => ({ ok: true, output: '' })) },
  { name: 'chaos', run: breakThings, isBeside: true },
  { name: 'fuzz', run: fuzzALittle, isBeside: true },
  tool('prettier', bin('prettier', 'bin', 'prettier.cjs'), ['--check', '--log-level', 'warn', '.']),
  { name: 'eslint', run: lint },
  tool('types', bin('typescript', 'bin', 'tsc'), ['--noEmit', '-p', 'tsconfig.json']),
  tool('boundaries', bin('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'), [
    ...['--config', '.dependency-cruiser.cjs', 'apps', 'libs'],
  ]),
  tool('knip', bin('knip', 'bin', 'knip.js'), []),
  {
    name: 'openapi',
    run: (context) =>
      runTool(context, [bin('@redocly', 'cli', 'bin', 'cli.js'), 'lint', 'openapi.json'], 'capture', {
        REDOCLY_TELEMETRY: 'off',
        REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      }),
  },
  tool('contracts', join('tools', 'contracts', 'main.mts'), ['check']),
  // Reads the compiled services.
  optionalScript('generated', join('tools', 'generate', 'main.mts'), ['--check']),
];

export const JEST: Step = {
  name: 'jest',
  run: (context) =>
    runTool(context, [bin('jest', 'bin', 'jest.js'), '--config', 'jest.config.cjs', ...context.jestArgs], 'inherit'),
};

/** Asked for with --replays: needs the data folder beside the project. */
export const REPLAYS: Step = {
  name: 'replays',
  run: (context) => {
    const script = join('tools', 'ci', 'replays.mts');
    return existsSync(join(context.root, script)) ? runTool(context, [script], 'inherit') : Promise.resolve(undefined);
  },
};

/** Without a graph of the projects, the rule on who may import whom skips itself and nobody notices. */
async function lint(context: StepContext): Promise<Outcome> {
  const withoutDaemon = { NX_DAEMON: 'false' };
  const graph = await runTool(
    context,
    [bin('nx', 'dist', 'bin', 'nx.js'), 'show', 'projects'],
    'capture',
    withoutDaemon,
  );
  if (!graph.ok) return graph;
  const result = await runTool(context, [bin('eslint', 'bin', 'eslint.js'), '.'], 'capture', withoutDaemon);
  const skipped = result.output.includes('The rule will be skipped');
  return { ok: result.ok && !skipped, output: result.output };
}

/** Breaks the platform under load for less than three minutes, on servers of its own. */
async function breakThings(context: StepContext): Promise<Outcome | undefined> {
  if ((await embeddedKafka.obstacle(context.root)) !== undefined) return undefined;
  return runTool(context, [join('tools', 'chaos', 'main.mts'), '--short']);
}

/** A few requests that the document makes possible or forbids, for each operation; nothing else here needs Python. */
async function fuzzALittle(context: StepContext): Promise<Outcome | undefined> {
  const obstacle = (await pythonObstacle()) ?? (await embeddedKafka.obstacle(context.root));
  if (obstacle === undefined) return runTool(context, [join('tools', 'fuzz', 'main.mts'), '--short']);
  console.log(`  The document is not fuzzed: that needs ${obstacle}.`);
  return undefined;
}

/** The jars for the tests' own broker, unless the broker comes from elsewhere. */
async function fetchKafka({ root, signal }: StepContext): Promise<Outcome | undefined> {
  if (process.env['TEST_KAFKA_BROKERS'] || process.env['KAFKA_BROKERS'] || (await dockerAnswers())) return undefined;
  const obstacle = await embeddedKafka.obstacle(root);
  if (obstacle !== undefined) {
    throw new ServerUnavailable(`Tests need a Kafka: install ${obstacle}, or Docker, or set TEST_KAFKA_BROKERS.`);
  }
  await embeddedKafka.prepare(root, signal);
  return { ok: true, output: '' };
}
