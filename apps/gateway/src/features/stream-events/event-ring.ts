import { PositionVector } from './position-vector';
import { type StreamEntry } from './stream-entry';

/** The most recent events of the log, without a gap from `start` to `head`; each has a sequence number. */
export class EventRing {
  private readonly slots: (StreamEntry | undefined)[];
  private first = 0;
  private next = 0;
  private characters = 0;

  /** @param start where the log stood when reading began */
  constructor(
    private readonly capacity: number,
    private readonly mostCharacters: number,
    private readonly start: PositionVector,
  ) {
    this.slots = new Array<StreamEntry | undefined>(capacity);
    this.head = start.copy();
  }

  /** The place after the newest event. */
  readonly head: PositionVector;

  /** Sequence number of the oldest event. */
  get oldest(): number {
    return this.first;
  }

  /** Sequence number that the next event will have. */
  get end(): number {
    return this.next;
  }

  at(sequence: number): StreamEntry | undefined {
    return sequence >= this.first && sequence < this.next ? this.slots[sequence % this.capacity] : undefined;
  }

  /** Whether everything after `position` is here. */
  reachesBackTo(position: PositionVector): boolean {
    return position.isAtOrAfter(this.start);
  }

  /** Appends an event; one that is here already is left out. */
  push(entry: StreamEntry): void {
    if (entry.offset < this.head.at(entry.topic, entry.partition)) return;
    if (this.next - this.first === this.capacity) this.dropOldest();
    this.slots[this.next % this.capacity] = entry;
    this.next++;
    this.characters += entry.text.length;
    this.head.set(entry.topic, entry.partition, entry.offset + 1);
    while (this.characters > this.mostCharacters && this.next - this.first > 1) this.dropOldest();
  }

  private dropOldest(): void {
    const oldest = this.at(this.first);
    this.slots[this.first % this.capacity] = undefined;
    this.first++;
    if (oldest === undefined) return;
    this.characters -= oldest.text.length;
    this.start.set(oldest.topic, oldest.partition, oldest.offset + 1);
  }
}
