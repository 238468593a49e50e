import { allTopics } from '@itops/contracts';
import { Readiness } from '@itops/kit';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { EventTransport } from './port';
import { type BrokerAccess } from './transports/broker-access';
import { withAdvice } from './transports/connection-advice';
import { BackOff, reasonOf, Wakeup } from './waiting';

/** Injection token of how the broker is reached. */
export const BROKER_ACCESS = Symbol('broker access');

/** Waits for the broker, creates the topics that are missing, reports those that differ, and tells `/readyz`. */
@Injectable()
export class BrokerConnection implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(BrokerConnection.name);
  private readonly pause = new Wakeup();
  private state = 'not connected yet';
  private topicsThere = false;
  private stopping = false;
  private becomeReady: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  /** Resolves when the broker was reached and the topics are there. */
  readonly ready = new Promise<void>((resolve) => {
    this.becomeReady = resolve;
  });

  constructor(
    private readonly transport: EventTransport,
    @Inject(BROKER_ACCESS) private readonly access: BrokerAccess,
    readiness: Readiness,
  ) {
    readiness.register('broker', async () => {
      if (!this.topicsThere) return { ready: false, detail: this.state };
      try {
        await this.transport.ping();
      } catch (error) {
        throw withAdvice(error, this.access);
      }
      return { ready: true, detail: this.state };
    });
  }

  onApplicationBootstrap(): void {
    this.running = this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.pause.wake();
    await this.transport.close();
    await this.running;
  }

  private async connect(): Promise<void> {
    const backOff = new BackOff(250, 5_000);
    while (!this.stopping && !this.topicsThere) {
      try {
        const differences = await this.transport.ensureTopics(allTopics);
        for (const difference of differences) this.logger.warn(difference);
        this.state = `connected, ${allTopics.length} topics there, ${differences.length} differences to their declaration`;
        this.topicsThere = true;
        this.becomeReady();
      } catch (error) {
        const reason = reasonOf(withAdvice(error, this.access));
        if (reason !== this.state) this.logger.warn(`Broker is not ready, trying again: ${reason}`);
        this.state = reason;
        if (!this.stopping) await this.pause.wait(backOff.next());
      }
    }
  }
}
