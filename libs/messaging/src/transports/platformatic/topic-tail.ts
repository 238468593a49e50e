import { Logger } from '@nestjs/common';

import { type Positions, type Tail, type TailOptions } from '../../port';
import { type BrokerAccess } from '../broker-access';
import { Keeper, type KeeperOptions, type KeptWork } from '../keeper';
import { LogPositions } from '../log-positions';
import { pauseAfter } from '../pausing';
import { PartitionReader } from './partition-reader';
import { type Portion } from './records';

/** Reads all partitions from given positions, in no group. */
export class TopicTail implements Tail, KeptWork {
  readonly ready: Promise<void>;
  private readonly logger = new Logger(TopicTail.name);
  private readonly keeper: Keeper;
  private readonly read: LogPositions;
  private reader: PartitionReader | undefined;
  private reading: Promise<void> = Promise.resolve();
  private answered = false;

  constructor(
    private readonly clientId: string,
    private readonly access: BrokerAccess,
    private readonly options: TailOptions,
    keeping: KeeperOptions,
  ) {
    this.read = new LogPositions(options.from);
    this.ready = this.read.caughtUp;
    this.keeper = new Keeper(this, this.logger, keeping);
    this.keeper.begin();
  }

  positions(): Positions {
    return this.read.toPositions();
  }

  async close(): Promise<void> {
    await this.keeper.close();
  }

  isWell(): boolean {
    return this.answered;
  }

  async start(): Promise<void> {
    this.answered = false;
    const reader = new PartitionReader(this.clientId, this.access, this.options.topics, {
      onAnswer: () => {
        this.answered = true;
        this.keeper.sign();
      },
      onFailure: (reason) => this.logger.debug(`Reading again after: ${reason}`),
    });
    this.reader = reader;
    const ranges = await reader.ranges();
    if (!this.read.hasBegun()) this.read.begin(ranges);
    reader.follow(this.read.all());
    this.reading = this.handOver(reader);
  }

  async stop(): Promise<void> {
    await this.reader?.close();
    await this.reading;
  }

  private async handOver(reader: PartitionReader): Promise<void> {
    for (let portion = await reader.next(); portion !== undefined; portion = await reader.next()) {
      const current = portion;
      await this.keeper.whileBusy(() => this.hand(reader, current));
    }
  }

  private async hand(reader: PartitionReader, { topic, partition, records, next }: Portion): Promise<void> {
    try {
      if (records.length > 0) await this.options.onRecords(records);
    } catch (error) {
      const { pauseMs, reason } = pauseAfter(error);
      this.logger.warn(`Trying ${topic}/${partition} again: ${reason}`);
      reader.rewind({ topic, partition, offset: this.read.of(topic, partition) }, pauseMs);
      return;
    }
    this.read.advance(topic, partition, next);
  }
}
