import { Clock, Readiness } from '@itops/kit';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { ignoreElements, isObservable, lastValueFrom } from 'rxjs';
import { DataSource } from 'typeorm';

import { BrokerConnection } from '../broker-connection';
import { EVENT_TRANSPORT_ID } from '../consumer/consume-events';
import { Consumer, MAX_BATCH } from '../consumer/consumer';
import { Consumers } from '../consumer/consumers';
import { type EventBatch } from '../consumer/event-batch';
import { Precedence } from '../consumer/precedence';
import { gatherMs } from '../gathering';
import { EventTransport, type Subscription } from '../port';
import { SERVICE_NAME } from '../service-name';
import { type ConsumerLag, Meters } from '../telemetry/meters';
import { Transactions } from '../transactions/transactions';
import { reasonOf } from '../waiting';
import { whenInitialized } from '../when-initialized';

const SWEEP_MS = 10_000;

interface Member {
  readonly name: string;
  readonly topics: readonly string[];
  readonly gatherMs: number | undefined;
  readonly consumer: Consumer;
  readonly precedence: Precedence;
  subscription: Subscription | undefined;
  sweeping: NodeJS.Timeout | undefined;
}

/** Nest's transport strategy for @ConsumeEvents: one consumer group for each consumer name. */
@Injectable()
export class EventStrategy extends Server implements CustomTransportStrategy, BeforeApplicationShutdown {
  override readonly transportId = EVENT_TRANSPORT_ID;
  override readonly propagatesEventHandlerErrors = true;
  private readonly members: Member[] = [];
  private stopping = false;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly transport: EventTransport,
    private readonly broker: BrokerConnection,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly meters: Meters,
    private readonly consumers: Consumers,
    @Inject(SERVICE_NAME) private readonly service: string,
    readiness: Readiness,
  ) {
    super();
    readiness.register('consumers', () => {
      const waiting = this.members.filter(({ subscription }) => subscription?.isJoined() !== true);
      return waiting.length === 0
        ? { ready: true, detail: `${this.members.length} groups joined` }
        : { ready: false, detail: `not joined yet: ${waiting.map(({ name }) => name).join(', ')}` };
    });
    meters.observeLag(() => this.lag());
  }

  /** Returns at once: the consumers start when database and broker are there. */
  listen(callback: () => void): void {
    for (const [name, handler] of this.messageHandlers) {
      if (handler.next !== undefined) throw new Error(`Two methods consume as '${name}'; each needs a name of its own`);
      this.members.push({
        name,
        topics: topicsOf(name, handler),
        gatherMs: numberOf(handler, 'gatherMs'),
        consumer: this.consumers.add(
          new Consumer({
            service: this.service,
            consumer: name,
            handle: (batch) => call(handler, batch),
            transactions: this.transactions,
            dataSource: this.dataSource,
            clock: this.clock,
            meters: this.meters,
          }),
        ),
        precedence: new Precedence(this.clock, () => this.behind(wordsOf(handler, 'after'))),
        subscription: undefined,
        sweeping: undefined,
      });
    }
    void this.start();
    callback();
  }

  async close(): Promise<void> {
    this.closing ??= this.stop();
    await this.closing;
  }

  /** Before the database is disconnected. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.close();
  }

  on(): never {
    throw new Error('This transport has no client events');
  }

  unwrap(): never {
    throw new Error('This transport has no server of its own');
  }

  private async start(): Promise<void> {
    await whenInitialized(this.dataSource, () => this.stopping);
    await this.broker.ready;
    if (this.stopping) return;
    for (const member of this.members) {
      const { name, topics, consumer, precedence, gatherMs: atLeastMs } = member;
      member.subscription = this.transport.subscribeBatches({
        group: name,
        topics,
        maxRecords: MAX_BATCH,
        onRecords: async (records) => {
          await precedence.require(records);
          const begin = performance.now();
          await consumer.process(records);
          // What arrives meanwhile is the next batch.
          await consumer.rest(gatherMs(records.length, performance.now() - begin, atLeastMs));
        },
      });
      const sweep = () => {
        consumer.sweep().catch((error: unknown) => {
          this.logger.warn(`${name}: held messages stay: ${reasonOf(error)}`);
        });
      };
      member.sweeping = setInterval(sweep, SWEEP_MS);
      sweep();
    }
  }

  private async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(
      this.members.map(async ({ consumer, subscription, sweeping }) => {
        clearInterval(sweeping);
        consumer.stop();
        await subscription?.close();
      }),
    );
  }

  /** How many records these consumers have not applied yet. */
  private async behind(names: readonly string[]): Promise<number> {
    const lags = await Promise.all(
      this.members
        .filter(({ name }) => names.includes(name))
        .map(async ({ name, topics }) => [...(await this.transport.lag(name, topics)).values()]),
    );
    return lags
      .flat()
      .flatMap((partitions) => [...partitions.values()])
      .reduce((sum, lag) => sum + lag, 0);
  }

  private async lag(): Promise<ConsumerLag[]> {
    const joined = this.members.filter(({ subscription }) => subscription?.isJoined() === true);
    const found = await Promise.all(
      joined.map(async ({ name, topics }) => {
        const lags = await this.transport.lag(name, topics);
        return [...lags].flatMap(([topic, partitions]) =>
          [...partitions].map(([partition, lag]) => ({ consumer: name, topic, partition, lag })),
        );
      }),
    );
    return found.flat();
  }
}

/** Nest hands over what the method returned, or a stream that carries its error. */
async function call(handler: MessageHandler, batch: EventBatch): Promise<void> {
  const result: unknown = await handler(batch);
  if (isObservable(result)) await lastValueFrom(result.pipe(ignoreElements()), { defaultValue: undefined });
}

function topicsOf(name: string, handler: MessageHandler): string[] {
  const topics = wordsOf(handler, 'topics');
  if (topics.length === 0) throw new Error(`The consumer '${name}' names no topics`);
  return topics;
}

function numberOf({ extras }: MessageHandler, option: string): number | undefined {
  const value: unknown = extras?.[option];
  return typeof value === 'number' ? value : undefined;
}

function wordsOf({ extras }: MessageHandler, option: string): string[] {
  const words: unknown = extras?.[option];
  return Array.isArray(words) ? words.map(String) : [];
}
