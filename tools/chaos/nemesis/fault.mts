import type { SeededRandom } from '../../sampling/seeded-random.mts';
import type { Platform } from '../stage/platform.mts';
import type { Servers } from '../stage/servers.mts';
import type { World } from '../writers/world.mts';

/** What a fault is done to. */
export interface Scene {
  readonly root: string;
  readonly platform: Platform;
  readonly servers: Servers;
  readonly world: World;
  readonly random: SeededRandom;
  /** The short form breaks things for seconds where the long one does it for as long as the fault's name says. */
  readonly isShort: boolean;
  /** How many events the backlog of an outage has at least. */
  readonly backlog: number;
  /** For the reader of the table. */
  readonly note: (text: string) => void;
}

export type Heal = () => Promise<void>;

export interface Limits {
  /** From the healing on until everything is ready and nothing waits any more, milliseconds. */
  readonly recoverMs: number;
  /**
   * Whether the same event may be sent twice: after a failure that leaves a relay in doubt. Without such a doubt a
   * second sending says that two relays were at work.
   */
  readonly repeats: boolean;
}

/** One way in which things break. */
export interface Fault {
  readonly name: string;
  /** What is broken, for the table. */
  readonly target: string;
  readonly limits: Limits;
  /** Why it can't be done on this machine. */
  readonly obstacle?: (scene: Scene) => string | undefined;
  /** Breaks it, for as long as it takes; what it returns mends what is still broken. */
  readonly inject: (scene: Scene) => Promise<Heal>;
}

export const NOTHING_TO_HEAL: Heal = () => Promise.resolve();
export const MINUTE = 60_000;
