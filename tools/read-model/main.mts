import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { postgresUrl } from '../../infra/embedded/postgres-settings.mts';
import { SERVICE_FLAGS } from '../../infra/service-flags.mts';
import { withDatabase } from '../start/databases.mts';
import { keptSecret, keptSigningKey } from '../start/secrets.mts';
import { places, portOf, SERVER_PORTS, serviceEnvironment, SERVICES, UserError } from '../start/topology.mts';
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
  const { services, args } = commandOf(words, SERVICES);
  let worst = 0;
  for (const spec of services) {
    if (services.length > 1) console.log(`${spec.name}:`);
    const script = join(at.root, 'dist', 'apps', spec.name, 'src', 'main.js');
    if (!existsSync(script)) throw new UserError('There is no build yet: run npm start, or npm run build.');
    const env = serviceEnvironment(spec, shared(), at);
    worst = Math.max(worst, await run(script, args, env));
  }
  return worst;
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
function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...SERVICE_FLAGS, script, ...args], { cwd: at.root, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 2));
  });
}
