import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import type { Places } from '../start/topology.mts';

/** What was exported, and of which platform. */
export interface Exported {
  readonly file: string;
  /** All services, from the first row to the last: only of those does every checkpoint speak. */
  readonly isWhole: boolean;
  /** Of the platform that runs in this folder: to another one its key and checkpoints say nothing. */
  readonly isOwn: boolean;
}

/** How the export is verified with what `npm start` has left in the folder, to be pasted as it stands. */
export function verifyCommand({ file, isWhole, isOwn }: Exported, at: Places): string {
  const given = (option: string, path: string): string[] =>
    isOwn && existsSync(path) ? [option, quoted(relative(at.root, path))] : [];
  return [
    ...['npm run audit -- verify', quoted(file)],
    ...given('--keys', at.auditPublicKey),
    ...(isWhole ? given('--checkpoints', at.auditCheckpoints) : []),
  ].join(' ');
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
