import { setTimeout as sleep } from 'node:timers/promises';
import { COMMANDS, type Command } from './commands.mts';
import type { World } from './world.mts';

export interface TrafficSettings {
  readonly writers: number;
  /** The mean pause of a writer between two operations, milliseconds. */
  readonly pauseMs: number;
  /** Which kinds of commands; all without. */
  readonly commands?: readonly Command[];
}

/** Writers that send one operation after the other, until they are stopped. */
export class Traffic {
  readonly #world: World;
  readonly #settings: TrafficSettings;
  readonly #lots: readonly Command[];
  #writers: Promise<void>[] = [];
  #stopping = false;

  constructor(world: World, settings: TrafficSettings) {
    this.#world = world;
    this.#settings = settings;
    this.#lots = (settings.commands ?? COMMANDS).flatMap((command) => new Array<Command>(command.share).fill(command));
  }

  start(): void {
    if (this.#writers.length > 0) return;
    this.#stopping = false;
    this.#writers = Array.from({ length: this.#settings.writers }, () => this.#write());
  }

  /** Resolves when every writer has its last answer, or knows that there will be none. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#writers);
    this.#writers = [];
  }

  async #write(): Promise<void> {
    const { random } = this.#world;
    while (!this.#stopping) {
      await random.pick(this.#lots).run(this.#world);
      await sleep(2 * random.next() * this.#settings.pauseMs);
    }
  }
}
