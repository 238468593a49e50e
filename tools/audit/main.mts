/** The audit trail from outside: see docs/how-to/verify-audit.md and docs/how-to/erase-personal-data.md. */
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { answerOf, ApiProblem } from '../../libs/client/src/index.mts';
import { connect } from '../client/connection.mts';
import { places } from '../start/topology.mts';
import { checkpointsIn, keysIn, linesOf } from './inputs.mts';
import { report } from './report.mts';
import { verifyCommand } from './verify-command.mts';
import { verifyExport } from './verify-export.mts';

const USAGE = `Usage:
  npm run audit -- verify EXPORT [--keys FILE] [--checkpoints FILE]...
  npm run audit -- export [FILE] [--service NAME] [--from TIME] [--to TIME]
  npm run audit -- erase SUBJECT [--reason TEXT]

verify needs no running platform. --keys: public keys in PEM (npm start writes .itops/audit-key.pub.pem);
--checkpoints: from a place of their own, a checkpoint file or events of itops.audit.v1, one on each line.
export writes .itops/audit.ndjson unless FILE is given. export and erase ask the gateway: GATEWAY_URL and API_KEY say
where, if not on this machine with its own key.

Ends with 0 when all is well, 1 when something was found or refused, 2 on wrong use.`;

const at = places(dirname(dirname(import.meta.dirname)));

class UsageError extends Error {}

const COMMANDS: Readonly<Record<string, (words: readonly string[], options: Options) => Promise<number>>> = {
  verify,
  export: exportTrail,
  erase,
};

const OPTIONS = {
  keys: { type: 'string' },
  checkpoints: { type: 'string', multiple: true },
  service: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  reason: { type: 'string' },
} as const;
type Options = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];

try {
  process.exitCode = await main();
} catch (error) {
  const isUsage = error instanceof UsageError;
  const reason = error instanceof Error ? error.message : String(error);
  console.error(isUsage ? `${reason}\n\n${USAGE}` : reason);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { positionals, values } = readArguments();
  const [verb = '', ...words] = positionals;
  const command = COMMANDS[verb];
  if (command === undefined) throw new UsageError('Say what is to be done.');
  return command(words, values);
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function verify(words: readonly string[], { keys: keyFile, checkpoints: files = [] }: Options): Promise<number> {
  const [file, ...rest] = words;
  if (file === undefined || rest.length > 0) throw new UsageError('Name one export.');
  const keys = keyFile === undefined ? undefined : keysIn(keyFile);
  const witnesses = (await Promise.all(files.map(checkpointsIn))).flat();
  const verdict = await verifyExport(() => linesOf(file), { keys, witnesses });
  console.log(report(verdict, keys !== undefined, witnesses.length));
  return verdict.findings.length === 0 ? 0 : 1;
}

async function exportTrail(words: readonly string[], { service, from, to }: Options): Promise<number> {
  const [file = join(relative(process.cwd(), at.home), 'audit.ndjson'), ...rest] = words;
  if (rest.length > 0) throw new UsageError('Name one file.');
  const query = {
    ...(service === undefined ? {} : { service }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const lines = await answerOf(connect().GET('/v1/audit/export', { params: { query }, parseAs: 'stream' }));
  mkdirSync(dirname(file), { recursive: true });
  await pipeline(lines, createWriteStream(file));
  const exported = { file, isWhole: Object.keys(query).length === 0, isOwn: !process.env['GATEWAY_URL'] };
  console.log(`Written to ${file}. Verify it: ${verifyCommand(exported, at)}`);
  return 0;
}

async function erase(words: readonly string[], { reason }: Options): Promise<number> {
  const [subject, ...rest] = words;
  if (subject === undefined || rest.length > 0) throw new UsageError('Name one person, in quotes if by several words.');
  const body = { subject, ...(reason === undefined ? {} : { reason }) };
  try {
    const ordered = await answerOf(connect().POST('/v1/audit/erasures', { body }));
    console.log(`Ordered; each service erases within seconds: ${JSON.stringify(ordered)}`);
    return 0;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    console.log(`Refused: ${error.message}`);
    return 1;
  }
}
