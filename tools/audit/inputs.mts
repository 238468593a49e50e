import { createPublicKey } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { auditKeyId, type Checkpoint } from '../../libs/messaging/src/audit/audit-chain.ts';
import { checkpointIn } from './export-lines.mts';
import type { KnownKeys } from './verify-export.mts';

/** The lines of a file, plain or gzipped, as they are read. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file);
  const input = file.endsWith('.gz') ? stream.pipe(createGunzip()) : stream;
  // An unreadable file is told by the stream; the lines alone would only end.
  const failure = Promise.withResolvers<never>();
  stream.once('error', failure.reject);
  failure.promise.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([lines.next(), failure.promise]);
    if (next.done === true) return;
    if (next.value !== '') yield next.value;
  }
}

/** Public keys in PEM, one or several in a file. @throws Error when there is none */
export function keysIn(file: string): KnownKeys {
  const blocks = readFileSync(file, 'utf8').match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  if (blocks.length === 0) throw new Error(`${file} holds no public key in PEM`);
  return new Map(
    blocks.map((block) => {
      const key = createPublicKey(block);
      return [auditKeyId(key), key];
    }),
  );
}

/** Every checkpoint of a file: lines of checkpoints, an export, or a dump of the topic. @throws Error when there is none */
export async function checkpointsIn(file: string): Promise<Checkpoint[]> {
  const found: Checkpoint[] = [];
  for await (const line of linesOf(file)) {
    const checkpoint = checkpointIn(line);
    if (checkpoint !== undefined) found.push(checkpoint);
  }
  if (found.length === 0) throw new Error(`${file} holds no checkpoint`);
  return found;
}
