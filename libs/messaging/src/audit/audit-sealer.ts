import { auditSealed } from '@itops/contracts';
import { Clock, newId, Readiness } from '@itops/kit';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';

import { SERVICE_NAME } from '../service-name';
import { Transactions } from '../transactions/transactions';
import { reasonOf, Wakeup, withinLimit } from '../waiting';
import { whenInitialized } from '../when-initialized';
import { AUDIT_OPTIONS, type AuditOptions } from './audit-options';
import {
  appendToChain,
  beginSealing,
  type HeldEnd,
  holdHead,
  keepPositionsAbove,
  moveHead,
  noteCheckpoint,
  readUnsealed,
  releaseHead,
} from './audit-queries';
import { CheckpointOutlets } from './checkpoint-outlets';
import { CheckpointSigner } from './checkpoint-signer';
import { afterSealing, openGaps } from './positions';
import { seal } from './seal';

const ROWS_AT_ONCE = 500;
/** As the database stores it: compressed. */
const BYTES_AT_ONCE = 2 * 1024 * 1024;
const DEFAULTS = { sealEveryMs: 1_000, leaseMs: 10_000, checkpointRows: 1_000, checkpointSeconds: 15 };
/** Also a chain that does not grow is attested again, so that the newest checkpoint is never old. */
const OLDEST_CHECKPOINT_SECONDS = 86_400;
const SHUTDOWN_LIMIT_MS = 5_000;

/** Somebody else has told of the chain meanwhile; its end is read again. */
class EndMoved extends Error {}

/** What this process knows of the chain while it is the one that seals. */
interface Hold extends Omit<HeldEnd, 'secondsSinceAttested'> {
  /** On the monotonic clock, milliseconds. */
  readonly attestedAt: number;
  readonly renewAt: number;
}

