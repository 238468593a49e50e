import { once } from 'node:events';
import { type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import { type Permission } from '@itops/kit';

import { type EventFilter, isWanted } from '../../events/event-filter';
import { type SecurityMarks, showingOf } from '../../events/showing';
import { type EventRing } from './event-ring';
import { type PositionVector } from './position-vector';
import { type StreamEntry } from './stream-entry';

/** Until then a client that was hung up on may still read what is on its way. */
const FAREWELL_MS = 30_000;
/** How long a client that is catching up may take nothing. */
const LONGEST_STALL_MS = 10_000;
/** So many events are remembered while the log is read, by which one that it has twice is recognised. */
const MOST_REMEMBERED = 50_000;
const TOO_SLOW = 'dropped: you read too slowly; connect again with the last id';

/** Who listens, and to what. */
export interface Interest {
  readonly filter: EventFilter;
  readonly permissions: ReadonlySet<Permission>;
  readonly marks: SecurityMarks;
}

/** One open stream. It reads the ring at the pace at which its client reads, so that nobody waits for anybody. */
export class Listener {
  private sequence: number | undefined;
  private over = false;
  private replayed: Set<string> | undefined;
  private readonly openedAt = performance.now();

  /** @param position the place from which it has not been served yet */
  constructor(
    private readonly response: ServerResponse,
    private readonly interest: Interest,
    readonly position: PositionVector,
    private readonly onClose: () => void,
  ) {
    response.on('close', () => this.forget());
    response.on('error', () => this.forget());
  }

  get isOver(): boolean {
    return this.over;
  }

  /** Milliseconds. */
  get age(): number {
    return performance.now() - this.openedAt;
  }

  greet(): void {
    this.response.write(`retry: 2000\nid: ${this.position.toString()}\n: listening\n\n`);
  }

  /** A sign of life, with the place reached: what a filter has left out is not read again after a reconnect. */
  heartbeat(): void {
    if (!this.over && !this.response.writableNeedDrain) {
      this.response.write(`id: ${this.position.toString()}\n: heartbeat\n\n`);
    }
  }

  /** Hands over what was read from the log, waiting for the client; ends early when the listener has gone live. */
  async replay(entries: readonly StreamEntry[]): Promise<void> {
    for (const entry of entries) {
      if (this.over || this.sequence !== undefined) return;
      if (this.isRepeated(entry)) this.pass(entry);
      else this.offer(entry);
      if (this.response.writableNeedDrain) await this.drained();
    }
  }

  /** From now on it follows the ring, which reaches back to its position. */
  goLive(ring: EventRing, sequence: number): void {
    this.sequence = sequence;
    this.replayed = undefined;
    this.response.on('drain', () => this.follow(ring));
    this.follow(ring);
  }

  /** Writes what is new in the ring, as far as the client takes it. */
  follow(ring: EventRing): void {
    if (this.over || this.sequence === undefined) return;
    if (this.sequence < ring.oldest) {
      this.end(TOO_SLOW);
      return;
    }
    while (this.sequence < ring.end && !this.response.writableNeedDrain) {
      const entry = ring.at(this.sequence++);
      if (entry !== undefined) this.offer(entry);
    }
  }

  /** Says why, and hangs up; a client that does not read even this is cut off. */
  end(reason: string): void {
    if (this.over) return;
    this.over = true;
    this.response.end(`: ${reason}\n\n`);
    setTimeout(() => this.response.destroy(), FAREWELL_MS).unref();
    this.onClose();
  }

  private offer(entry: StreamEntry): void {
    if (!this.pass(entry)) return;
    const event = entry.show();
    if (event === undefined) return;
    const { filter, marks, permissions } = this.interest;
    if (!isWanted(event.view, filter)) return;
    const showing = showingOf(event.view, permissions, marks);
    if (showing !== 'nothing') this.response.write(`id: ${this.position.toString()}\n${event.textAs(showing)}`);
  }

  /** Whether the entry is new here. */
  private pass({ topic, partition, offset }: StreamEntry): boolean {
    if (offset < this.position.at(topic, partition)) return false;
    this.position.set(topic, partition, offset + 1);
    return true;
  }

  /** A relay that was in doubt has sent it a second time. */
  private isRepeated({ eventId }: StreamEntry): boolean {
    if (eventId === undefined) return false;
    const seen = (this.replayed ??= new Set());
    if (seen.has(eventId)) return true;
    if (seen.size >= MOST_REMEMBERED) seen.clear();
    seen.add(eventId);
    return false;
  }

  private async drained(): Promise<void> {
    const waiting = new AbortController();
    const { signal } = waiting;
    const stalled = pause(LONGEST_STALL_MS, 'stalled', { signal });
    const taken = [once(this.response, 'drain', { signal }), once(this.response, 'close', { signal })];
    const outcome = await Promise.race([stalled, ...taken]);
    waiting.abort();
    await Promise.allSettled([stalled, ...taken]);
    if (outcome === 'stalled') this.end(TOO_SLOW);
  }

  private forget(): void {
    if (this.over) return;
    this.over = true;
    this.onClose();
  }
}
