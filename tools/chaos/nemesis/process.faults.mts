import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessName } from '../stage/platform.mts';
import type { Fault, Limits, Scene } from './fault.mts';
import { MINUTE, NOTHING_TO_HEAL } from './fault.mts';

type Action = 'kill' | 'pause';

interface Part {
  /** Which points it passes. */
  readonly points: readonly string[];
  /** Which processes have it. */
  readonly processes: readonly ProcessName[];
  /** Which are struck anywhere. */
  readonly anywhere: readonly ProcessName[];
}

const PARTS: Readonly<Record<string, Part>> = {
  service: {
    points: ['after-state-write', 'after-outbox-write', 'before-commit', 'after-commit'],
    processes: ['incident-svc', 'cmdb-svc', 'change-svc'],
    anywhere: ['incident-svc', 'cmdb-svc', 'change-svc', 'capacity-svc'],
  },
  relay: {
    points: ['after-relay-read', 'in-mid-send', 'after-broker-ack', 'before-outbox-delete'],
    processes: ['incident-svc', 'cmdb-relay', 'change-svc'],
    anywhere: ['cmdb-relay'],
  },
  consumer: {
    points: ['after-inbox-insert', 'before-consumer-commit', 'after-consumer-commit', 'during-rebalance'],
    processes: ['incident-svc', 'cmdb-svc'],
    anywhere: ['incident-svc-2', 'capacity-svc'],
  },
};

/** For so long a relay holds a part of the outbox; a member of a consumer group is given up after the same time. */
const LEASE_MS = 10_000;

const LIMITS: Limits = { recoverMs: MINUTE, repeats: true };
const REACHED_WITHIN_MS = 25_000;
const MOST_PASSES = 8;
const BETWEEN_MS = 1_500;

/** Kills or pauses one process at one named point, which it is told at its start. */
async function strikeAt(scene: Scene, name: ProcessName, point: string, action: Action): Promise<void> {
  const { platform, random } = scene;
  const process = platform.process(name);
  await process.kill();
  const pass = 1 + random.below(MOST_PASSES);
  await process.start({ env: { ITOPS_FAULTS: `${point}=${action}@${pass}` } });
  const state = await process.untilStopped(REACHED_WITHIN_MS);
  if (state === 'runs on') scene.note(`${name} did not reach ${point} for the ${pass}. time`);
  if (state === 'paused') {
    // Long enough for its leases to end and be taken over.
    await sleep(2 * LEASE_MS);
    process.resume();
  }
  if (state === 'ended') await process.start();
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

function partFault(action: Action, name: string, { anywhere, points, processes }: Part): Fault {
  return {
    name: `${action}-${name}`,
    target: `${name}, at ${points.length} points and anywhere`,
    limits: LIMITS,
    async inject(scene) {
      for (const point of points) await strikeAt(scene, scene.random.pick(processes), point, action);
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
export const POINT_FAULTS: readonly Fault[] = Object.values(PARTS).flatMap(({ points, processes }) =>
  points.flatMap((point) =>
    (['kill', 'pause'] as const).map((action): Fault => ({
      name: `${action}-at-${point}`,
      target: `a process at ${point}`,
      limits: LIMITS,
      async inject(scene) {
        await strikeAt(scene, scene.random.pick(processes), point, action);
        return NOTHING_TO_HEAL;
      },
    })),
  ),
);
