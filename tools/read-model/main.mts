import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { postgresUrl } from '../../infra/embedded/postgres-settings.mts';
import { SERVICE_FLAGS } from '../../infra/service-flags.mts';
import { withDatabase } from '../start/databases.mts';
import { keptSecret, keptSigningKey } from '../start/secrets.mts';
import { GATEWAY, places, portOf, SERVER_PORTS, serviceEnvironment, SERVICES, UserError } from '../start/topology.mts';
import { commandOf } from './command.mts';

const at = places(join(import.meta.dirname, '..', '..'));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main(words: readonly string[]): Promise<number> {
  const { services, args } = commandOf(words, [...SERVICES, GATEWAY]);
  const settings = shared();
  const processes = services.map((spec) => {
    const script = join(at.root, 'dist', 'apps', spec.name, 'src', 'main.js');
    if (!existsSync(script)) throw new UserError('There is no build yet: run npm start, or npm run build.');
    return { name: spec.name, args: [...SERVICE_FLAGS, script, ...args], env: serviceEnvironment(spec, settings, at) };
  });
  const [only, ...others] = processes;
  if (only !== undefined && others.length === 0) return runHere(only);
  // Most of the time goes into loading a service, so all load at once.
  const answers = await Promise.all(processes.map((process) => ask(process)));
  for (const { name, output } of answers) console.log(`${name}:\n${output.trimEnd()}`);
  return Math.max(...answers.map(({ code }) => code));
}

interface ServiceCommand {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Where the platform of this folder has its servers, or where the environment says. */
function shared() {
  const given = process.env['DATABASE_URL'] || undefined;
  if (given === undefined && !existsSync(at.postgresPassword)) {
    throw new UserError('The platform has never been started here (npm start), and DATABASE_URL is not set.');
  }
  const server = given ?? postgresUrl(portOf(SERVER_PORTS.postgres), keptSecret(at.postgresPassword));
  return {
    brokers: process.env['KAFKA_BROKERS'] || `127.0.0.1:${portOf(SERVER_PORTS.kafka)}`,
    internalTokenKeys: keptSigningKey(at.internalTokenKey),
    cursorKey: keptSecret(at.cursorKey),
    databaseUrl: (database: string) => withDatabase(server, database),
  };
}

/** The same that runs in production, with the user's terminal. Resolves to its exit code. */
function runHere({ args, env }: ServiceCommand): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: at.root, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 2));
  });
}

/** Beside others: what it says comes as a whole. */
function ask({ name, args, env }: ServiceCommand): Promise<{ name: string; output: string; code: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: at.root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ name, output, code: code ?? 2 }));
  });
}
