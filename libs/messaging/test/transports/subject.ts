import { setTimeout as sleep } from 'node:timers/promises';

import { type TopicDeclaration } from '@itops/contracts';
import { newId } from '@itops/kit';
import { newPrefix } from '@itops/testing';
import { Logger } from '@nestjs/common';

import {
  type EventTransport,
  type Subscription,
  type SubscriptionOptions,
  type Tail,
  type TailOptions,
} from '../../src/port';
import { type IncomingRecord, type OutgoingRecord } from '../../src/record';
import { type ClientName } from '../../src/transports/offered';
import { type BrokerOptions, createTransport } from '../../src/transports/create-transport';

Logger.overrideLogger(process.env['TEST_LOG_LEVEL'] === undefined ? false : ['error', 'warn', 'log', 'debug']);

export function givenBrokers(): string[] {
  return (process.env['TEST_KAFKA_BROKERS'] ?? '').split(',');
}

export function declared(name: string, partitions = 1): TopicDeclaration {
  return { name, partitions, retentionMs: -1, cleanup: 'delete', minInsyncReplicas: 2, meaning: 'a spec’s own' };
}

export function record(topic: string, key: string | null, value: string | Buffer | null): OutgoingRecord {
  return { topic, key, value: typeof value === 'string' ? Buffer.from(value) : value, headers: {} };
}

/** Whether no partition is among both. */
export function apart(some: readonly IncomingRecord[], others: readonly IncomingRecord[]): boolean {
  const places = new Set(others.map(({ partition }) => partition));
  return some.every(({ partition }) => !places.has(partition));
}

export function textOf({ value }: IncomingRecord): string {
  return value?.toString('utf8') ?? 'null';
}

/** Members, tails and topics of one spec, on a prefix of its own, closed together. */
export class Subject {
  readonly prefix = newPrefix();
  private readonly transports: EventTransport[] = [];
  private admin: EventTransport | undefined;
  private count = 0;

  constructor(
    readonly client: ClientName,
    private readonly brokers: readonly string[] = givenBrokers(),
  ) {}

  /** Another process, as far as the broker can tell. */
  async connect(options: Partial<BrokerOptions> = {}): Promise<EventTransport> {
    const transport = await createTransport({
      service: `spec-${++this.count}`,
      brokers: this.brokers,
      prefix: this.prefix,
      client: this.client,
      ...options,
    });
    this.transports.push(transport);
    return transport;
  }

  async topic(partitions = 1): Promise<string> {
    const name = `topic-${newId().slice(-8)}`;
    const admin = (this.admin ??= await this.connect());
    await patiently(() => admin.ensureTopics([declared(name, partitions)]));
    return name;
  }

  async close(): Promise<void> {
    await Promise.all(this.transports.splice(0).map((transport) => transport.close()));
  }
}

/** What a member of a group was handed, in order. */
export class Seen {
  readonly records: IncomingRecord[] = [];
  /** The largest number of calls that ran at the same moment. */
  mostAtOnce = 0;
  private atOnce = 0;

  constructor(
    private readonly before: (records: readonly IncomingRecord[]) => Promise<void> | void = () => undefined,
  ) {}

  readonly take = async (records: readonly IncomingRecord[]): Promise<void> => {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
    try {
      await this.before(records);
      this.records.push(...records);
    } finally {
      this.atOnce--;
    }
  };

  values(): string[] {
    return this.records.map(textOf);
  }
}

export async function joined(
  transport: EventTransport,
  options: Omit<SubscriptionOptions, 'maxRecords'> & { maxRecords?: number },
): Promise<Subscription> {
  const subscription = transport.subscribeBatches({ maxRecords: 100, ...options });
  await patiently(() => {
    if (!subscription.isJoined()) throw new Error(`${options.group} has not joined`);
  });
  return subscription;
}

export async function readyTail(transport: EventTransport, options: TailOptions): Promise<Tail> {
  const tail = transport.tailRecords(options);
  await tail.ready;
  return tail;
}

/** Right after it was made, a broker may not know a topic yet. */
async function patiently<Result>(attempt: () => Result | Promise<Result>): Promise<Result> {
  for (const end = Date.now() + 30_000; ;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await sleep(50);
  }
}