/**
 * Makes committed rows of the audit log part of the service's hash chain, and tells of it. Writers only insert; of the
 * service's replicas one seals, by a lease. What the lease can't prevent, a late statement of one that was paused, the
 * chain's end does: it moves only from where it was read.
 */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AuditSealer.name);
  private readonly settings: typeof DEFAULTS;
  private readonly owner = newId();
  private readonly pause = new Wakeup();
  private hold: Hold | undefined;
  private stopping = false;
  private running: Promise<unknown> = Promise.resolve();
  private state = 'waits for the database';

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly signer: CheckpointSigner,
    private readonly outlets: CheckpointOutlets,
    @Inject(SERVICE_NAME) private readonly service: string,
    @Inject(AUDIT_OPTIONS) options: AuditOptions,
    readiness: Readiness,
  ) {
    this.settings = {
      sealEveryMs: options.sealEveryMs ?? DEFAULTS.sealEveryMs,
      leaseMs: options.leaseMs ?? DEFAULTS.leaseMs,
      checkpointRows: options.checkpointRows ?? DEFAULTS.checkpointRows,
      checkpointSeconds: options.checkpointSeconds ?? DEFAULTS.checkpointSeconds,
    };
    // The service works while its trail waits to be sealed; the metrics tell how much waits.
    readiness.register('audit', () => ({ ready: true, detail: `${this.state}; ${this.signature()}` }));
  }

  onApplicationBootstrap(): void {
    if (this.signer.keyId === undefined) {
      this.logger.warn('The audit trail is chained, but its checkpoints are not signed: set AUDIT_SIGNING_KEY_FILE');
    }
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.pause.wake();
    await withinLimit(this.running, SHUTDOWN_LIMIT_MS);
  }

  private async run(): Promise<void> {
    await whenInitialized(this.dataSource, () => this.stopping);
    while (!this.stopping) {
      try {
        await this.sealAll();
      } catch (error) {
        // Whether it was committed may be unknown: the chain's end is read again.
        this.hold = undefined;
        if (error instanceof EndMoved) continue;
        this.complain(error);
      }
      await this.pause.wait(this.settings.sealEveryMs);
    }
    if (!this.dataSource.isInitialized) return;
    await releaseHead(this.dataSource, this.owner).catch((error: unknown) => this.complain(error));
  }

  private async sealAll(): Promise<void> {
    for (let more = true; more && !this.stopping;) {
      const hold = await this.held();
      if (hold === undefined) return;
      more = await this.sealNext(hold);
    }
  }

  private async held(): Promise<Hold | undefined> {
    const now = performance.now();
    if (this.hold !== undefined && now < this.hold.renewAt) return this.hold;
    const { leaseMs } = this.settings;
    const found = await holdHead(this.dataSource, this.service, this.owner, leaseMs);
    if (found === undefined) {
      this.hold = undefined;
      this.state = 'another process seals';
      return undefined;
    }
    const { end, sealed, attestedSeq, secondsSinceAttested } = found;
    if (this.hold === undefined) await keepPositionsAbove(this.dataSource, sealed);
    this.hold = {
      ...{ end, sealed, attestedSeq, renewAt: now + leaseMs / 4 },
      attestedAt: secondsSinceAttested === null ? -Infinity : now - secondsSinceAttested * 1_000,
    };
    this.state = `row ${end.seq} is sealed`;
    return this.hold;
  }

  /** Answers whether more may be waiting. */
  private async sealNext(hold: Hold): Promise<boolean> {
    const { rows: unsealed, look } = await readUnsealed(this.dataSource, hold.sealed, ROWS_AT_ONCE, BYTES_AT_ONCE);
    const { rows, positions, end } = seal(hold.end, unsealed);
    const isDue = this.isCheckpointDue(hold, end.seq);
    if (rows.length === 0 && !isDue) {
      this.hold = { ...hold, sealed: { ...hold.sealed, gaps: openGaps(hold.sealed.gaps, look) } };
      return false;
    }
    const isWhole = look.isWhole && rows.length === unsealed.length;
    const { chain, service, seq, hash } = end;
    const at = this.clock.now().toISOString();
    const checkpoint = isDue ? this.signer.attest({ chain, service, seq, hash, at }) : null;
    const cause = { actor: `service:${service}`, correlationId: newId() };
    const sealed = await this.transactions.run(cause, async (tx) => {
      const id = await beginSealing(tx, this.settings.leaseMs);
      const after = afterSealing(hold.sealed, { ...look, taken: positions, isWhole }, id);
      if (!(await moveHead(tx, this.owner, hold.end, end, after, isDue))) throw new EndMoved();
      await appendToChain(tx, chain, rows, positions);
      if (checkpoint !== null) await noteCheckpoint(tx, checkpoint, !this.outlets.areThere);
      await tx.publish([auditSealed.of(chain, end.batch, { chain, service, rows: [...rows], checkpoint, erased: [] })]);
      return after;
    });
    this.hold = { ...hold, end, sealed, ...(isDue ? { attestedSeq: seq, attestedAt: performance.now() } : {}) };
    this.state = `row ${seq} is sealed`;
    return !isWhole;
  }

  private isCheckpointDue({ attestedSeq, attestedAt }: Hold, seq: number): boolean {
    const seconds = (performance.now() - attestedAt) / 1_000;
    const rows = seq - attestedSeq;
    if (seq === 0) return false;
    if (rows === 0) return seconds >= OLDEST_CHECKPOINT_SECONDS;
    return rows >= this.settings.checkpointRows || seconds >= this.settings.checkpointSeconds;
  }

  private signature(): string {
    const { keyId } = this.signer;
    return keyId === undefined
      ? 'checkpoints are not signed: AUDIT_SIGNING_KEY_FILE is not set'
      : `checkpoints are signed with key ${keyId}`;
  }

  private complain(error: unknown): void {
    const reason = reasonOf(error);
    if (reason !== this.state) this.logger.warn(`Trying again after: ${reason}`);
    this.state = reason;
  }
}
