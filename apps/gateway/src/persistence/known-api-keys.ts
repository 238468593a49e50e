import { type Authority, Clock, DAY, isRole, type Permission, permissionsOf, Readiness, SECOND } from '@itops/kit';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A key that was revoked must be refused everywhere within two seconds. */
const LOOK_EVERY_MS = SECOND;
/** As long as there is nothing to go by. */
const FIRST_LOOKS_EVERY_MS = 100;
const WRITE_USE_EVERY_MS = 60 * SECOND;
/** For so long whoever shows a key that is over is recorded by its name. */
const REMEMBERED_AFTER_END_MS = 30 * DAY;

/** What a secret lets in. */
export interface KnownSecret {
  readonly authority: Authority;
  /** Epoch milliseconds. */
  readonly until: number;
  readonly isRevoked: boolean;
}

interface Row {
  digest: string;
  valid_until: Date;
  id: string;
  version: number;
  roles: string[];
  groups: string[];
  principals: string[];
  revoked_at: Date | null;
}

/**
 * All keys of machines, in memory: they let in without asking the database, also while that is away. A change is seen within
 * a second by every gateway. When a key was last used is written once a minute at most.
 */
@Injectable()
export class KnownApiKeys implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(KnownApiKeys.name);
  private byDigest: ReadonlyMap<string, KnownSecret> | undefined;
  private authorities = new Map<string, { readonly version: number; readonly authority: Authority }>();
  private revision: string | undefined;
  private asOf: Date | undefined;
  private readonly used = new Map<string, number>();
  private lookingAgain: NodeJS.Timeout | undefined;
  private writing: NodeJS.Timeout | undefined;
  private isStopped = false;
  private looking: Promise<void> | undefined;
  private lookingNext: Promise<void> | undefined;
  private isStale = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    readiness: Readiness,
  ) {
    readiness.register('api-keys', () => ({
      ready: this.areCurrent,
      detail: this.describe(),
    }));
  }

  onApplicationBootstrap(): void {
    this.writing = setInterval(() => void this.writeUse(), WRITE_USE_EVERY_MS).unref();
    this.lookLater();
  }

  /** Before the database is disconnected. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.lookingAgain);
    clearInterval(this.writing);
    await this.looking;
    await this.writeUse();
  }

  /** Whether the keys have been read since the process began. */
  get areKnown(): boolean {
    return this.byDigest !== undefined;
  }

  /** Whether the last look at the keys succeeded: what is not among them is not there. */
  get areCurrent(): boolean {
    return this.areKnown && !this.isStale;
  }

  find(digest: string): KnownSecret | undefined {
    return this.byDigest?.get(digest);
  }

  noteUse(subject: string, at: number): void {
    this.used.set(subject, at);
  }

  /**
   * Sees whatever was committed before the call; all that ask while a look is under way share the next one. Never fails: what
   * was known before goes on to count.
   */
  refresh(): Promise<void> {
    if (this.looking === undefined) return this.lookNow();
    this.lookingNext ??= this.looking.then(() => {
      this.lookingNext = undefined;
      return this.lookNow();
    });
    return this.lookingNext;
  }

  /** Writes when keys were last used. */
  async writeUse(): Promise<void> {
    if (this.used.size === 0 || !this.dataSource.isInitialized) return;
    const used = [...this.used];
    this.used.clear();
    try {
      await this.dataSource.query(
        `update api_key k set last_used_at = u.at from unnest($1::uuid[], $2::timestamptz[]) as u (id, at)
         where k.id = u.id and (k.last_used_at is null or k.last_used_at < u.at)`,
        [used.map(([subject]) => subject.replace(/^key:/, '')), used.map(([, at]) => new Date(at))],
      );
    } catch (error) {
      for (const [subject, at] of used) this.used.set(subject, Math.max(at, this.used.get(subject) ?? 0));
      this.logger.warn(`When keys were last used is written later: ${String(error)}`);
    }
  }

  private lookNow(): Promise<void> {
    this.looking = this.look()
      .then(
        () => (this.isStale = false),
        (error: unknown) => {
          if (!this.isStale && this.areKnown) this.logger.warn(`Keys are as they were: ${String(error)}`);
          this.isStale = true;
        },
      )
      .then(() => (this.looking = undefined));
    return this.looking;
  }

  private lookLater(): void {
    const wait = this.areKnown ? LOOK_EVERY_MS : FIRST_LOOKS_EVERY_MS;
    this.lookingAgain = setTimeout(() => {
      void this.refresh().then(() => this.isStopped || this.lookLater());
    }, wait).unref();
  }

  private async look(): Promise<void> {
    if (!this.dataSource.isInitialized) throw new Error('the database is not ready yet');
    const [now] = await this.dataSource.query<{ revision: string }[]>('select revision from api_key_revision');
    if (now === undefined) throw new Error('the revision of keys is not there');
    // Read before the keys: what changes in between is seen the next time.
    if (now.revision !== this.revision) this.hold(await this.read());
    this.revision = now.revision;
    this.asOf = new Date();
  }

  private read(): Promise<Row[]> {
    return this.dataSource.query<Row[]>(
      `select s.digest, s.valid_until, k.id, k.version, k.roles, k.groups, k.principals, k.revoked_at
       from api_key_secret s join api_key k on k.id = s.key_id
       where s.valid_until > $1`,
      [new Date(this.clock.now().getTime() - REMEMBERED_AFTER_END_MS)],
    );
  }

  private hold(rows: readonly Row[]): void {
    const authorities: typeof this.authorities = new Map();
    const byDigest = new Map<string, KnownSecret>();
    for (const row of rows) {
      const known = authorities.get(row.id) ?? this.authorities.get(row.id);
      const authority = known?.version === row.version ? known.authority : authorityOf(row);
      authorities.set(row.id, { version: row.version, authority });
      byDigest.set(row.digest, {
        authority,
        until: row.valid_until.getTime(),
        isRevoked: row.revoked_at !== null,
      });
    }
    this.authorities = authorities;
    this.byDigest = byDigest;
  }

  private describe(): string {
    if (this.byDigest === undefined) return 'not read yet: keys of machines are answered 503';
    return `${this.authorities.size} keys as of ${this.asOf?.toISOString() ?? 'never'}`;
  }
}

function authorityOf({ id, roles, groups, principals }: Row): Authority {
  const subject = `key:${id}`;
  return {
    subject,
    credential: subject,
    principals: [subject, ...principals],
    permissions: new Set<Permission>(permissionsOf(roles.filter(isRole))),
    groups,
  };
}
