import { type Authority, SECOND } from '@itops/kit';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';

const WRITE_EVERY_MS = 2 * SECOND;
/** Who is seen while the database is away for long is forgotten again: they will come back. */
const MOST_WAITING = 10_000;

interface Seen {
  readonly permissions: readonly string[];
  readonly issuedAt: Date;
}

/**
 * What people were permitted by the newest token of theirs that any gateway has seen: all that can be known of them while they
 * do not call.
 */
@Injectable()
export class SeenRights implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SeenRights.name);
  private readonly waiting = new Map<string, Seen>();
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), WRITE_EVERY_MS).unref();
  }

  /** Before the database is disconnected. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** Neither waits nor fails. */
  saw({ subject, permissions }: Pick<Authority, 'subject' | 'permissions'>, issuedAt: Date): void {
    if (this.waiting.size < MOST_WAITING || this.waiting.has(subject)) {
      this.keep(subject, { permissions: [...permissions], issuedAt });
    }
  }

  /** Everything that this gateway has seen until now. Never fails: what could not be written is written later. */
  write(): Promise<void> {
    // Also what another write has in hand.
    return (this.writing = this.writing.then(() => this.writeNow()));
  }

  private async writeNow(): Promise<void> {
    if (this.waiting.size === 0 || !this.dataSource.isInitialized) return;
    // In one order everywhere, so that two gateways do not wait for each other.
    const seen = [...this.waiting].sort(([one], [other]) => (one < other ? -1 : 1));
    this.waiting.clear();
    const rows = seen.map(([subject, { permissions, issuedAt }]) => ({ subject, permissions, issued_at: issuedAt }));
    try {
      await this.dataSource.query(
        `insert into seen_rights as s (subject, permissions, issued_at)
         select subject, permissions, issued_at from jsonb_populate_recordset(null::seen_rights, $1)
         on conflict (subject) do update set issued_at = excluded.issued_at,
           permissions = case when excluded.issued_at > s.issued_at then excluded.permissions
             else array(select unnest(excluded.permissions) intersect select unnest(s.permissions)) end
         where excluded.issued_at >= s.issued_at`,
        [JSON.stringify(rows)],
      );
    } catch (error) {
      for (const [subject, one] of seen) this.keep(subject, one);
      this.logger.warn(`What people are permitted is written down later: ${String(error)}`);
    }
  }

  /** The newest counts, and of two tokens of one moment what both permit. */
  private keep(subject: string, one: Seen): void {
    const other = this.waiting.get(subject);
    if (other !== undefined && other.issuedAt > one.issuedAt) return;
    const isOfOneMoment = other?.issuedAt.getTime() === one.issuedAt.getTime();
    const permissions = isOfOneMoment
      ? one.permissions.filter((permission) => other?.permissions.includes(permission))
      : one.permissions;
    this.waiting.set(subject, { ...one, permissions });
  }
}
