import { parseArgs } from 'node:util';
import { connect } from '../client/connection.mts';
import { OpsApi } from '../client/ops-api.mts';
import { Terminal } from '../terminal/terminal.mts';
import { replayPetshop } from './petshop/replay.mts';
import { replayUciIncidents } from './uci/replay.mts';

const USAGE = `Usage:
  npm run replay -- petshop DIR [--only N] [--seed WORD] [--run ID]
  npm run replay -- uci-incidents FILE [--limit N]

DIR is a PetShop scenario as published, or a folder of them; FILE is the incident log, plain or gzipped.
The platform has to run (npm start). GATEWAY_URL and API_KEY say where, if not on this machine with its own key.`;

const OPTIONS = {
  only: { type: 'string' },
  limit: { type: 'string' },
  seed: { type: 'string' },
  run: { type: 'string' },
  help: { type: 'boolean' },
} as const;

class UsageError extends Error {}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof UsageError ? `${error.message}\n\n${USAGE}` : explained(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function main(): Promise<number> {
  const { positionals, values } = readArguments();
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [what, path, ...rest] = positionals;
  if (what === undefined || path === undefined || rest.length > 0) throw new UsageError('Say what is to be replayed.');
  const terminal = new Terminal();
  switch (what) {
    case 'petshop': {
      const runId = values.run ?? Date.now().toString(36);
      const only = countOf('--only', values.only) ?? Infinity;
      await replayPetshop(new OpsApi(connect()), { folder: path, only, runId, seed: values.seed ?? '1' }, terminal);
      return 0;
    }
    case 'uci-incidents': {
      const limit = countOf('--limit', values.limit) ?? 2000;
      const outcome = await replayUciIncidents(new OpsApi(connect()), { file: path, limit }, terminal);
      return outcome.unexplained === 0 ? 0 : 1;
    }
    default:
      throw new UsageError(`"${what}" is no replay.`);
  }
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function countOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError(`${name} takes a whole number from 1, not "${text}".`);
  return count;
}

/** What a user can act on needs no stack; a defect does. */
function explained(error: unknown): string {
  const known = ['ApiProblem', 'Unreachable', 'WaitedInVain', 'Error'];
  if (error instanceof Error && known.includes(error.name)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
