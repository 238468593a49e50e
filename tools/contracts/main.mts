/**
 * The promises about events and the API: `npm run contracts -- check` compares every event's schema with every version of it
 * that was released (libs/contracts/released), and openapi.json with the document that was released last;
 * `npm run contracts -- release` writes there what is new or has changed compatibly.
 * Needs the compiled code in dist/. Ends with 1 when something is refused, with 2 on wrong use.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { apiVerdict } from './api-release.mts';
import { exampleEvents } from './example.mts';
import { asContract, type Contract, factOf, judge, type Release, versionOf } from './release.mts';
import { report } from './report.mts';

const root = path.resolve(import.meta.dirname, '../..');
const released = path.join(root, 'libs', 'contracts', 'released');

function declared(): Contract[] {
  const printer = path.join(root, 'dist', 'libs', 'contracts', 'src', 'print-contracts.js');
  const contracts: unknown = JSON.parse(
    execFileSync(process.execPath, [printer], { encoding: 'utf8', maxBuffer: 2 ** 26 }),
  );
  if (!Array.isArray(contracts)) throw new Error('the contracts print themselves in another form than expected');
  return contracts.map((contract) => asContract(contract, 'what the code declares'));
}

function everReleased(): Release[] {
  return readdirSync(released, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.schema.json'))
    .sort()
    .map((file) => asContract(JSON.parse(readFileSync(path.join(released, file), 'utf8')), file));
}

function write(contract: Contract): void {
  const folder = path.join(released, factOf(contract.type));
  mkdirSync(folder, { recursive: true });
  const file = (what: string): string => path.join(folder, `${versionOf(contract)}.${what}.json`);
  // What was released is never written again.
  writeFileSync(file('schema'), `${JSON.stringify(contract, null, 2)}\n`, { flag: 'wx' });
  writeFileSync(file('examples'), `${JSON.stringify(exampleEvents(contract), null, 2)}\n`, { flag: 'wx' });
}

const [command, ...rest] = process.argv.slice(2);
if ((command !== 'check' && command !== 'release') || rest.length > 0) {
  console.error('Usage: npm run contracts -- check | release');
  process.exit(2);
}
const contracts = declared();
const releases = everReleased();
const { problems, unreleased } = judge(contracts, releases);
if (command === 'release' && problems.length === 0) unreleased.forEach(write);
const { text, ok } = report({ command, problems, unreleased, versions: releases.length, events: contracts.length });
if (ok) console.log(text);
else console.error(text);
const api = apiVerdict(command, path.join(root, 'openapi.json'), path.join(released, 'openapi.json'));
if (api.ok) console.log(api.text);
else console.error(api.text);
process.exitCode = ok && api.ok ? 0 : 1;
