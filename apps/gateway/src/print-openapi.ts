import { text } from 'node:stream/consumers';

import { isRecord } from '@itops/kit';

import { type Part } from './features/serve-documents/merge-openapi';
import { wholeDocument } from './features/serve-documents/whole-document';

/** Reads the documents of the gateway and of the services, `{"gateway": {…}, "cmdb-svc": {…}}`, and writes what is served. */
async function main(): Promise<void> {
  const given: unknown = JSON.parse(await text(process.stdin));
  const parts = Object.entries(isRecord(given) ? given : {}).map(([service, document]): Part => ({
    service,
    document: isRecord(document) ? document : {},
  }));
  const own = parts.find(({ service }) => service === 'gateway');
  if (own === undefined) throw new Error("The gateway's own document is missing");
  const others = parts.filter((part) => part !== own);
  process.stdout.write(`${JSON.stringify(wholeDocument(own, others), null, 2)}\n`);
}

void main();
