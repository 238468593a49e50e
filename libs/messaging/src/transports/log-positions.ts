import { type Positions } from '../port';

/** Where one partition begins and ends on the broker. */
export interface PartitionRange {
  readonly topic: string;
  readonly partition: number;
  readonly low: bigint;
  readonly high: bigint;
}

/** How far a tail has read, and whether it has read what was there when it began. */
export class LogPositions {
  /** Resolves when everything that was there at the beginning has been handed over. */
  readonly caughtUp: Promise<void>;
  private readonly next = new Map<string, Map<number, bigint>>();
  private readonly end = new Map<string, Map<number, bigint>>();
  private begun = false;
  private becomeCaughtUp: () => void = () => undefined;

  constructor(private readonly from: 'latest' | 'earliest' | Positions) {
    this.caughtUp = new Promise((resolve) => {
      this.becomeCaughtUp = resolve;
    });
  }

  hasBegun(): boolean {
    return this.begun;
  }

  /** A position that the log no longer has is moved to where it begins now. */
  begin(ranges: readonly PartitionRange[]): void {
    for (const { topic, partition, low, high } of ranges) {
      const given = typeof this.from === 'string' ? undefined : this.from[topic]?.[partition];
      const wanted = given === undefined ? (this.from === 'latest' ? high : low) : BigInt(given);
      inner(this.next, topic).set(partition, wanted < low ? low : wanted);
      inner(this.end, topic).set(partition, high);
    }
    this.begun = true;
    this.check();
  }

  of(topic: string, partition: number): bigint {
    return this.next.get(topic)?.get(partition) ?? 0n;
  }

  advance(topic: string, partition: number, offset: bigint): void {
    inner(this.next, topic).set(partition, offset);
    this.check();
  }

  all(): { topic: string; partition: number; offset: bigint }[] {
    return [...this.next].flatMap(([topic, partitions]) =>
      [...partitions].map(([partition, offset]) => ({ topic, partition, offset })),
    );
  }

  toPositions(): Positions {
    return Object.fromEntries(
      [...this.next].map(([topic, partitions]) => [
        topic,
        Object.fromEntries([...partitions].map(([partition, offset]) => [partition, offset.toString()])),
      ]),
    );
  }

  private check(): void {
    const caughtUp = [...this.end].every(([topic, partitions]) =>
      [...partitions].every(([partition, end]) => this.of(topic, partition) >= end),
    );
    if (caughtUp) this.becomeCaughtUp();
  }
}

function inner(offsets: Map<string, Map<number, bigint>>, topic: string): Map<number, bigint> {
  const found = offsets.get(topic) ?? new Map<number, bigint>();
  offsets.set(topic, found);
  return found;
}
