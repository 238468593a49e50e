import { setTimeout as pause } from 'node:timers/promises';

import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { domainTopics } from '@itops/contracts';
import { Unavailable } from '@itops/kit';
import { EventTransport, type Tail } from '@itops/messaging';

import { type GatewayConfig } from '../../gateway.config';
import { EventRing } from './event-ring';
import { type Listener } from './listener';
import { PositionVector } from './position-vector';
import { toEntry } from './stream-entry';

const TOPICS = Object.values(domainTopics).map(({ name }) => name);
/** About 64 MiB, as most text is one byte a character. */
const MOST_CHARACTERS = 64 * 1024 * 1024;
const MOST_LISTENERS = 1_000;
const MOST_CATCHING_UP = 16;
const OPENING_MS = 5_000;
const CATCH_UP_CHECK_MS = 50;

/** Reads every domain event once and serves all listeners from memory; older events are read from the log for one. */
@Injectable()
export class LiveEvents implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(LiveEvents.name);
  private readonly listeners = new Set<Listener>();
  private readonly stopping = new AbortController();
  private readonly opening = Promise.withResolvers<EventRing>();
  private heartbeat: NodeJS.Timeout | undefined;
  private tail: Tail | undefined;
  private catchingUp = 0;

  constructor(
    private readonly config: Pick<GatewayConfig, 'STREAM_EVENTS' | 'STREAM_HEARTBEAT_MS'>,
    private readonly transport: EventTransport,
  ) {}

  onApplicationBootstrap(): void {
    this.heartbeat = setInterval(() => {
      for (const listener of this.listeners) listener.heartbeat();
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

  /** @throws Unavailable when there are too many already */
  requireRoom(): void {
    if (this.listeners.size >= MOST_LISTENERS) throw new Unavailable('Too many streams are open. Try again later.');
  }

  forget(listener: Listener): void {
    this.listeners.delete(listener);
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
    const tail = await this.transport.tail({
      topics: TOPICS,
      from: 'latest',
      onEvents: async (events) => {
        const ring = await this.opening.promise;
        for (const event of events) ring.push(toEntry(event));
        for (const listener of this.listeners) listener.follow(ring);
      },
    });
    this.tail = tail;
    await tail.ready;
    const start = PositionVector.from(tail.positions());
    this.opening.resolve(new EventRing(this.config.STREAM_EVENTS, MOST_CHARACTERS, start));
  }

  /** Reads the log for this listener alone, until the ring has all the rest. */
  private async catchUp(listener: Listener, ring: EventRing): Promise<boolean> {
    if (this.catchingUp >= MOST_CATCHING_UP) {
      listener.end('too many are catching up; connect again with the last id');
      return false;
    }
    this.catchingUp++;
    const tail = await this.transport.tail({
      topics: TOPICS,
      from: listener.position.toPositions(),
      onEvents: (events) => listener.replay(events.map(toEntry)),
    });
    try {
      while (!listener.isOver && !ring.reachesBackTo(listener.position)) {
        await pause(CATCH_UP_CHECK_MS);
        // Also past what was no event and so was not handed over.
        listener.position.advanceTo(tail.positions());
      }
      return !listener.isOver;
    } finally {
      this.catchingUp--;
      tail.close().catch((error: unknown) => this.logger.warn(error));
    }
  }
}
