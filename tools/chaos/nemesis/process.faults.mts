import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessName } from '../stage/platform.mts';
import type { Fault, Limits, Scene } from './fault.mts';
import { MINUTE, NOTHING_TO_HEAL } from './fault.mts';

type Action = 'kill' | 'pause';

interface Point {
  readonly name: string;
  /** Which processes pass it. */
  readonly processes: readonly ProcessName[];
  /** At which pass at the latest; 8 without. */
  readonly mostPasses?: number;
  /** Brings a process that is ready to pass it, where the load alone does not. */
  readonly provoke?: (scene: Scene) => Promise<void>;
}

interface Part {
  readonly points: readonly Point[];
  /** Which processes are struck anywhere. */
  readonly anywhere: readonly ProcessName[];
}

const at = (processes: readonly ProcessName[], names: readonly string[]): Point[] =>
  names.map((name) => ({ name, processes }));

const PARTS: Readonly<Record<string, Part>> = {
  service: {
    points: at(
      ['incident-svc', 'cmdb-svc', 'change-svc'],
      ['after-state-write', 'after-outbox-write', 'before-commit', 'after-commit'],
    ),
    anywhere: ['incident-svc', 'cmdb-svc', 'change-svc', 'capacity-svc'],
  },
  relay: {
    points: at(
      ['incident-svc', 'cmdb-relay', 'change-svc'],
      ['after-relay-read', 'in-mid-send', 'after-broker-ack', 'before-outbox-delete'],
    ),
    anywhere: ['cmdb-relay'],
  },
  consumer: {
    points: [
      ...at(['incident-svc', 'cmdb-svc'], ['after-inbox-insert', 'before-consumer-commit', 'after-consumer-commit']),
      {
        name: 'during-rebalance',
        processes: ['incident-svc'],
        mostPasses: 2,
        // Its groups lose a member and get it back.
        async provoke({ platform }) {
          const other = platform.process('incident-svc-2');
          await other.stop();
          await other.start();
          await other.untilReady();
        },
      },
    ],
    anywhere: ['incident-svc-2', 'capacity-svc'],
  },
};

/** For so long a relay holds a part of the outbox; a member of a consumer group is given up after the same time. */
const LEASE_MS = 10_000;

const LIMITS: Limits = { recoverMs: MINUTE, repeats: true };
const REACHED_WITHIN_MS = 20_000;
const MOST_PASSES = 8;
const BETWEEN_MS = 1_500;

/** Kills or pauses one process at one named point, which it is told at its start. */
async function strikeAt(scene: Scene, point: Point, action: Action): Promise<void> {
  const { platform, random } = scene;
  const { name, processes, mostPasses = MOST_PASSES, provoke } = point;
  const process = platform.process(random.pick(processes));
  const pass = 1 + random.below(mostPasses);
  await process.kill();
  await process.start({ env: { ITOPS_FAULTS: `${name}=${action}@${pass}` } });
  const ready = process.untilReady().catch(() => undefined);
  const provoked = provoke === undefined ? ready : ready.then(() => (process.isRunning ? provoke(scene) : undefined));
  const state = await process.untilStopped(REACHED_WITHIN_MS, provoked);
  if (state === 'runs on') scene.note(`${process.name} did not pass ${name} ${pass} times`);
  if (state === 'paused') {
    // Long enough for its leases to end and be taken over.
    await sleep(2 * LEASE_MS);
    process.resume();
  }
  if (state === 'ended') await process.start();
  await provoked;
  await process.untilReady();
}

/** Kills or pauses a process just so, wherever it is. */
async function strikeSomewhere({ platform, random }: Scene, name: ProcessName, action: Action): Promise<void> {
  const process = platform.process(name);
  await sleep(random.below(BETWEEN_MS));
  if (action === 'kill') {
    await process.kill();
    await sleep(random.below(BETWEEN_MS));
    await process.start();
  } else {
    process.pause();
    await sleep(2 * LEASE_MS);
    process.resume();
  }
  await process.untilReady();
}

function partFault(action: Action, name: string, { anywhere, points }: Part): Fault {
  return {
    name: `${action}-${name}`,
    target: `${name}, at ${points.length} points and anywhere`,
    limits: LIMITS,
    async inject(scene) {
      for (const point of points) await strikeAt(scene, point, action);
      await strikeSomewhere(scene, scene.random.pick(anywhere), action);
      return NOTHING_TO_HEAL;
    },
  };
}

function gatewayFault(action: Action): Fault {
  return {
    name: `${action}-gateway`,
    target: 'gateway, anywhere',
    limits: LIMITS,
    async inject(scene) {
      const rounds = action === 'kill' ? 3 : 1;
      for (let round = 0; round < rounds; round++) await strikeSomewhere(scene, 'gateway', action);
      return NOTHING_TO_HEAL;
    },
  };
}

/** The faults of processes as they are listed: kill and pause for each part. */
export const PROCESS_FAULTS: readonly Fault[] = [
  ...Object.entries(PARTS).flatMap(([name, part]) => [partFault('kill', name, part), partFault('pause', name, part)]),
  gatewayFault('kill'),
  gatewayFault('pause'),
];

/** One point alone, for the short form and for the search of a cause. */
export const POINT_FAULTS: readonly Fault[] = Object.values(PARTS).flatMap(({ points }) =>
  points.flatMap((point) =>
    (['kill', 'pause'] as const).map((action): Fault => ({
      name: `${action}-at-${point.name}`,
      target: `a process at ${point.name}`,
      limits: LIMITS,
      async inject(scene) {
        await strikeAt(scene, point, action);
        return NOTHING_TO_HEAL;
      },
    })),
  ),
);
