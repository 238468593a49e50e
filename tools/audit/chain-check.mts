import {
  type Checkpoint,
  CONTENT_PARTS,
  contentDigests,
  genesisHash,
  rowHash,
} from '../../libs/messaging/src/audit/audit-chain.ts';
import type { ExportedRow } from './export-lines.mts';
import type { Finding, Kind } from './findings.mts';

interface Seen {
  readonly row: ExportedRow;
  readonly line: number;
}

/** A gap in the numbers, until one of them turns up. */
interface Gap {
  readonly first: number;
  readonly last: number;
  readonly before: Seen;
  /** Where its finding stands in the list. */
  readonly place: number;
}

/** Of one chain; the first is what matters. */
const MOST_FINDINGS = 100;

export interface ChainSummary {
  readonly chain: string;
  readonly service: string;
  readonly first: number;
  readonly last: number;
  /** Rows whose content is not in the export; it was erased, or was too large to be told. */
  readonly withoutContent: number;
  /** The newest checkpoint that agrees with the rows. */
  readonly attested: Checkpoint | null;
}

/** Reads one chain's rows in the order of the export, and says what does not fit. Keeps one row of it. */
export class ChainCheck {
  readonly findings: Finding[] = [];
  readonly #checkpoints: readonly Checkpoint[];
  readonly #startsAtOne: boolean;
  #next = 0;
  #first: ExportedRow | undefined;
  #last: Seen | undefined;
  /** A second row with the last one's number. */
  #rival: Seen | undefined;
  #gaps: Gap[] = [];
  #withoutContent = 0;
  #attested: Checkpoint | null = null;
  #rewritten = false;
  /** Whether the last row is known not to be the one that was sealed. */
  #isForeign = false;

  /** @param checkpoints of this chain, believed, in the order of their rows; @param startsAtOne whether the export is of all rows */
  constructor(checkpoints: readonly Checkpoint[], startsAtOne: boolean) {
    this.#checkpoints = checkpoints;
    this.#startsAtOne = startsAtOne;
  }

