import { CHECKERS } from '../checkers/checkers.mts';
import type { Evidence, Violation } from '../evidence/evidence.mts';
import type { LogReader } from '../evidence/log-reader.mts';
import { type DatabaseUrls, readTables } from '../evidence/tables.mts';
import type { Ledger } from '../ledger/ledger.mts';

export function nameOf({ checker, kind, subject }: Violation): string {
  return `${checker} ${kind} ${subject}`;
}

/** Puts everything that is known together and looks for what must not be. Tells each violation once in a run. */
export class Judge {
  readonly #told = new Set<string>();
  readonly #ledger: Ledger;
  readonly #log: LogReader;
  readonly #databases: DatabaseUrls;

  constructor(ledger: Ledger, log: LogReader, databases: DatabaseUrls) {
    this.#ledger = ledger;
    this.#log = log;
    this.#databases = databases;
  }

  /**
   * What is wrong and was not before. A job of a service may write while the evidence is gathered, so what is found counts
   * only when it is found again after `settle`.
   */
  async judge(settle: () => Promise<unknown>): Promise<Violation[]> {
    let found = await this.#look();
    if (found.length > 0) {
      await settle();
      const again = new Set((await this.#look()).map(nameOf));
      found = found.filter((violation) => again.has(nameOf(violation)));
    }
    for (const violation of found) this.#told.add(nameOf(violation));
    return found;
  }

  async #look(): Promise<Violation[]> {
    await this.#log.readOn();
    const evidence: Evidence = {
      operations: this.#ledger.operations,
      log: this.#log.events,
      folded: this.#log.folded,
      inbound: this.#log.inbound,
      tables: await readTables(this.#databases),
    };
    return CHECKERS.flatMap((check) => check(evidence)).filter((violation) => !this.#told.has(nameOf(violation)));
  }
}
