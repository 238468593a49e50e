import type {
  Checkpoint,
  ContentDigests,
  RowContent,
  SealedFields,
} from '../../libs/messaging/src/audit/audit-chain.ts';

/** A row of an export: what its hash covers, the hash, and what may hold personal data where it is still known. */
export interface ExportedRow extends SealedFields {
  readonly chain: string;
  readonly service: string;
  readonly hash: string;
  readonly content: RowContent | null;
}

export type ExportLine =
  | { readonly kind: 'export'; readonly at: string; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'row'; readonly row: ExportedRow }
  | { readonly kind: 'checkpoint'; readonly checkpoint: Checkpoint }
  | { readonly kind: 'end'; readonly rows: number }
  /** Not in the form of an export. */
  | { readonly kind: 'unreadable'; readonly reason: string };

type Members = Readonly<Record<string, unknown>>;

class NotReadable extends Error {}

export function readLine(text: string): ExportLine {
  try {
    const value: unknown = JSON.parse(text);
    return lineOf(asMembers(value, 'the line'));
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * A checkpoint, from a line of a checkpoint file, of an export, or of a dump of the Kafka topic `itops.audit.v1`;
 * undefined where the line has none.
 */
export function checkpointIn(text: string): Checkpoint | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const line = asMembers(value, 'the line');
    const data = isMembers(line['data']) ? line['data'] : line;
    const found = isMembers(data['checkpoint']) ? data['checkpoint'] : data;
    return 'signature' in found ? checkpointOf(found) : undefined;
  } catch {
    return undefined;
  }
}

function lineOf(line: Members): ExportLine {
  switch (line['kind']) {
    case 'export':
      return { kind: 'export', at: text(line, 'at'), from: textOrNull(line, 'from'), to: textOrNull(line, 'to') };
    case 'row':
      return { kind: 'row', row: rowOf(line) };
    case 'checkpoint':
      return { kind: 'checkpoint', checkpoint: checkpointOf(line) };
    case 'end':
      return { kind: 'end', rows: whole(line, 'rows') };
    default:
      throw new NotReadable('it is of no known kind');
  }
}

function rowOf(line: Members): ExportedRow {
  const digests = asMembers(line['digests'], 'digests');
  return {
    ...{ chain: text(line, 'chain'), service: text(line, 'service'), seq: whole(line, 'seq'), id: text(line, 'id') },
    ...{ at: text(line, 'at'), actor: text(line, 'actor'), credential: textOrNull(line, 'credential') },
    ...{ action: text(line, 'action'), resourceType: text(line, 'resourceType') },
    ...{ resourceId: text(line, 'resourceId'), outcome: text(line, 'outcome'), attempts: whole(line, 'attempts') },
    ...{ correlationId: text(line, 'correlationId'), causationId: textOrNull(line, 'causationId') },
    ...{ requestId: textOrNull(line, 'requestId'), traceparent: textOrNull(line, 'traceparent') },
    digests: digestsOf(digests),
    ...{ previousHash: text(line, 'previousHash'), hash: text(line, 'hash') },
    content: line['content'] === null ? null : contentOf(asMembers(line['content'], 'content')),
  };
}

function digestsOf(digests: Members): ContentDigests {
  const { before, after, reason } = {
    ...{ before: textOrNull(digests, 'before'), after: textOrNull(digests, 'after') },
    reason: textOrNull(digests, 'reason'),
  };
  return { before, after, reason };
}

function contentOf(content: Members): RowContent {
  return {
    ...{ salt: text(content, 'salt'), before: content['before'] ?? null, after: content['after'] ?? null },
    reason: textOrNull(content, 'reason'),
  };
}

function checkpointOf(line: Members): Checkpoint {
  return {
    ...{ chain: text(line, 'chain'), service: text(line, 'service'), seq: whole(line, 'seq') },
    ...{ hash: text(line, 'hash'), at: text(line, 'at') },
    ...{ keyId: textOrNull(line, 'keyId'), signature: textOrNull(line, 'signature') },
  };
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asMembers(value: unknown, what: string): Members {
  if (!isMembers(value)) throw new NotReadable(`${what} is no object`);
  return value;
}

function text(members: Members, name: string): string {
  const value = members[name];
  if (typeof value !== 'string') throw new NotReadable(`${name} is no text`);
  return value;
}

function textOrNull(members: Members, name: string): string | null {
  return members[name] === null ? null : text(members, name);
}

function whole(members: Members, name: string): number {
  const value = members[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new NotReadable(`${name} is no whole number`);
  return value;
}
