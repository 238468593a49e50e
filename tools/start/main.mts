import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { ServerUnavailable } from '../../infra/embedded/managed-server.mts';
import { StartFailure } from '../../infra/embedded/start-failure.mts';
import { Platform } from './platform.mts';
import { confirmReset } from './reset.mts';
import { playSampleOnce } from './sample.mts';
import { keptSecret } from './secrets.mts';
import { takeStartLock } from './start-lock.mts';
import { runSteps } from './steps.mts';
import { stopRunning } from './stop.mts';
import { GATEWAY, places, urlOf, UserError } from './topology.mts';
import { whereThingsAre } from './where-things-are.mts';

const USAGE = 'Usage: npm start -- [--no-sample] [--reset [--yes]] | --stop';
const beganAt = Date.now();
const at = places(dirname(dirname(import.meta.dirname)));

// Whoever read our output may go first; that must not end the platform in disorder.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

await main().catch((error: unknown) => {
  console.error(forTheUser(error));
  process.exitCode = 1;
});
// The channel to the process that started us would keep this one alive.
process.exit();

/** What the user can act on, without a stack; anything else is a defect, with it. */
function forTheUser(error: unknown): unknown {
  if (error instanceof StartFailure) return `\n${error.message}; ${error.details}`;
  return error instanceof UserError || error instanceof ServerUnavailable ? error.message : error;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.stop) return stopRunning(at.lock, say);
  const gatewayUrl = urlOf(GATEWAY);
  if (options.reset && existsSync(at.home)) await confirmReset(options.yes, at.home);
  const lock = await takeStartLock(at.lock, gatewayUrl);
  try {
    await run(options, gatewayUrl);
  } finally {
    lock.release();
  }
}

async function run(options: Options, gatewayUrl: string): Promise<void> {
  const platform = await Platform.plan(at, say);
  const askedToStop = onStopRequest(() => void platform.stop());
  try {
    const left = await platform.endLeftovers();
    if (left.length > 0) say(`Ended what an earlier start had left running: ${left.join(', ')}`);
    if (options.reset) await reset(platform);
    await platform.requireFreePorts();
    const apiKey = keptSecret(at.apiKey, 'itops_');

    await runSteps(platform, at.root);
    if (!options.noSample) {
      await playSampleOnce({
        ...{ at, gatewayUrl, apiKey, brokers: platform.brokers, signal: platform.signal },
        onSpawn: platform.recordProcess('sample story'),
      });
    }
    platform.signal.throwIfAborted();
    console.log(whereThingsAre(at, gatewayUrl, platform.brokers, ((Date.now() - beganAt) / 1000).toFixed(1)));
    await askedToStop;
  } catch (error) {
    // Asked to stop during the start: that is no failure.
    if (!platform.signal.aborted) throw error;
  } finally {
    await platform.stop();
  }
  say('Everything has stopped.');
}

async function reset(platform: Platform): Promise<void> {
  await platform.removeAllData();
  say('Removed all data of the platform.');
  if (process.env['DATABASE_URL'] || process.env['KAFKA_BROKERS']) {
    say('What is on the servers given by DATABASE_URL and KAFKA_BROKERS was not touched, nor the keys that it needs.');
  }
}

/** Ctrl-C, kill, a closed terminal, or the end of the process that started us. Settles at the first of them. */
function onStopRequest(stop: () => void): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const ask = (): void => {
      // Ctrl-C twice, or npm passing on what the terminal has sent already.
      if (asked) return void say('  still stopping; data is being written …');
      asked = true;
      say('\nStopping: gateway, services, Kafka, PostgreSQL …');
      stop();
      resolve();
    };
    process.on('SIGINT', ask);
    process.on('SIGTERM', ask);
    process.on('SIGHUP', ask);
    process.on('disconnect', ask);
  });
}

interface Options {
  readonly noSample: boolean;
  readonly reset: boolean;
  readonly yes: boolean;
  readonly stop: boolean;
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        ...{ 'no-sample': { type: 'boolean', default: false }, reset: { type: 'boolean', default: false } },
        ...{ yes: { type: 'boolean', default: false }, stop: { type: 'boolean', default: false } },
      },
    });
    return { noSample: values['no-sample'], reset: values.reset, yes: values.yes, stop: values.stop };
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function say(line: string): void {
  console.log(line);
}
