import { relative } from 'node:path';
import type { Places } from './topology.mts';

/** The last words of a start: addresses, the key, three commands that work as they stand. */
export function whereThingsAre(at: Places, gatewayUrl: string, brokers: string, seconds: string): string {
  const key = relative(at.root, at.apiKey);
  const auth = `-H "Authorization: Bearer $(cat ${key})"`;
  const alert =
    '{"source":"curl","summary":"Disk almost full on my first host","severity":"critical","dedupKey":"first-alert"}';
  return `
The platform is ready (${seconds} s).

  Gateway            ${gatewayUrl}
  API documentation  ${gatewayUrl}/docs
  Administrator key  ${key}
  Kafka              ${brokers}, topics itops.inbound.* for your tools (${gatewayUrl}/asyncapi.json)
  Logs               ${relative(at.root, at.logs)}/

Try it, in this folder:

  curl -s ${auth} ${gatewayUrl}/v1/incidents
  curl -s ${auth} -H 'Content-Type: application/json' -d '${alert}' ${gatewayUrl}/v1/alerts
  curl -sN ${auth} ${gatewayUrl}/v1/stream

Ctrl-C stops everything; so does npm start -- --stop, from anywhere in this folder.
`;
}