  row(row: ExportedRow, line: number): void {
    const seen = { row, line };
    this.#first ??= row;
    const last = this.#last?.row;
    // A row that was sealed behind the last one has another number only because that was changed.
    if (last !== undefined && row.seq > last.seq + 1 && row.previousHash !== last.hash) {
      this.#settleRival(row);
      this.#leap(seen);
    }
    if (this.#isWrong(seen)) return this.#passWrong(seen);
    if (last === undefined) return this.#begin(seen);
    if (row.seq <= last.seq) return this.#behind(seen);
    this.#settleRival(row);
    this.#accept(seen);
  }

  end(isOpen: boolean): ChainSummary | undefined {
    if (this.#rival !== undefined) this.#isInserted(this.#rival, 'another row has the same place; one of the two');
    if (this.#last !== undefined && !this.#isForeign) this.#compare(this.#last);
    if (!isOpen) this.#lookForTheEnd();
    if (this.#first === undefined || this.#last === undefined) return undefined;
    const { chain, service, seq } = this.#first;
    const ends = { first: seq, last: this.#last.row.seq };
    return { chain, service, ...ends, withoutContent: this.#withoutContent, attested: this.#attested };
  }

  #begin(seen: Seen): void {
    const { row } = seen;
    if (this.#startsAtOne && row.seq !== 1) {
      this.#find('removed', { ...row, seq: 1, id: null }, seen.line, `the export begins with row ${row.seq} instead`);
    }
    while ((this.#checkpoints[this.#next]?.seq ?? Infinity) < row.seq) this.#next++;
    this.#accept(seen);
  }

  /** Takes a row as the next one of the chain. */
  #accept(seen: Seen): void {
    const { row } = seen;
    const before = this.#last;
    const isNext = before !== undefined && before.row.seq + 1 === row.seq;
    const expected = row.seq === 1 ? genesisHash(row) : isNext ? before.row.hash : undefined;
    if (expected !== undefined && row.previousHash !== expected) {
      const { row: changed, line: place } = before ?? seen;
      this.#find('changed', changed, place, `row ${row.seq} was sealed behind something else`);
      this.#isForeign = true;
    }
    this.#advance(seen);
  }

  /** A row is compared with the checkpoints when the one behind it has told nothing against it. */
  #advance(seen: Seen): void {
    if (this.#last !== undefined && !this.#isForeign) this.#compare(this.#last);
    this.#isForeign = false;
    this.#last = seen;
  }

  /** Goes on behind a row whose own fields, its number included, are not believed. */
  #passWrong({ row, line }: Seen): void {
    const last = this.#last?.row;
    const isNext = last !== undefined && (row.previousHash === last.hash || row.seq <= last.seq);
    this.#settleRival(row);
    this.#advance({ row: isNext ? { ...row, seq: last.seq + 1 } : row, line });
    this.#isForeign = true;
  }

  /** Whether the row by itself is not what was sealed. */
  #isWrong({ row, line }: Seen): boolean {
    if (row.content !== null) {
      const digests = contentDigests(row.content);
      const part = CONTENT_PARTS.find((one) => digests[one] !== row.digests[one]);
      if (part !== undefined) {
        this.#find('changed', row, line, `its ${part} is not what was sealed`);
        return true;
      }
    } else if (CONTENT_PARTS.some((part) => row.digests[part] !== null)) this.#withoutContent++;
    if (rowHash(row, row) === row.hash) return false;
    const shifted = [-1, 1].find((by) => rowHash(row, { ...row, seq: row.seq + by }) === row.hash);
    const before = this.#last;
    if (shifted === -1 && before !== undefined) {
      const detail = `the row behind it was sealed as row ${row.seq - 1}, so this one was put before it`;
      this.#find('inserted', before.row, before.line, detail);
      this.#isForeign = true;
    } else if (shifted === 1) {
      this.#find('removed', { ...row, id: null }, line, `what stands in its place was sealed as row ${row.seq + 1}`);
    } else this.#find('changed', row, line, 'its fields are not those that its hash covers');
    return true;
  }

  /** A number that is past. */
  #behind(seen: Seen): void {
    const { row, line } = seen;
    const gap = this.#gaps.find(({ first, last }) => first <= row.seq && row.seq <= last);
    if (gap !== undefined) {
      const detail = `it belongs behind row ${row.seq - 1}, before line ${gap.before.line}`;
      this.findings[gap.place] = { kind: 'reordered', line, service: row.service, seq: row.seq, id: row.id, detail };
      return;
    }
    if (row.seq === this.#last?.row.seq && this.#rival === undefined) {
      this.#rival = seen;
      return;
    }
    this.#find('inserted', row, line, 'another row with this number stands before it');
  }

  /** The row behind two with the same number tells which of them it was sealed after. */
  #settleRival(next: ExportedRow): void {
    const [rival, last] = [this.#rival, this.#last];
    this.#rival = undefined;
    if (rival === undefined || last === undefined) return;
    const isRivalTrue = next.previousHash === rival.row.hash && next.previousHash !== last.row.hash;
    this.#isInserted(isRivalTrue ? last : rival, 'another row has the same place, and the next one follows on that');
    if (isRivalTrue) this.#last = rival;
  }

  #isInserted({ row, line }: Seen, detail: string): void {
    this.#find('inserted', row, line, detail);
  }

  /** Numbers are missing; whether they come later is not known yet. */
  #leap(seen: Seen): void {
    const [first, last] = [(this.#last?.row.seq ?? 0) + 1, seen.row.seq - 1];
    this.#gaps.push({ first, last, before: seen, place: this.findings.length });
    const many = first === last ? '' : ` with all up to row ${last}`;
    this.#find(
      'removed',
      { ...seen.row, seq: first, id: null },
      seen.line,
      `row ${last + 1} stands in its place${many}`,
    );
  }

  #compare({ row, line }: Seen): void {
    for (let one = this.#checkpoints[this.#next]; one !== undefined && one.seq <= row.seq;) {
      if (one.seq === row.seq && one.hash === row.hash) this.#attested = one;
      else if (one.seq === row.seq && !this.#rewritten) {
        this.#rewritten = true;
        const from = Math.max(this.#first?.seq ?? 1, (this.#attested?.seq ?? 0) + 1);
        const detail = `the checkpoint of ${one.at} says otherwise of row ${row.seq}`;
        this.#find('rewritten', { ...row, seq: from, id: null }, line, detail);
      }
      one = this.#checkpoints[++this.#next];
    }
  }

  #lookForTheEnd(): void {
    const newest = this.#checkpoints.at(-1);
    const last = this.#last?.row.seq ?? 0;
    if (newest === undefined || newest.seq <= last) return;
    const detail =
      `the checkpoint of ${newest.at} attests rows up to ${newest.seq}. Only if this export was made before that, ` +
      'nothing was cut off: then make a new one';
    this.#find('cut-off', { service: newest.service, seq: last + 1, id: null }, null, detail);
  }

  #find(
    kind: Kind,
    at: { service: string; seq: number; id: string | null },
    line: number | null,
    detail: string,
  ): void {
    const { service, seq, id } = at;
    if (this.findings.length < MOST_FINDINGS) this.findings.push({ kind, line, service, seq, id, detail });
  }
}
