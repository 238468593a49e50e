import { PositionVector } from './position-vector';
import { type StreamEntry } from './stream-entry';

/** The most recent records of the log, without a gap from `start` to `head`; each has a sequence number. */
export class EventRing {
  private readonly slots: (StreamEntry | undefined)[] = [];
  private readonly ids = new Set<string>();
  private first = 0;
  private next = 0;
  private keptBytes = 0;

  /** @param start where the log stood when reading began */
  constructor(
    private readonly capacity: number,
    private readonly mostBytes: number,
    private readonly start: PositionVector,
  ) {
    this.head = start.copy();
  }

  /** The place after the newest record. */
  readonly head: PositionVector;

  /** Sequence number of the oldest record. */
  get oldest(): number {
    return this.first;
  }

  /** Sequence number that the next record will have. */
  get end(): number {
    return this.next;
  }

  get bytes(): number {
    return this.keptBytes;
  }

  at(sequence: number): StreamEntry | undefined {
    return sequence >= this.first && sequence < this.next ? this.slots[sequence % this.capacity] : undefined;
  }

  /** Whether everything after `position` is here. */
  reachesBackTo(position: PositionVector): boolean {
    return position.isAtOrAfter(this.start);
  }

  /**
   * Appends a record; one that is here already is left out, and so is an event that a relay has sent a second time
   * while its first sending is here.
   */
  push(entry: StreamEntry): void {
    if (!this.isNew(entry)) return;
    this.head.set(entry.topic, entry.partition, entry.offset + 1);
    const id = entry.eventId;
    if (id !== undefined && this.ids.has(id)) return;
    if (this.next - this.first === this.capacity) this.dropOldest();
    this.slots[this.next % this.capacity] = entry;
    this.next++;
    this.keptBytes += entry.bytes;
    if (id !== undefined) this.ids.add(id);
    while (this.keptBytes > this.mostBytes && this.next - this.first > 1) this.dropOldest();
  }

  /** Moves on without keeping anything: who comes back to a place before this one reads the log. */
  pass({ topic, partition, offset }: Pick<StreamEntry, 'topic' | 'partition' | 'offset'>): void {
    if (!this.isNew({ topic, partition, offset })) return;
    if (this.next > this.first) this.clear();
    this.head.set(topic, partition, offset + 1);
    this.start.set(topic, partition, offset + 1);
  }

  private isNew({ topic, partition, offset }: Pick<StreamEntry, 'topic' | 'partition' | 'offset'>): boolean {
    return offset >= this.head.at(topic, partition);
  }

  private clear(): void {
    this.slots.length = 0;
    this.ids.clear();
    this.keptBytes = 0;
    this.first = this.next;
    this.start.advanceTo(this.head.toPositions());
  }

  private dropOldest(): void {
    const oldest = this.at(this.first);
    this.slots[this.first % this.capacity] = undefined;
    this.first++;
    if (oldest === undefined) return;
    this.keptBytes -= oldest.bytes;
    if (oldest.eventId !== undefined) this.ids.delete(oldest.eventId);
    this.start.set(oldest.topic, oldest.partition, oldest.offset + 1);
  }
}
