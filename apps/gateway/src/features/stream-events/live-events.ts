import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { MINUTE, Unavailable } from '@itops/kit';
import { EventTransport, type Tail } from '@itops/messaging';
import { metrics } from '@opentelemetry/api';

import { EVENT_TOPICS } from '../../events/event-view';
import { RateLimited } from '../../entrance/limits/limits';
import { type GatewayConfig } from '../../gateway.config';
import { EventRing } from './event-ring';
import { type Listener } from './listener';
import { PositionVector } from './position-vector';
import { StreamEntry } from './stream-entry';

const MOST_BYTES = 16 * 1024 * 1024;
/** So long after the last listener has gone the recent events are kept for its return; then it reads the log. */
const KEPT_FOR_RETURN_MS = 60_000;
const MOST_CATCHING_UP = 16;
const OPENING_MS = 5_000;
const CATCH_UP_CHECK_MS = 50;
const ORIGIN_LENGTH = 8;
const ASK_AGAIN_MS = 500;
const TOO_MANY_WAIT_S = 30;

type StreamConfig = Pick<GatewayConfig, `STREAM_${'EVENTS' | 'HEARTBEAT_MS' | 'LISTENERS' | 'MINUTES'}`> & {
  readonly limits: Pick<GatewayConfig['limits'], 'streams'>;
};

/** Reads every domain event once and serves all listeners from memory; older events are read from the log for one. */
@Injectable()
export class LiveEvents implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(LiveEvents.name);
  private readonly listeners = new Set<Listener>();
  /** Streams that are open or about to be, by caller. */
  private readonly places = new Map<string, number>();
  private taken = 0;
  private readonly stopping = new AbortController();
  private readonly opening = Promise.withResolvers<EventRing>();
  private heartbeat: NodeJS.Timeout | undefined;
  private tail: Tail | undefined;
  private recent: EventRing | undefined;
  private catchingUp = 0;
  /** When somebody last listened, on the monotonic clock. */
  private lastListened = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly config: StreamConfig,
    private readonly transport: EventTransport,
  ) {
    const meter = metrics.getMeter('@itops/gateway');
    meter
      .createObservableGauge('itops.stream.listeners', { description: 'Open streams of events' })
      .addCallback((result) => result.observe(this.listeners.size));
    meter
      .createObservableGauge('itops.stream.buffer', { description: 'Recent events kept for the streams', unit: 'By' })
      .addCallback((result) => result.observe(this.recent?.bytes ?? 0));
  }

  onApplicationBootstrap(): void {
    this.heartbeat = setInterval(() => {
      for (const listener of this.listeners) {
        if (listener.age < this.config.STREAM_MINUTES * MINUTE) listener.heartbeat();
        else listener.end('the stream is as old as it may get; connect again with the last id');
      }
    }, this.config.STREAM_HEARTBEAT_MS);
    this.open().catch((error: unknown) => this.logger.error(error));
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.heartbeat);
    this.stopping.abort();
    for (const listener of [...this.listeners]) listener.end('the gateway is stopping; connect again with the last id');
    await this.tail?.close();
  }

  /** The recent events, once the log is being read. @throws Unavailable */
  async ring(): Promise<EventRing> {
    const timeout = pause(OPENING_MS, undefined, { ref: false, signal: this.stopping.signal }).catch(() => undefined);
    const ring = await Promise.race([this.opening.promise, timeout]);
    if (ring === undefined || this.stopping.signal.aborted) {
      throw new Unavailable('The event log can not be read right now. Connect again in a few seconds.');
    }
    return ring;
  }

  /**
   * Takes a place for one more stream of this caller.
   * @returns gives it back; only once, however often it is called
   * @throws Unavailable when there are too many streams, RateLimited when there are too many of this caller
   */
  takePlace(subject: string): () => void {
    const own = this.places.get(subject) ?? 0;
    const most = this.config.limits.streams;
    if (own >= most) {
      const detail =
        `${most} streams of yours are open, and no more may be at the same time. Close one of them, ` +
        'or follow more by one stream: it takes several types, and without a filter it shows all that you may see.';
      throw new RateLimited(detail, 'streams', TOO_MANY_WAIT_S);
    }
    if (this.taken >= this.config.STREAM_LISTENERS)
      throw new Unavailable('Too many streams are open. Try again later.');
    this.places.set(subject, own + 1);
    this.taken++;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.taken--;
      const left = (this.places.get(subject) ?? 1) - 1;
      if (left === 0) this.places.delete(subject);
      else this.places.set(subject, left);
    };
  }

  forget(listener: Listener): void {
    this.listeners.delete(listener);
    this.lastListened = performance.now();
  }

  /** Serves the listener from its position on, without a gap and nothing twice. */
  async serve(listener: Listener, ring: EventRing): Promise<void> {
    this.listeners.add(listener);
    while (!ring.reachesBackTo(listener.position)) {
      if (!(await this.catchUp(listener, ring))) return;
    }
    // Nothing may be awaited between the check and here, or the ring could lose what the listener needs.
    listener.goLive(ring, ring.oldest);
  }

  private async open(): Promise<void> {
    const tail = this.transport.tailRecords({
      topics: EVENT_TOPICS,
      from: 'latest',
      onRecords: async (records) => {
        const ring = await this.opening.promise;
        if (this.isListenedTo()) for (const record of records) ring.push(StreamEntry.kept(record));
        else
          for (const { topic, partition, offset } of records) ring.pass({ topic, partition, offset: Number(offset) });
        for (const listener of this.listeners) listener.follow(ring);
      },
    });
    this.tail = tail;
    await tail.ready;
    const origin = await this.origin();
    this.recent = new EventRing(this.config.STREAM_EVENTS, MOST_BYTES, PositionVector.from(origin, tail.positions()));
    this.opening.resolve(this.recent);
  }

  /** By which an id of this log is known. */
  private async origin(): Promise<string> {
    for (;;) {
      try {
        return createHash('sha256')
          .update(await this.transport.logId())
          .digest('base64url')
          .slice(0, ORIGIN_LENGTH);
      } catch (error) {
        if (this.stopping.signal.aborted) throw error;
        await pause(ASK_AGAIN_MS);
      }
    }
  }

  private isListenedTo(): boolean {
    return this.listeners.size > 0 || performance.now() - this.lastListened < KEPT_FOR_RETURN_MS;
  }

  /** Reads the log for this listener alone, until the ring has all the rest. */
  private async catchUp(listener: Listener, ring: EventRing): Promise<boolean> {
    if (this.catchingUp >= MOST_CATCHING_UP) {
      listener.end('too many are catching up; connect again with the last id');
      return false;
    }
    this.catchingUp++;
    const tail = this.transport.tailRecords({
      topics: EVENT_TOPICS,
      from: listener.position.toPositions(),
      onRecords: (records) => listener.replay(records.map((record) => new StreamEntry(record))),
    });
    try {
      while (!listener.isOver && !ring.reachesBackTo(listener.position)) {
        await pause(CATCH_UP_CHECK_MS);
        // Also past what the log does not hand over, such as the marks of transactions.
        listener.position.advanceTo(tail.positions());
      }
      return !listener.isOver;
    } finally {
      this.catchingUp--;
      tail.close().catch((error: unknown) => this.logger.warn(error));
    }
  }
}
