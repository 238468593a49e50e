interface Opened<Connection> {
  readonly opening: Promise<Connection>;
  users: number;
  /** No new user gets it. */
  isRetired: boolean;
}

/**
 * A connection that several callers use at once. After a failure the next caller opens a new one; the old one is closed when
 * the last of its users is through, so that the failure of one never cuts off the work of another.
 */
export class SharedConnection<Connection> {
  private current: Opened<Connection> | undefined;

  constructor(
    private readonly open: () => Promise<Connection>,
    private readonly shut: (connection: Connection) => Promise<void>,
  ) {}

  async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const used = (this.current ??= { opening: this.open(), users: 0, isRetired: false });
    used.users++;
    try {
      return await work(await used.opening);
    } catch (error) {
      used.isRetired = true;
      if (this.current === used) this.current = undefined;
      throw error;
    } finally {
      used.users--;
      if (used.isRetired && used.users === 0) void this.end(used);
    }
  }

  /** Also while it is used: at the end of the process nobody waits for an answer. */
  async close(): Promise<void> {
    const { current } = this;
    this.current = undefined;
    if (current !== undefined) await this.end(current);
  }

  private async end({ opening }: Opened<Connection>): Promise<void> {
    try {
      await this.shut(await opening);
    } catch {
      // It was never opened, or is gone already.
    }
  }
}
