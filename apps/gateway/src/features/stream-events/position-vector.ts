import { domainTopics } from '@itops/contracts';
import { type Positions } from '@itops/messaging';

const SHORT_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(domainTopics).map(([short, { name }]) => [short, name]),
);
const TOPIC = /^([a-z]+):([0-9a-z.]+)$/;
const OFFSET = /^[0-9a-z]{1,10}$/;
const MOST_PARTITIONS = 1_000;
const TEXT = /^(?<origin>[A-Za-z0-9_-]{8})\.(?<places>[A-Za-z0-9_-]{4,4080})$/;

/** For each partition of each domain topic, the next offset to read: a place in the whole of one log. */
export class PositionVector {
  private constructor(
    /** Which log it is a place in: eight characters. */
    readonly origin: string,
    private readonly next: Map<string, number[]>,
  ) {}

  static empty(origin: string): PositionVector {
    return new PositionVector(origin, new Map());
  }

  static from(origin: string, positions: Positions): PositionVector {
    const vector = PositionVector.empty(origin);
    vector.advanceTo(positions);
    return vector;
  }

  /** Reads what `toString` has written; undefined for anything else. */
  static parse(text: string): PositionVector | undefined {
    const { origin = '', places = '' } = TEXT.exec(text)?.groups ?? {};
    if (places === '') return undefined;
    const next = new Map<string, number[]>();
    for (const part of Buffer.from(places, 'base64url').toString('latin1').split(';')) {
      const [, short = '', list = ''] = TOPIC.exec(part) ?? [];
      const topic = SHORT_NAMES.get(short);
      const offsets = list.split('.');
      if (topic === undefined || next.has(topic) || offsets.length > MOST_PARTITIONS) return undefined;
      if (!offsets.every((offset) => OFFSET.test(offset))) return undefined;
      next.set(
        topic,
        offsets.map((offset) => Number.parseInt(offset, 36)),
      );
    }
    return new PositionVector(origin, next);
  }

  copy(): PositionVector {
    return new PositionVector(this.origin, new Map([...this.next].map(([topic, offsets]) => [topic, [...offsets]])));
  }

  /** 0 for a partition that the vector does not know: one that has been added since has all its records ahead. */
  at(topic: string, partition: number): number {
    return this.next.get(topic)?.[partition] ?? 0;
  }

  set(topic: string, partition: number, offset: number): void {
    let offsets = this.next.get(topic);
    if (offsets === undefined) this.next.set(topic, (offsets = []));
    while (offsets.length < partition) offsets.push(0);
    offsets[partition] = offset;
  }

  /** Moves every partition forward to `positions`, none backward. */
  advanceTo(positions: Positions): void {
    for (const [topic, partitions] of Object.entries(positions)) {
      for (const [partition, offset] of Object.entries(partitions)) {
        const to = Number(offset);
        if (to >= this.at(topic, Number(partition))) this.set(topic, Number(partition), to);
      }
    }
  }

  /** Whether no partition stands before where `other` has it. */
  isAtOrAfter(other: PositionVector): boolean {
    return other.everyOffset((topic, partition, offset) => this.at(topic, partition) >= offset);
  }

  /** Whether some partition stands more than `slack` records past where `other` has it. */
  isBeyond(other: PositionVector, slack: number): boolean {
    return !this.everyOffset((topic, partition, offset) => offset <= other.at(topic, partition) + slack);
  }

  toPositions(): Positions {
    return Object.fromEntries(
      [...this.next].map(([topic, offsets]) => [
        topic,
        Object.fromEntries(offsets.map((offset, partition) => [partition, String(offset)])),
      ]),
    );
  }

  /** Opaque text for an event's id. */
  toString(): string {
    const parts: string[] = [];
    for (const [short, topic] of SHORT_NAMES) {
      const offsets = this.next.get(topic);
      if (offsets !== undefined) parts.push(`${short}:${offsets.map((offset) => offset.toString(36)).join('.')}`);
    }
    return `${this.origin}.${Buffer.from(parts.join(';'), 'latin1').toString('base64url')}`;
  }

  private everyOffset(holds: (topic: string, partition: number, offset: number) => boolean): boolean {
    return [...this.next].every(([topic, offsets]) =>
      offsets.every((offset, partition) => holds(topic, partition, offset)),
    );
  }
}
