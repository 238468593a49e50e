import { setTimeout as pause } from 'node:timers/promises';

import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, DAY, newId } from '@itops/kit';
import { DataSource } from 'typeorm';

import { DeliveryLanes, type Lane } from '../../persistence/delivery.lanes';
import { SecurityIncidents } from '../../persistence/security-incidents';
import { SeenRights } from '../../persistence/seen-rights';
import { DeliverySignal } from '../../webhooks/delivery-signal';
import { WebhookSettings } from '../../webhooks/webhook-settings';
import { DeliverNext } from './deliver-next.handler';
import { DeliveryMeters } from './delivery-meters';
import { FollowOwners } from './follow-owners.handler';

/** At the same time, to one subscription's receiver and in all. */
const LANES_OF_ONE = 8;
const LANES_IN_ALL = 64;
/** A lane that never ends gives way to others now and then. */
const MOST_OF_ONE_LANE = 50;
const LOOK_EVERY_MS = 250;
const LOOK_AFTER_FAILURE_MS = 2_000;
const LEASE_SLACK_MS = 5_000;
/** So long what is under way may still come to its end when the process is asked to. */
const FAREWELL_MS = 4_500;
/** A key that was revoked is refused everywhere within two seconds. */
const FOLLOW_EVERY_MS = 1_000;
const SWEEP_EVERY_MS = 60_000;
const SWEPT_AT_ONCE = 5_000;

/** Takes lanes whose time has come, and delivers what waits in them, one by one. Several gateways share the work. */
@Injectable()
export class DeliverWebhooks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DeliverWebhooks.name);
  /** Of this process. */
  private readonly owner = newId();
  private readonly inHand = new Map<Lane, Promise<void>>();
  private readonly stopping = new AbortController();
  private readonly givingUp = new AbortController();
  private awake = Promise.withResolvers<void>();
  private running: Promise<void> = Promise.resolve();
  private followedAt = Number.NEGATIVE_INFINITY;
  private sweptAt = Number.NEGATIVE_INFINITY;
  private complaint = '';

  constructor(
    private readonly dataSource: DataSource,
    private readonly lanes: DeliveryLanes,
    private readonly deliverNext: DeliverNext,
    private readonly owners: FollowOwners,
    private readonly rights: SeenRights,
    private readonly marks: SecurityIncidents,
    private readonly clock: Clock,
    private readonly settings: WebhookSettings,
    signal: DeliverySignal,
    meters: DeliveryMeters,
  ) {
    signal.listen(() => this.wake());
    meters.observeWaiting(async () => (this.dataSource.isInitialized ? this.lanes.waiting() : undefined));
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** Ends what is under way, and gives the lanes back while the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
    const ending = new AbortController();
    await Promise.race([
      Promise.all(this.inHand.values()),
      pause(FAREWELL_MS, undefined, ending).catch(() => undefined),
    ]);
    ending.abort();
    this.givingUp.abort();
    await Promise.all(this.inHand.values());
    if (this.dataSource.isInitialized)
      await this.lanes.releaseAll(this.owner).catch((error: unknown) => this.tell(error));
  }

  private get leaseMs(): number {
    return this.settings.timeoutMs + LEASE_SLACK_MS;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      let wait = LOOK_EVERY_MS;
      try {
        if (this.dataSource.isInitialized && this.marks.areKnown) await this.takeDue();
      } catch (error) {
        this.tell(error);
        wait = LOOK_AFTER_FAILURE_MS;
      }
      await this.sleep(wait);
    }
  }

  private async takeDue(): Promise<void> {
    if (performance.now() - this.followedAt >= FOLLOW_EVERY_MS) {
      this.followedAt = performance.now();
      await this.owners.follow();
    }
    const room = LANES_IN_ALL - this.inHand.size;
    if (room > 0) {
      const limits = { perWebhook: LANES_OF_ONE, total: room, leaseMs: this.leaseMs };
      const claimed = await this.lanes.claim(this.owner, this.clock.now(), limits, [...this.inHand.keys()]);
      for (const lane of claimed) this.take(lane);
    }
    if (performance.now() - this.sweptAt < SWEEP_EVERY_MS) return;
    this.sweptAt = performance.now();
    const now = this.clock.now();
    await this.lanes.removeSettledBefore(new Date(now.getTime() - this.settings.keptDays * DAY), SWEPT_AT_ONCE);
    await this.rights.sweep(now);
  }

  private take(lane: Lane): void {
    const work = this.work(lane)
      .catch((error: unknown) => this.tell(error))
      .finally(() => {
        this.inHand.delete(lane);
        this.wake();
      });
    this.inHand.set(lane, work);
  }

  private async work(lane: Lane): Promise<void> {
    let goesOn = true;
    for (let count = 0; goesOn && count < MOST_OF_ONE_LANE && !this.stopping.signal.aborted; count++) {
      goesOn = await this.deliverNext.run(this.owner, lane, this.leaseMs, this.givingUp.signal);
    }
    await this.lanes.release(this.owner, lane);
  }

  private wake(): void {
    this.awake.resolve();
  }

  private async sleep(millis: number): Promise<void> {
    const over = new AbortController();
    await Promise.race([this.awake.promise, pause(millis, undefined, over).catch(() => undefined)]);
    over.abort();
    this.awake = Promise.withResolvers();
  }

  private tell(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason !== this.complaint && !this.givingUp.signal.aborted)
      this.logger.warn(`Deliveries go on later: ${reason}`);
    this.complaint = reason;
  }
}
