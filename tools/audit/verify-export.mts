import type { KeyObject } from 'node:crypto';
import { type Checkpoint, isSignatureOf } from '../../libs/messaging/src/audit/audit-chain.ts';
import { ChainCheck, type ChainSummary } from './chain-check.mts';
import { readLine } from './export-lines.mts';
import type { Finding } from './findings.mts';

/** Public keys by their ids. */
export type KnownKeys = ReadonlyMap<string, KeyObject>;

/** A checkpoint and where it comes from: a line of the export, or another place. */
export interface GivenCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly line: number | null;
}

export interface VerifyOptions {
  /** Undefined: signatures are not looked at. */
  readonly keys?: KnownKeys | undefined;
  /** From a place of their own, which whoever changed the export could not reach. */
  readonly witnesses?: readonly Checkpoint[];
}

export interface Verdict {
  /** The first one of the export first. */
  readonly findings: readonly Finding[];
  readonly chains: readonly ChainSummary[];
  readonly rows: number;
  readonly madeAt: string | null;
  readonly isPartial: boolean;
}

/**
 * Reads an export twice, once for its checkpoints and once for its rows, and keeps in memory no more than the checkpoints.
 * @param lines the export's lines, from the beginning, each time it is called
 */
export async function verifyExport(lines: () => AsyncIterable<string>, options: VerifyOptions = {}): Promise<Verdict> {
  const given: GivenCheckpoint[] = (options.witnesses ?? []).map((checkpoint) => ({ checkpoint, line: null }));
  const header: { at: string | null; from: string | null; to: string | null } = { at: null, from: null, to: null };
  let line = 0;
  for await (const text of lines()) {
    line++;
    const read = text.includes('"kind":"row"') ? undefined : readLine(text);
    if (read?.kind === 'checkpoint') given.push({ checkpoint: read.checkpoint, line });
    if (read?.kind === 'export' && line === 1) Object.assign(header, read);
  }
  const { believed, findings } = believe(given, options.keys);
  const byChain = Map.groupBy(believed, ({ chain }) => chain);
  const inOrder = (chain: string): Checkpoint[] => (byChain.get(chain) ?? []).sort((one, other) => one.seq - other.seq);
  const checks = new Map<string, ChainCheck>();
  const checkOf = (chain: string): ChainCheck => {
    const check = checks.get(chain) ?? new ChainCheck(inOrder(chain), header.from === null);
    checks.set(chain, check);
    return check;
  };
  let rows = 0;
  let ended: number | undefined;
  line = 0;
  for await (const text of lines()) {
    line++;
    const read = readLine(text);
    if (read.kind === 'row') {
      rows++;
      checkOf(read.row.chain).row(read.row, line);
    } else if (read.kind === 'end') ended = read.rows;
    else if (read.kind === 'unreadable') findings.push(ofExport('unreadable', line, read.reason));
  }
  // A chain that only a checkpoint tells of is missing as a whole.
  for (const chain of byChain.keys()) checkOf(chain);
  const chains = [...checks.values()].flatMap((check) => check.end(header.to !== null) ?? []);
  for (const check of checks.values()) findings.push(...check.findings);
  if (options.keys !== undefined) findings.push(...unattested(chains));
  if (ended !== rows) {
    const detail =
      ended === undefined ? 'the last line is missing' : `its last line tells of ${ended} rows, there are ${rows}`;
    findings.push(ofExport('incomplete', null, detail));
  }
  const isPartial = header.from !== null || header.to !== null;
  return { findings: findings.sort(byLine), chains, rows, madeAt: header.at, isPartial };
}

/** Which checkpoints are worth comparing with, and what is wrong with the others. */
function believe(
  given: readonly GivenCheckpoint[],
  keys: KnownKeys | undefined,
): { believed: Checkpoint[]; findings: Finding[] } {
  if (keys === undefined) return { believed: given.map(({ checkpoint }) => checkpoint), findings: [] };
  const believed: Checkpoint[] = [];
  const findings: Finding[] = [];
  for (const { checkpoint, line } of given) {
    const { keyId, service, seq, at } = checkpoint;
    if (keyId === null) continue;
    const key = keys.get(keyId);
    const place = { line, service, seq, id: null };
    if (key === undefined)
      findings.push({ kind: 'unknown-key', ...place, detail: `key ${keyId}, checkpoint of ${at}` });
    else if (isSignatureOf(key, checkpoint)) believed.push(checkpoint);
    else findings.push({ kind: 'forged-signature', ...place, detail: `key ${keyId}, checkpoint of ${at}` });
  }
  return { believed, findings };
}

function unattested(chains: readonly ChainSummary[]): Finding[] {
  return chains
    .filter(({ attested }) => attested === null)
    .map(({ service, first }) => {
      return { kind: 'unattested', line: null, service, seq: first, id: null, detail: 'no checkpoint agrees with it' };
    });
}

function ofExport(kind: Finding['kind'], line: number | null, detail: string): Finding {
  return { kind, line, service: null, seq: null, id: null, detail };
}

/** What has no line stands at the end. */
function byLine(one: Finding, other: Finding): number {
  return (one.line ?? Infinity) === (other.line ?? Infinity) ? 0 : (one.line ?? Infinity) - (other.line ?? Infinity);
}
