import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DetachedProcess } from '../../../infra/embedded/detached-process.mts';
import type { ProcessExit } from '../../../infra/embedded/managed-server.mts';
import { waitUntil } from '../../../infra/embedded/wait-until.mts';
import { SERVICE_FLAGS } from '../../../infra/service-flags.mts';

export interface PlatformProcessSettings {
  readonly name: string;
  /** The compiled main file, absolute. */
  readonly script: string;
  readonly args: readonly string[];
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly onSpawn: (pid: number) => void;
}

/** What is different for one start. */
export interface StartVariant {
  readonly env?: Readonly<Record<string, string>>;
  /** For Node, before the script. */
  readonly nodeArgs?: readonly string[];
}

export type Standing = 'paused' | 'ended' | 'runs on';

const GRACE_MS = 12_000;
const WATCH_MS = 100;

/** One process of the platform, which can be killed, stopped, continued, and started differently. */
export class PlatformProcess {
  readonly #settings: PlatformProcessSettings;
  #process: DetachedProcess | undefined;

  constructor(settings: PlatformProcessSettings) {
    this.#settings = settings;
  }

  get name(): string {
    return this.#settings.name;
  }

  get url(): string {
    return this.#settings.url;
  }

  get isRunning(): boolean {
    return this.#process?.running === true;
  }

  get exited(): Promise<ProcessExit> {
    return this.#process?.exited ?? Promise.resolve({ code: null, signal: null });
  }

  /** Does not wait until it is ready. */
  async start(variant: StartVariant = {}): Promise<void> {
    const { args, env, logFile, onSpawn, script } = this.#settings;
    this.#process = await DetachedProcess.start({
      command: process.execPath,
      args: [...SERVICE_FLAGS, ...(variant.nodeArgs ?? []), script, ...args],
      cwd: '/',
      env: { PATH: process.env['PATH'] ?? '', ...env, ...variant.env },
      logFile,
    });
    onSpawn(this.#process.pid);
  }

  async isReady(): Promise<boolean> {
    if (!this.isRunning) return false;
    try {
      const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(2_000) });
      await answer.body?.cancel();
      return answer.status === 200;
    } catch {
      return false;
    }
  }

  async untilReady(timeoutMs = 90_000): Promise<void> {
    await waitUntil(() => this.isReady(), { what: this.name, timeoutMs, exited: this.exited, everyMs: 200 });
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(): Promise<void> {
    this.#process?.signal('SIGKILL');
    await this.#process?.exited;
  }

  /** SIGTERM, as an orchestrator ends it. */
  async stop(): Promise<void> {
    this.resume();
    await this.#process?.end('SIGTERM', GRACE_MS);
  }

  pause(): void {
    this.#process?.signal('SIGSTOP');
  }

  resume(): void {
    this.#process?.signal('SIGCONT');
  }

  /** Whether it has come to stand still or to its end, within this time after it could have done so. */
  async untilStopped(withinMs: number, begun: Promise<unknown> = Promise.resolve()): Promise<Standing> {
    let end = Number.POSITIVE_INFINITY;
    const start = (): void => {
      end = Date.now() + withinMs;
    };
    void begun.then(start, start);
    for (; Date.now() < end; await sleep(WATCH_MS)) {
      if (!this.isRunning) return 'ended';
      if (this.#isPaused()) return 'paused';
    }
    return 'runs on';
  }

  /** By what Linux says of the process: T is stopped. */
  #isPaused(): boolean {
    try {
      const stat = readFileSync(`/proc/${this.#process?.pid ?? 0}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T');
    } catch {
      return false;
    }
  }
}
