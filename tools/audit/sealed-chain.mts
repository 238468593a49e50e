import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  auditKeyId,
  type ChainName,
  type Checkpoint,
  contentDigests,
  genesisHash,
  rowHash,
  signedCheckpoint,
} from '../../libs/messaging/src/audit/audit-chain.ts';
import type { ExportedRow } from './export-lines.mts';

/** A chain as a service would have sealed it, for the specs of the verifier. */
export class SealedChain {
  readonly name: ChainName;
  readonly rows: ExportedRow[] = [];
  readonly keyId: string;
  readonly publicKey: KeyObject;
  readonly #privateKey: KeyObject;

  constructor(name: ChainName) {
    this.name = name;
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    this.#privateKey = privateKey;
    this.publicKey = publicKey;
    this.keyId = auditKeyId(publicKey);
  }

  append(count: number): this {
    for (let one = 0; one < count; one++) {
      const seq = this.rows.length + 1;
      const number = String(seq).padStart(12, '0');
      const content = { salt: 'a1'.repeat(16), before: { n: seq }, after: { n: seq + 1, by: 'Ann' }, reason: 'since' };
      const fields = {
        ...{ seq, id: `0192f3c0-0000-7000-8000-${number}`, at: '2026-05-04T10:00:00.000Z', actor: 'user:1' },
        ...{ credential: 'jwt:k', action: 'update', resourceType: 'incident', resourceId: `INC${number}` },
        ...{
          outcome: 'done',
          attempts: 1,
          correlationId: 'flow',
          causationId: null,
          requestId: 'r',
          traceparent: null,
        },
        digests: contentDigests(content),
        previousHash: this.rows.at(-1)?.hash ?? genesisHash(this.name),
      };
      this.rows.push({ ...this.name, ...fields, hash: rowHash(this.name, fields), content });
    }
    return this;
  }

  checkpoint(seq: number, hash = this.rows[seq - 1]?.hash ?? ''): Checkpoint {
    const at = '2026-05-04T11:00:00.000Z';
    return signedCheckpoint({ ...this.name, seq, hash, at }, { privateKey: this.#privateKey, id: this.keyId });
  }
}

/** The same rows with their hashes made anew, as somebody would who knows how but has no key. */
export function resealed(rows: readonly ExportedRow[]): ExportedRow[] {
  const done: ExportedRow[] = [];
  for (const row of rows) {
    const digests = row.content === null ? row.digests : contentDigests(row.content);
    const fields = { ...row, seq: done.length + 1, digests, previousHash: done.at(-1)?.hash ?? genesisHash(row) };
    done.push({ ...fields, hash: rowHash(row, fields) });
  }
  return done;
}

/** Lines of an export. */
export function exportOf(rows: readonly ExportedRow[], checkpoints: readonly Checkpoint[] = []): string[] {
  const lines: object[] = [
    { kind: 'export', version: 1, at: '2026-05-04T12:00:00.000Z', service: null, from: null, to: null },
  ];
  for (const row of rows) {
    lines.push({ kind: 'row', ...row });
    lines.push(
      ...checkpoints.filter(({ seq }) => seq === row.seq).map((checkpoint) => ({ kind: 'checkpoint', ...checkpoint })),
    );
  }
  return [...lines, { kind: 'end', rows: rows.length }].map((line) => JSON.stringify(line));
}
