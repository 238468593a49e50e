import { SECOND } from '@itops/kit';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';

const WRITE_EVERY_MS = 5 * SECOND;
/** Who is seen while the database is away for long is forgotten again: they will come back. */
const MOST_WAITING = 10_000;

export interface SeenPerson {
  readonly name: string | undefined;
  readonly email: string | undefined;
}

/** What people read in place of a subject. It is kept here alone, so that it can be erased without touching any record. */
@Injectable()
export class People implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(People.name);
  private readonly waiting = new Map<string, SeenPerson & { readonly at: Date }>();
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
  saw(subject: string, person: SeenPerson): void {
    if (this.waiting.size < MOST_WAITING || this.waiting.has(subject)) {
      this.waiting.set(subject, { ...person, at: new Date() });
    }
  }

  async write(): Promise<void> {
    if (this.waiting.size === 0 || !this.dataSource.isInitialized) return;
    // In one order everywhere, so that two gateways do not wait for each other.
    const seen = [...this.waiting].sort(([one], [other]) => (one < other ? -1 : 1));
    this.waiting.clear();
    try {
      await this.dataSource.query(
        `insert into person (subject, name, email, last_seen)
         select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
         on conflict (subject) do update set name = excluded.name, email = excluded.email,
           last_seen = greatest(person.last_seen, excluded.last_seen)`,
        [
          seen.map(([subject]) => subject),
          seen.map(([, { name }]) => name ?? null),
          seen.map(([, { email }]) => email ?? null),
          seen.map(([, { at }]) => at),
        ],
      );
    } catch (error) {
      for (const [subject, person] of seen) if (!this.waiting.has(subject)) this.waiting.set(subject, person);
      this.logger.warn(`People are written down later: ${String(error)}`);
    }
  }
}
