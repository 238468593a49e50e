import fc from 'fast-check';
import { type Checkpoint, rowHash } from '../../libs/messaging/src/audit/audit-chain.ts';
import { checkpointIn, type ExportedRow } from './export-lines.mts';
import type { Kind } from './findings.mts';
import { exportOf, resealed, SealedChain } from './sealed-chain.mts';
import { verifyExport, type Verdict, type VerifyOptions } from './verify-export.mts';

const NAME = { chain: '0192f3c0-0000-7000-8000-00000000000c', service: 'incident-svc' };
const chain = new SealedChain(NAME).append(12);
const keys = new Map([[chain.keyId, chain.publicKey]]);
const checkpoints = [chain.checkpoint(4), chain.checkpoint(10)];

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(line);
}

const verify = (lines: readonly string[], options: VerifyOptions = {}): Promise<Verdict> =>
  verifyExport(() => each(lines), { keys, ...options });

/** The row of that number, changed. */
function withRow(seq: number, change: (row: ExportedRow) => ExportedRow): ExportedRow[] {
  return chain.rows.map((row) => (row.seq === seq ? change(row) : row));
}

const of = (...seqs: readonly number[]): ExportedRow[] => seqs.flatMap((seq) => chain.rows[seq - 1] ?? []);

describe('an export', () => {
  it('that nobody touched is whole, and its verdict says how far it is attested', async () => {
    const verdict = await verify(exportOf(chain.rows, checkpoints));
    expect(verdict).toMatchObject({ findings: [], rows: 12, isPartial: false });
    expect(verdict.chains).toMatchObject([{ ...NAME, first: 1, last: 12, withoutContent: 0, attested: { seq: 10 } }]);
  });

  it('of several services is whole, however their rows are mixed', async () => {
    const other = new SealedChain({ chain: '0192f3c0-0000-7000-8000-00000000000d', service: 'gateway' }).append(3);
    const mixed = [...of(1, 2), ...other.rows, ...chain.rows.slice(2)];
    const both = new Map([...keys, [other.keyId, other.publicKey]]);
    const lines = exportOf(mixed, checkpoints);
    lines.push(JSON.stringify({ kind: 'checkpoint', ...other.checkpoint(3) }));
    expect((await verify(lines, { keys: both })).findings).toEqual([]);
  });

  it('is whole without what was erased, and tells how much that is', async () => {
    const verdict = await verify(
      exportOf(
        withRow(5, (row) => ({ ...row, content: null })),
        checkpoints,
      ),
    );
    expect(verdict).toMatchObject({ findings: [], chains: [{ withoutContent: 1 }] });
  });

  const tampered: readonly [what: string, rows: readonly ExportedRow[], kind: Kind, seq: number][] = [
    ['a changed actor', withRow(5, (row) => ({ ...row, actor: 'user:2' })), 'changed', 5],
    [
      'a changed content',
      withRow(6, (row) => ({ ...row, content: row.content && { ...row.content, after: { n: 99 } } })),
      'changed',
      6,
    ],
    ['a content moved to another part', withRow(6, swapBeforeAndAfter), 'changed', 6],
    ['a changed number', withRow(5, (row) => ({ ...row, seq: 7 })), 'changed', 7],
    [
      'a changed row that was hashed anew',
      withRow(5, (row) => resealedAlone({ ...row, actor: 'user:2' })),
      'changed',
      5,
    ],
    ['a removed row', of(1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12), 'removed', 4],
    ['a removed row before a changed one', withRow(5, (row) => ({ ...row, actor: 'x' })).toSpliced(3, 1), 'removed', 4],
    ['a removed beginning', of(3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 'removed', 1],
    ['a removed row, those behind renumbered', renumbered(of(1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12)), 'removed', 4],
    ['an inserted row', [...of(1, 2, 3), forged(4), ...chain.rows.slice(3)], 'inserted', 4],
    ['an inserted row behind the true one', [...of(1, 2, 3, 4), forged(4), ...chain.rows.slice(4)], 'inserted', 4],
    [
      'an inserted row, those behind renumbered',
      renumbered([...of(1, 2, 3), forged(4), ...chain.rows.slice(3)]),
      'inserted',
      4,
    ],
    ['a row twice', of(1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 'inserted', 3],
    ['two rows in the other order', of(1, 2, 4, 3, 5, 6, 7, 8, 9, 10, 11, 12), 'reordered', 3],
    ['a row at the end instead', of(1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 3), 'reordered', 3],
    ['a cut end', of(1, 2, 3, 4, 5, 6, 7, 8, 9), 'cut-off', 10],
    ['a chain that was made anew from row 6 on', rewrittenFrom(6), 'rewritten', 5],
  ];

  it.each(tampered)('with %s is found out, and the first such row named', async (_what, rows, kind, seq) => {
    const { findings } = await verify(exportOf(rows, checkpoints), { witnesses: checkpoints });
    expect(findings[0]).toMatchObject({ kind, service: NAME.service, seq });
  });

  it('whose end was cut off is found out by a checkpoint of another place alone', async () => {
    const cut = exportOf(of(1, 2, 3, 4, 5), checkpoints);
    expect((await verify(cut)).findings).toEqual([]);
    expect((await verify(cut, { witnesses: [chain.checkpoint(12)] })).findings[0]).toMatchObject({
      kind: 'cut-off',
      seq: 6,
    });
    expect((await verify(cut.slice(0, -1))).findings[0]).toMatchObject({ kind: 'incomplete' });
    const none = exportOf([]);
    expect((await verify(none, { witnesses: [chain.checkpoint(12)] })).findings[0]).toMatchObject({
      kind: 'cut-off',
      seq: 1,
    });
  });

  it('with a forged signature, a strange key or none is found out', async () => {
    const [first, second] = checkpoints;
    if (first === undefined || second === undefined) throw new Error('no checkpoints');
    const forgery: Checkpoint = { ...second, hash: 'ab'.repeat(32) };
    const stranger = new SealedChain(NAME).append(12);
    const kinds = async (...given: readonly Checkpoint[]): Promise<Kind[]> =>
      (await verify(exportOf(chain.rows, given))).findings.map(({ kind }) => kind);
    expect(await kinds(first, forgery)).toEqual(['forged-signature']);
    expect(await kinds(first, { ...second, signature: 'AAAA' })).toEqual(['forged-signature']);
    expect(await kinds(first, stranger.checkpoint(10))).toEqual(['unknown-key']);
    expect(await kinds({ ...second, keyId: null, signature: null })).toEqual(['unattested']);
    expect(await kinds(stranger.checkpoint(10))).toEqual(['unknown-key', 'unattested']);
    // A chain of one's own, signed by oneself.
    const own = exportOf(stranger.rows, [stranger.checkpoint(12)]);
    expect((await verify(own)).findings.map(({ kind }) => kind)).toEqual(['unknown-key', 'unattested']);
  });

  it('is found out after any change of a single character of what is hashed', async () => {
    const lines = exportOf(chain.rows, checkpoints);
    const places = lines.flatMap((line, index) => (line.includes('"kind":"row"') ? [index] : []));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.nat(),
        fc.constantFrom(...'0123456789abcdefxyz:-. {}",'),
        async (index, at, letter) => {
          const line = lines[index] ?? '';
          const begin = line.indexOf('"chain"');
          const place = begin + (at % (line.length - 1 - begin));
          const changed = `${line.slice(0, place)}${letter}${line.slice(place + 1)}`;
          fc.pre(!isSame(changed, line));
          const { findings } = await verify(lines.with(index, changed));
          expect(findings[0]?.line ?? index + 1).toBeGreaterThanOrEqual(index + 1);
          expect(findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('takes checkpoints from a file of them, from an export, and from events as they are on Kafka', () => {
    const [one] = checkpoints;
    for (const line of [one, { kind: 'checkpoint', ...one }, { data: { ...NAME, rows: [], checkpoint: one } }]) {
      expect(checkpointIn(JSON.stringify(line))).toEqual(one);
    }
    for (const line of ['', 'x', '{}', '[]', '{"data":{"checkpoint":null}}'])
      expect(checkpointIn(line)).toBeUndefined();
  });
});

function isSame(one: string, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
}

function swapBeforeAndAfter(row: ExportedRow): ExportedRow {
  if (row.content === null) return row;
  const { before, after } = row.content;
  const digests = { ...row.digests, before: row.digests.after, after: row.digests.before };
  return { ...row, digests, content: { ...row.content, before: after, after: before } };
}

/** Right in itself and linked to the row before it. */
function forged(seq: number): ExportedRow {
  const [before] = of(seq - 1);
  const [row] = of(seq);
  if (before === undefined || row === undefined) throw new Error('no such row');
  return resealedAlone({
    ...row,
    id: '0192f3c0-0000-7000-8000-0000000000ff',
    actor: 'user:2',
    previousHash: before.hash,
  });
}

function resealedAlone(row: ExportedRow): ExportedRow {
  return { ...row, hash: rowHash(row, row) };
}

function renumbered(rows: readonly ExportedRow[]): ExportedRow[] {
  return rows.map((row, index) => ({ ...row, seq: index + 1 }));
}

/** The hashes of row 6 and of all behind it made anew, after a change of row 6. */
function rewrittenFrom(seq: number): ExportedRow[] {
  return resealed(withRow(seq, (row) => ({ ...row, actor: 'user:2' })));
}
