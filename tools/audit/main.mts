/** The audit trail from outside: see docs/how-to/verify-audit.md and docs/how-to/erase-personal-data.md. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { gatewayAccess } from '../client/connection.mts';
import { checkpointsIn, keysIn, linesOf } from './inputs.mts';
import { report } from './report.mts';
import { verifyExport } from './verify-export.mts';

const USAGE = `Usage:
  npm run audit -- verify EXPORT [--keys FILE] [--checkpoints FILE]...
  npm run audit -- export [FILE] [--service NAME] [--from TIME] [--to TIME]
  npm run audit -- erase SUBJECT [--reason TEXT]

verify needs no running platform. --keys: public keys in PEM (npm start writes .itops/audit-key.pub.pem);
--checkpoints: from a place of their own, a checkpoint file or events of itops.audit.v1, one on each line.
export and erase ask the gateway: GATEWAY_URL and API_KEY say where, if not on this machine with its own key.

Ends with 0 when all is well, 1 when something was found or refused, 2 on wrong use.`;

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
  const [file = 'audit.ndjson', ...rest] = words;
  if (rest.length > 0) throw new UsageError('Name one file.');
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ service, from, to })) if (value !== undefined) search.set(name, value);
  const { url, headers } = gatewayAccess();
  const answer = await fetch(`${url}/v1/audit/export?${search.toString()}`, { headers });
  if (!answer.ok || answer.body === null) throw new Error(`The gateway says ${answer.status}: ${await answer.text()}`);
  await pipeline(Readable.fromWeb(answer.body), createWriteStream(file));
  console.log(`Written to ${file}. Verify it: npm run audit -- verify ${file} --keys .itops/audit-key.pub.pem`);
  return 0;
}

async function erase(words: readonly string[], { reason }: Options): Promise<number> {
  const [subject, ...rest] = words;
  if (subject === undefined || rest.length > 0) throw new UsageError('Name one person, in quotes if by several words.');
  const { url, headers } = gatewayAccess();
  const answer = await fetch(`${url}/v1/audit/erasures`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ subject, ...(reason === undefined ? {} : { reason }) }),
  });
  const text = await answer.text();
  console.log(
    answer.ok ? `Ordered; each service erases within seconds: ${text}` : `Refused (${answer.status}): ${text}`,
  );
  return answer.ok ? 0 : 1;
}
