/**
 * Writes the documents that are made from the code: asyncapi.json, openapi.json and those of the services, the client's
 * types, docs/lifecycles.md. Needs the compiled code in dist/. With --check it writes nothing and fails where a committed
 * file differs.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Graphviz } from '@hpcc-js/wasm-graphviz';

import { clientTypes } from './client-types.mts';
import { compiled, root } from './compiled.mts';

const SERVICES = ['cmdb-svc', 'incident-svc', 'change-svc', 'capacity-svc', 'gateway'] as const;

interface Description {
  openApi: object;
  lifecycles: { name: string; mermaid: string; table: string }[];
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
const openApi = compiled(
  'apps/gateway/src/print-openapi.js',
  [],
  JSON.stringify(Object.fromEntries(descriptions.map(({ service, description }) => [service, description.openApi]))),
);
const documents = new Map<string, string>([
  ['openapi.json', openApi],
  ['libs/client/src/generated/schema.mts', await clientTypes(openApi)],
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
