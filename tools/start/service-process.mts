import { DetachedProcess } from '../../infra/embedded/detached-process.mts';
import type { ManagedServer, OnSpawn, ProcessExit } from '../../infra/embedded/managed-server.mts';
import { StartFailure } from '../../infra/embedded/start-failure.mts';
import { waitUntil } from '../../infra/embedded/wait-until.mts';
import { SERVICE_FLAGS } from '../../infra/service-flags.mts';

const READY_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 10_000;

export interface ServiceProcessSettings {
  readonly name: string;
  /** Compiled main file, absolute: by it a process that was left behind is recognised. */
  readonly script: string;
  /** What the service does instead of serving. */
  readonly args?: readonly string[];
  readonly url: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly cwd: string;
  readonly onSpawn: OnSpawn;
  readonly signal: AbortSignal;
}

/** One of our services as a process: runs when /readyz says so. */
export class ServiceProcess implements ManagedServer {
  readonly #settings: ServiceProcessSettings;
  #process: DetachedProcess | undefined;

  constructor(settings: ServiceProcessSettings) {
    this.#settings = settings;
  }

  get pid(): number | undefined {
    return this.#process?.running ? this.#process.pid : undefined;
  }

  get exited(): Promise<ProcessExit> {
    return this.#process?.exited ?? Promise.resolve({ code: null, signal: null });
  }

  async restart(): Promise<void> {
    const { args = [], cwd, env, logFile, name, onSpawn, script, signal, url } = this.#settings;
    signal.throwIfAborted();
    const service = await DetachedProcess.start({
      command: process.execPath,
      args: [...SERVICE_FLAGS, script, ...args],
      cwd,
      env,
      logFile,
    });
    this.#process = service;
    onSpawn({ pid: service.pid, marker: script });
    try {
      await waitUntil(() => isReady(url), {
        what: name,
        timeoutMs: READY_WITHIN_MS,
        exited: service.exited,
        signal,
      });
    } catch (error) {
      // A service that lives but waits for something is left to it: its supervisor sees when it ends.
      throw StartFailure.of(error, logFile, signal);
    }
  }

  async stop(): Promise<void> {
    await this.#process?.end('SIGTERM', STOP_WITHIN_MS);
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    this.#process?.signal(signal);
    await this.#process?.exited;
  }
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) });
  await response.body?.cancel();
  return response.status === 200;
}
