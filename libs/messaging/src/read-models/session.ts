import { type DataSource, type QueryRunner } from 'typeorm';

import { type ProjectionDatabase } from './read-model';

/** One connection with settings of its own, for transactions that several calls share. */
export class Session implements ProjectionDatabase {
  private constructor(private readonly runner: QueryRunner) {}

  static async open(database: DataSource, settings: Readonly<Record<string, string>> = {}): Promise<Session> {
    const runner = database.createQueryRunner();
    await runner.connect();
    const session = new Session(runner);
    // What takes minutes here is no mistake.
    const all = { statement_timeout: '0', idle_in_transaction_session_timeout: '0', ...settings };
    for (const [name, value] of Object.entries(all)) await session.set(name, value);
    return session;
  }

  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const result: { records: Row[] | undefined } = await this.runner.query(sql, [...params], true);
    return result.records ?? [];
  }

  async set(name: string, value: string, reach: 'session' | 'transaction' = 'session'): Promise<void> {
    await this.query('select set_config($1, $2, $3)', [name, value, reach === 'transaction']);
  }

  /** Commits what the work has done, or nothing of it. */
  async transaction<T>(work: () => Promise<T>, mode = ''): Promise<T> {
    await this.query(`begin ${mode}`);
    try {
      const result = await work();
      await this.query('commit');
      return result;
    } catch (error) {
      await this.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  /** Gives the connection back as it was. */
  async close(): Promise<void> {
    await this.query('rollback').catch(() => undefined);
    await this.query('reset all').catch(() => undefined);
    await this.runner.release().catch(() => undefined);
  }
}
