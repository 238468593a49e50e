import { open } from 'node:fs/promises';

import { type AuditCheckpoint } from '@itops/contracts';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';

import { PeriodicWork } from '../periodic-work';
import { SERVICE_NAME } from '../service-name';
import { AUDIT_OPTIONS, type AuditOptions } from './audit-options';

const EVERY_MS = 1_000;
const AT_ONCE = 100;
const TIMEOUT_MS = 5_000;

interface StoredCheckpoint {
  readonly chain: string;
  readonly seq: string;
  readonly at: Date;
  readonly hash: string;
  readonly key_id: string | null;
  readonly signature: string | null;
}

/**
 * Takes checkpoints to where whoever changes the database can't reach them: a file, an address, as configured. Each at
 * least once, in order; what could not be delivered stays until it is.
 */
@Injectable()
export class CheckpointOutlets implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly outlets: readonly ((line: string) => Promise<void>)[];
  private readonly delivering: PeriodicWork;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SERVICE_NAME) private readonly service: string,
    @Inject(AUDIT_OPTIONS) { checkpointFile, checkpointUrl }: AuditOptions,
  ) {
    this.outlets = [
      ...(checkpointFile === undefined ? [] : [(line: string) => appendLine(checkpointFile, line)]),
      ...(checkpointUrl === undefined ? [] : [(line: string) => post(checkpointUrl, line)]),
    ];
    const logger = new Logger(CheckpointOutlets.name);
    this.delivering = new PeriodicWork(dataSource, logger, EVERY_MS, () => this.deliver());
  }

  get areThere(): boolean {
    return this.outlets.length > 0;
  }

  onApplicationBootstrap(): void {
    if (this.areThere) this.delivering.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.delivering.stop();
  }

  private async deliver(): Promise<void> {
    const found: StoredCheckpoint[] = await this.dataSource.query(
      `select h.chain, c.seq, c.at, encode(c.hash, 'hex') as hash, c.key_id, c.signature
       from audit_checkpoint c cross join audit_head h where not c.delivered order by c.seq, c.at limit $1`,
      [AT_ONCE],
    );
    for (const { chain, seq, at, hash, key_id: keyId, signature } of found) {
      if (this.delivering.isStopping) return;
      const { service } = this;
      const checkpoint: AuditCheckpoint = {
        ...{ chain, service, seq: Number(seq), hash, at: at.toISOString(), keyId, signature },
      };
      for (const outlet of this.outlets) await outlet(JSON.stringify(checkpoint));
      await this.dataSource.query('update audit_checkpoint set delivered = true where seq = $1 and at = $2', [seq, at]);
    }
  }
}

/** Durable when it resolves. */
async function appendLine(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o640);
  try {
    await handle.appendFile(`${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function post(url: string, line: string): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: line,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`checkpoints are not taken by ${new URL(url).host}: ${answer.status}`);
}
