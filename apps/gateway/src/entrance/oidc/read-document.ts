import { type Readable } from 'node:stream';

import { isRecord } from '@itops/kit';
import { request } from 'undici';

const PATIENCE_MS = 5_000;
const LARGEST_BYTES = 1024 * 1024;

export interface ReadDocument {
  readonly document: unknown;
  /** By how many seconds the other side's clock is ahead of ours; undefined where it does not say. */
  readonly aheadS: number | undefined;
}

/** Reads a JSON document of the provider's, following no redirect. @throws Error that says why not */
export async function readDocument(url: string): Promise<ReadDocument> {
  try {
    const { statusCode, headers, body } = await request(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const aheadS = aheadOfUs(headers['date']);
    const text = await readText(body);
    if (statusCode !== 200) throw new Error(`it answered ${statusCode}`);
    return { document: JSON.parse(text), aheadS };
  } catch (error) {
    throw new Error(`The identity provider can not be asked at ${url}: ${reasonOf(error)}.`, { cause: error });
  }
}

async function readText(body: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > LARGEST_BYTES) throw new Error(`it answered more than ${LARGEST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function aheadOfUs(date: string | string[] | undefined): number | undefined {
  const told = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  return Number.isNaN(told) ? undefined : Math.round((told - Date.now()) / 1_000);
}

/** Of several addresses that failed the message is empty. */
function reasonOf(error: unknown): string {
  if (!isRecord(error)) return String(error);
  return String(error['message'] === '' || error['message'] === undefined ? error['code'] : error['message']);
}
