import { reach } from '@itops/faults';

import { RecordsRefused, type Refusal } from '../port';
import { type OutgoingRecord } from '../record';
import { reasonOf, withinLimit } from '../waiting';
import { bytesOf, inSends, MAX_SEND_BYTES } from './sends';

/** An idempotent producer of a Kafka client. It is used for one send at a time, and never again after one failed. */
export interface SendingClient {
  /** Resolves after all in-sync replicas have all of it. */
  send(records: readonly OutgoingRecord[]): Promise<void>;
  close(): Promise<void>;
}

export interface SendingClients {
  connect(): Promise<SendingClient>;
  /** Why the broker said no; undefined where it did not answer, as one that can't be reached. */
  refusalOf(error: unknown): Refusal | undefined;
}

const CLOSE_LIMIT_MS = 1_000;

interface Waiting {
  readonly records: readonly OutgoingRecord[];
  readonly bytes: number;
  readonly done: (error?: Error) => void;
}

/**
 * One send in flight: concurrent sends of an idempotent producer come out of order. What is asked for while a send is
 * under way goes together in the next one. After a failed send the client is replaced, since its sequence numbers may
 * no longer fit the broker's.
 */
export class SerialSender {
  private client: SendingClient | undefined;
  private waiting: Waiting[] = [];
  private pumping: Promise<void> | undefined;
  private closed = false;

  constructor(private readonly clients: SendingClients) {}

  async send(records: readonly OutgoingRecord[], timeoutMs: number | undefined): Promise<void> {
    if (records.length === 0) return;
    if (this.closed) throw new Error('The transport is closed');
    await new Promise<void>((resolve, reject) => {
      const entry: Waiting = {
        records,
        bytes: records.reduce((sum, record) => sum + bytesOf(record), 0),
        done: (error) => {
          clearTimeout(timer);
          if (error === undefined) resolve();
          else reject(error);
        },
      };
      const giveUp = () => {
        this.waiting = this.waiting.filter((other) => other !== entry);
        reject(new Error(`No acknowledgement within ${timeoutMs} ms`));
      };
      const timer = timeoutMs === undefined ? undefined : setTimeout(giveUp, timeoutMs);
      this.waiting.push(entry);
      this.pumping ??= this.pump();
    });
  }

  /** What waits is refused; the send under way has a second. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { done } of this.waiting.splice(0)) done(new Error('The transport is closed'));
    if (this.pumping !== undefined) await withinLimit(this.pumping, CLOSE_LIMIT_MS);
    await this.drop();
  }

  private async pump(): Promise<void> {
    while (this.waiting.length > 0) {
      const together = this.takeTogether();
      try {
        await this.sendNow(together.flatMap(({ records }) => records));
        for (const { done } of together) done();
      } catch (error) {
        await this.fail(together, error);
      }
    }
    this.pumping = undefined;
  }

  /** One caller's bad record must not fail the others that were sent with it. */
  private async fail(together: readonly Waiting[], error: unknown): Promise<void> {
    await this.drop();
    if (together.length > 1 && this.clients.refusalOf(error) !== undefined) {
      for (const entry of together) {
        try {
          await this.sendNow(entry.records);
          entry.done();
        } catch (own) {
          await this.drop();
          entry.done(this.explained(entry.records, own));
        }
      }
    } else {
      const records = together.flatMap((entry) => entry.records);
      for (const { done } of together) done(this.explained(records, error));
    }
  }

  private takeTogether(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const entry of this.waiting) {
      bytes += entry.bytes;
      if (count > 0 && bytes > MAX_SEND_BYTES) break;
      count++;
    }
    return this.waiting.splice(0, count);
  }

  private async sendNow(records: readonly OutgoingRecord[]): Promise<void> {
    const client = (this.client ??= await this.clients.connect());
    const sends = [...inSends(records)];
    for (const [index, part] of sends.entries()) {
      if (index > 0) await reach('in-mid-send');
      const acknowledged = client.send(part);
      await Promise.all([acknowledged, sends.length === 1 ? reach('in-mid-send') : undefined]);
    }
  }

  private async drop(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    await client?.close().catch(() => undefined);
  }

  /** A client's refusal seldom says which topic it is about. */
  private explained(records: readonly OutgoingRecord[], error: unknown): Error {
    const why = this.clients.refusalOf(error);
    if (why === undefined) return error instanceof Error ? error : new Error(String(error));
    const topics = [...new Set(records.map(({ topic }) => topic))].join(', ');
    return new RecordsRefused(`The broker refused records for ${topics}: ${reasonOf(error)}`, why, { cause: error });
  }
}
