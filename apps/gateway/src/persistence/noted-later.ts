import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type DataSource } from 'typeorm';

/** Who is seen while the database is away for long is forgotten again: they will come back. */
const MOST_WAITING = 10_000;

/** Notes about callers, one for each subject, that are written down together now and then: to note neither waits nor fails. */
export abstract class NotedLater<Note> implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(this.constructor.name);
  private readonly waiting = new Map<string, Note>();
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  /** @param everyMs how long a note waits at most */
  protected constructor(
    protected readonly dataSource: DataSource,
    private readonly everyMs: number,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), this.everyMs).unref();
  }

  /** Before the database is disconnected. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** Everything that was noted until now. Never fails: what could not be written is written later. */
  write(): Promise<void> {
    // Also what another write has in hand.
    return (this.writing = this.writing.then(() => this.writeNow()));
  }

  protected note(subject: string, note: Note): void {
    const other = this.waiting.get(subject);
    if (other !== undefined) this.waiting.set(subject, this.join(other, note));
    else if (this.waiting.size < MOST_WAITING) this.waiting.set(subject, note);
  }

  /** What holds of two notes about one subject. */
  protected abstract join(earlier: Note, later: Note): Note;

  /** In the order given, so that two gateways do not wait for each other. */
  protected abstract insert(notes: readonly (readonly [subject: string, note: Note])[]): Promise<void>;

  private async writeNow(): Promise<void> {
    if (this.waiting.size === 0 || !this.dataSource.isInitialized) return;
    const notes = [...this.waiting].sort(([one], [other]) => (one < other ? -1 : 1));
    this.waiting.clear();
    try {
      await this.insert(notes);
    } catch (error) {
      for (const [subject, note] of notes) {
        const later = this.waiting.get(subject);
        this.waiting.set(subject, later === undefined ? note : this.join(note, later));
      }
      this.logger.warn(`Written down later: ${String(error)}`);
    }
  }
}
