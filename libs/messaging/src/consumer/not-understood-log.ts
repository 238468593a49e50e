import { type IncomingRecord } from '../record';
import { placeOf } from './delivery';
import { type Letter } from './placing';

/** A line of the log, as its fields. */
export interface NotUnderstoodLine extends Pick<IncomingRecord, 'topic' | 'partition' | 'offset'> {
  readonly msg: string;
  readonly reason: string;
  readonly fingerprint: string;
}

const SILENT_MS = 60_000;
const MOST_KINDS = 1_000;

/** Tells what was set aside unread: of each fingerprint one at once, and then one a minute, with how many came in between. */
export class NotUnderstoodLog {
  private readonly kinds = new Map<string, { readonly toldAt: number; untold: number }>();

  /** @param now a monotonic clock, milliseconds */
  constructor(
    private readonly write: (line: NotUnderstoodLine) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  note({ delivery, reason, fingerprint }: Pick<Letter, 'delivery' | 'reason' | 'fingerprint'>): void {
    const kind = this.kinds.get(fingerprint);
    const now = this.now();
    if (kind !== undefined && now - kind.toldAt < SILENT_MS) {
      kind.untold++;
      return;
    }
    // Fingerprints are made of what senders send.
    if (this.kinds.size >= MOST_KINDS) this.kinds.clear();
    this.kinds.set(fingerprint, { toldAt: now, untold: 0 });
    const { topic, partition, offset } = delivery.record;
    const before = kind === undefined || kind.untold === 0 ? '' : `; ${kind.untold} more like it came before`;
    const msg = `Not understood: ${placeOf(delivery.record)}: ${reason}${before}`;
    this.write({ msg, topic, partition, offset, reason, fingerprint });
  }
}
