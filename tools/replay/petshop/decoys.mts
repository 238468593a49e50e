import { seededRandom } from '../../sampling/seeded-random.mts';

/** A change that has nothing to do with the fault. */
export interface Decoy {
  readonly node: string;
  readonly title: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

const HOURS_24 = 24 * 3_600_000;
const MINUTE = 60_000;
const KINDS = ['Release', 'Configuration change', 'Dependency update', 'Scale-out', 'Certificate renewal', 'Rollout'];

/** Evenly spread over the other nodes and over the 24 hours before the fault; the same for the same seed. */
export function drawDecoys(
  seed: string,
  fault: { injectedAt: number; rootCause: string },
  nodes: readonly string[],
  count: number,
): Decoy[] {
  const random = seededRandom(seed);
  const others = nodes.filter((node) => node !== fault.rootCause).sort();
  return Array.from({ length: count }, (_, at) => {
    const endedAt = fault.injectedAt - Math.floor(random.next() * HOURS_24);
    const node = random.pick(others);
    return {
      node,
      title: `${random.pick(KINDS)} ${at + 1} of ${node}`.slice(0, 255),
      startedAt: endedAt - (1 + random.below(10)) * MINUTE,
      endedAt,
    };
  }).sort((a, b) => a.startedAt - b.startedAt);
}
