import { setTimeout as sleep } from 'node:timers/promises';
import type { Door, Operation, OperationKind, Outcome } from './operation.mts';

export interface Attempt {
  readonly outcome: Outcome;
  readonly status: number | null;
  readonly version: number | null;
}

export interface Tally {
  readonly sent: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly unknown: number;
}

const LOOK_MS = 20;

/** What was sent and what was answered, kept outside of the platform. */
export class Ledger {
  readonly operations: Operation[] = [];
  #serial = 0;
  readonly #run: string;

  constructor(run: string) {
    this.#run = run;
  }

  /** A text that nothing else has. */
  mark(): string {
    return `${this.#run}-${++this.#serial}`;
  }

  /** Writes down what became of one operation. Work that throws has an unknown outcome. */
  async carryOut(
    what: { id: string; kind: OperationKind; door: Door; key: string; weight?: number },
    work: () => Promise<Attempt>,
  ): Promise<Operation> {
    const sentAt = Date.now();
    const attempt = await work().catch((): Attempt => ({ outcome: 'unknown', status: null, version: null }));
    const operation = { ...what, ...attempt, sentAt, answeredAt: Date.now() };
    this.operations.push(operation);
    return operation;
  }

  /** Resolves when so many operations have their outcome. */
  async untilLength(length: number): Promise<void> {
    while (this.operations.length < length) await sleep(LOOK_MS);
  }

  tally(from = 0): Tally {
    const counted = { sent: 0, acknowledged: 0, refused: 0, unknown: 0 };
    for (const { outcome } of this.operations.slice(from)) {
      counted.sent++;
      counted[outcome]++;
    }
    return counted;
  }
}
