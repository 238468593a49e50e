/**
 * Writes the documents that are made from the code: asyncapi.json, each service's openapi.json, docs/lifecycles.md.
 * Needs the compiled code in dist/. With --check it writes nothing and fails where a committed file differs.
 */
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Graphviz } from '@hpcc-js/wasm-graphviz';

const root = path.resolve(import.meta.dirname, '../..');
const SERVICES = ['cmdb-svc', 'incident-svc', 'change-svc', 'capacity-svc', 'gateway'] as const;

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** Enough for a service to describe itself; nothing is connected. */
const DESCRIBE_ENV = {
  PORT: '0',
  LOG_LEVEL: 'silent',
  KAFKA_BROKERS: '127.0.0.1:9',
  DATABASE_URL: 'postgres://127.0.0.1:9/none',
  INTERNAL_TOKEN_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  INTERNAL_TOKEN_KEYS: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  CURSOR_KEY: 'only-to-describe-the-service-0000000',
  API_KEY: 'only-to-describe-the-service-0000000',
  CMDB_URL: 'http://127.0.0.1:9',
  INCIDENT_URL: 'http://127.0.0.1:9',
  CHANGE_URL: 'http://127.0.0.1:9',
  CAPACITY_URL: 'http://127.0.0.1:9',
};

interface Description {
  openApi: object;
  lifecycles: { name: string; mermaid: string; table: string }[];
}

function compiled(file: string, args: string[]): string {
  return execFileSync(process.execPath, [path.join(root, 'dist', file), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...DESCRIBE_ENV },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

function describe(service: string): Description {
  const parsed: unknown = JSON.parse(compiled(`apps/${service}/src/main.js`, ['describe']));
  if (!isDescription(parsed)) throw new Error(`${service} describes itself in another form than expected`);
  return parsed;
}

function isDescription(value: unknown): value is Description {
  return typeof value === 'object' && value !== null && 'openApi' in value && 'lifecycles' in value;
}

function lifecyclePage(descriptions: readonly { service: string; description: Description }[]): string {
  const sections = descriptions.flatMap(({ service, description }) =>
    description.lifecycles.map(({ name, mermaid, table }) =>
      [`## ${name} (${service})`, '', '```mermaid', mermaid, '```', '', table].join('\n'),
    ),
  );
  return [
    '# Life cycles',
    '',
    'Made from the transition tables in the code by `npm run generate`. An action that is not listed for a state is',
    'refused with 409 and the actions that are allowed.',
    '',
    sections.join('\n\n'),
    '',
  ].join('\n');
}

async function drawing(file: string): Promise<string> {
  const graphviz = await Graphviz.load();
  return graphviz.dot(readFileSync(path.join(root, file), 'utf8'));
}

const descriptions = SERVICES.map((service) => ({ service, description: describe(service) }));
const documents = new Map<string, string>([
  ['asyncapi.json', compiled('libs/contracts/src/print-asyncapi.js', [])],
  ['docs/architecture.svg', await drawing('docs/architecture.dot')],
  ['docs/lifecycles.md', lifecyclePage(descriptions)],
  ...descriptions.map(({ service, description }): [string, string] => [
    `apps/${service}/openapi.json`,
    `${JSON.stringify(description.openApi, null, 2)}\n`,
  ]),
]);

const check = process.argv.includes('--check');
const stale = [...documents].filter(([file, text]) => {
  const full = path.join(root, file);
  return !existsSync(full) || readFileSync(full, 'utf8') !== text;
});
for (const [file, text] of stale) {
  if (check) console.error(`${file} differs from what the code says. Run: npm run generate`);
  else {
    writeFileSync(path.join(root, file), text);
    console.log(`wrote ${file}`);
  }
}
if (check && stale.length > 0) process.exitCode = 1;
else console.log(`${documents.size} documents are up to date`);
