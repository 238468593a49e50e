import { setTimeout as sleep } from 'node:timers/promises';
import { readProgress } from '../evidence/progress.mts';
import { SERVICES } from '../evidence/tables.mts';
import type { Ledger } from '../ledger/ledger.mts';
import type { Sample } from '../report/result.mts';

const EVERY_MS = 2_000;

/** Notes how far writers and consumers are, for the picture. */
export class Sampler {
  readonly samples: Sample[] = [];
  readonly #ledger: Ledger;
  readonly #read: () => ReturnType<typeof readProgress>;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(ledger: Ledger, broker: string, prefix: string) {
    this.#ledger = ledger;
    this.#read = () => readProgress(broker, prefix, SERVICES);
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    let counted = 0;
    let acknowledged = 0;
    while (!signal.aborted) {
      const { operations } = this.#ledger;
      for (; counted < operations.length; counted++) {
        if (operations[counted]?.outcome === 'acknowledged') acknowledged++;
      }
      const progress = await this.#read().catch(() => undefined);
      this.samples.push({
        at: Date.now(),
        acknowledged,
        settled: progress?.settled ?? null,
        lag: progress?.lag ?? null,
      });
      await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
