import type { KafkaGuard, PostgresGuard, ScramUser } from '@itops/infra';

/** A server that a test may break and mend. */
export interface BreakableServer {
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** On the same data and ports; resolves when it is usable. */
  restart(): Promise<void>;
}

export interface StartedServer extends BreakableServer {
  /** A database's URL, or a broker's host and port. */
  readonly address: string;
  stop(): Promise<void>;
}

export interface StartedKafka extends StartedServer {
  /** Adds a user, or gives one a new password. */
  setScramUser(user: ScramUser): Promise<void>;
}

/** Where servers for tests come from. */
export interface ServerSource {
  startPostgres(guard?: PostgresGuard): Promise<StartedServer>;
  startKafka(guard?: KafkaGuard): Promise<StartedKafka>;
  /** After all its servers have stopped: removes what was theirs. */
  close(): Promise<void>;
}
