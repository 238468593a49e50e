import {
  type ChangeData,
  type ChangeSource,
  type ChangeType,
  type SuspectData,
  type SuspectReasonKind,
} from '@itops/contracts';
import { DAY, HOUR, MINUTE } from '@itops/kit';
import { type ImpactGraph } from '@itops/impact';

/**
 * Which changes may have caused a fault, and how likely is each?
 *
 * A candidate began within 72 h before the first alert (or up to 5 min after it, since clocks differ) and has an item
 * that alerts, or from which impact reaches an alerting item within 4 hops. Its score is the sum of what each kind of
 * evidence weighs:
 *
 * | evidence | weight | full when | how it falls off |
 * |---|---|---|---|
 * | time | 0.35 | it began, or ended, at the first alert | halves every 30 min; a fifth of it only every 24 h; begun after the first alert: half at once, nothing at 5 min |
 * | distance | 0.35 | its item alerts and reaches all alerting items at once | times the share of alerting items that it reaches; 40 % of it times 1/(1 + mean hops) |
 * | signal | 0.15 | the first alert is on its very item | 60 % when its item alerts, but not first |
 * | type | 0.10 | it failed or was backed out | emergency 50 %, normal 20 %, standard 0 |
 * | history | 0.05 | every earlier change of its item was followed by an incident within 24 h | that share, cautious while they are few |
 */
export const SUSPECT_WEIGHTS: Readonly<Record<SuspectReasonKind, number>> = {
  time: 0.35,
  distance: 0.35,
  signal: 0.15,
  type: 0.1,
  history: 0.05,
};

export const SUSPECT_LOOK_BACK = 72 * HOUR;
/** How far the clock of a pipeline may be ahead of a monitoring tool's. */
export const SUSPECT_TOLERANCE = 5 * MINUTE;
export const SUSPECT_HOPS = 4;
export const MOST_SUSPECTS = 10;
/** An incident so soon after a change of its item speaks against the next change of that item. */
export const HISTORY_FOLLOW_UP = DAY;

/** A change as far as it can be suspected. */
export interface SuspectChange {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly type: ChangeType;
  readonly source: ChangeSource;
  readonly cis: readonly string[];
  readonly actualStart: Date;
  readonly actualEnd: Date | null;
  readonly failed: boolean;
  readonly backedOut: boolean;
}

/** What is known of the earlier changes of an item: how many, and how many of them an incident followed. */
export interface ChangeHistory {
  readonly changes: number;
  readonly followed: number;
}

/** The fault: the items that alert, each since when. */
export interface Fault {
  readonly items: readonly { readonly ciId: string; readonly firstAt: Date }[];
  readonly firstAt: Date;
}

/** The suspects of a fault, likeliest first, at most ten. */
export function findSuspects(
  fault: Fault,
  changes: readonly SuspectChange[],
  historyOf: (ciId: string) => ChangeHistory,
  graph: ImpactGraph,
): SuspectData[] {
  const targets = new Set(fault.items.map(({ ciId }) => ciId));
  const reaches = new Map<string, Reach | null>();
  const reachOf = (ciId: string): Reach | null => {
    const known = reaches.get(ciId);
    if (known !== undefined) return known;
    const reach = findReach(ciId, fault, targets, graph);
    reaches.set(ciId, reach);
    return reach;
  };
  return changes
    .filter((change) => isInTime(change, fault.firstAt))
    .flatMap((change) => {
      const reach = change.cis
        .map(reachOf)
        .filter((found) => found !== null)
        .sort((one, other) => other.strength - one.strength)[0];
      return reach === undefined ? [] : [{ change, suspect: score(change, reach, fault, historyOf, graph) }];
    })
    .sort(
      (one, other) =>
        other.suspect.score - one.suspect.score ||
        other.change.actualStart.getTime() - one.change.actualStart.getTime() ||
        (one.change.id < other.change.id ? -1 : 1),
    )
    .slice(0, MOST_SUSPECTS)
    .map(({ suspect }) => suspect);
}

/** Whether people would see another list: another first, or another set of changes. */
export function differ(one: readonly SuspectData[], other: readonly SuspectData[]): boolean {
  const known = new Set(one.map(({ changeId }) => changeId));
  return (
    one.length !== other.length ||
    one[0]?.changeId !== other[0]?.changeId ||
    other.some(({ changeId }) => !known.has(changeId))
  );
}

/** When a change is taken to have begun: with its end, where nobody has said more. Null: it has not begun. */
export function beganAt({ actualStart, actualEnd }: Pick<ChangeData, 'actualStart' | 'actualEnd'>): string | null {
  return actualStart ?? actualEnd;
}

export function isInTime({ actualStart }: Pick<SuspectChange, 'actualStart'>, firstAt: Date): boolean {
  const lead = firstAt.getTime() - actualStart.getTime();
  return lead >= -SUSPECT_TOLERANCE && lead <= SUSPECT_LOOK_BACK;
}

/** How a changed item stands to the alerting ones. */
interface Reach {
  readonly ciId: string;
  readonly alerts: boolean;
  readonly alertsFirst: boolean;
  /** Alerting items that it reaches, itself included. */
  readonly reached: number;
  /** 0 to 1. */
  readonly strength: number;
  /** To the first of the alerting items that it reaches. */
  readonly path: readonly string[];
}

function findReach(ciId: string, fault: Fault, targets: ReadonlySet<string>, graph: ImpactGraph): Reach | null {
  const paths = new Map(graph.impactPaths(ciId, targets, SUSPECT_HOPS));
  const alerts = targets.has(ciId);
  if (alerts) paths.set(ciId, [ciId]);
  if (paths.size === 0) return null;
  const hops = [...paths.values()].reduce((sum, path) => sum + path.length - 1, 0) / paths.size;
  const share = paths.size / targets.size;
  const firstReached = [...fault.items]
    .sort((one, other) => one.firstAt.getTime() - other.firstAt.getTime())
    .find((item) => paths.has(item.ciId));
  return {
    ciId,
    alerts,
    alertsFirst: fault.items.some((item) => item.ciId === ciId && item.firstAt <= fault.firstAt),
    reached: paths.size,
    strength: share * (0.6 + 0.4 / (1 + hops)),
    path: paths.get(firstReached?.ciId ?? '') ?? [ciId],
  };
}

interface Evidence {
  readonly kind: SuspectReasonKind;
  /** 0 to 1. */
  readonly strength: number;
  readonly text: string;
}

function score(
  change: SuspectChange,
  reach: Reach,
  fault: Fault,
  historyOf: (ciId: string) => ChangeHistory,
  graph: ImpactGraph,
): SuspectData {
  const nameOf = (ciId: string) => graph.nameOf(ciId) ?? ciId;
  const evidence = [
    timeEvidence(change, fault.firstAt),
    distanceEvidence(reach, fault, nameOf),
    signalEvidence(reach, nameOf),
    typeEvidence(change),
    historyEvidence(historyOf(reach.ciId), nameOf(reach.ciId)),
  ];
  const reasons = evidence
    .map(({ kind, strength, text }) => ({ kind, text, weight: rounded(SUSPECT_WEIGHTS[kind] * strength) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return {
    changeId: change.id,
    changeNumber: change.number,
    title: change.title,
    score: Math.min(rounded(reasons.reduce((sum, { weight }) => sum + weight, 0)), 1),
    reasons,
    path: reach.path.map((ciId) => ({ ciId, ciName: nameOf(ciId) })),
  };
}

function timeEvidence({ actualStart, actualEnd, source }: SuspectChange, firstAt: Date): Evidence {
  const sinceStart = firstAt.getTime() - actualStart.getTime();
  const sinceEnd = actualEnd === null ? -1 : firstAt.getTime() - actualEnd.getTime();
  const hadEnded = sinceEnd >= 0 && sinceEnd < sinceStart;
  const gap = Math.max(hadEnded ? sinceEnd : sinceStart, 0);
  const strength = 0.8 * 2 ** (-gap / (30 * MINUTE)) + 0.2 * 2 ** (-gap / DAY);
  const began = source === 'deployment' ? 'Deployed' : 'Started';
  if (sinceStart < 0) {
    // More often it is the repair than a pipeline whose clock is ahead.
    const doubt = 0.5 * (1 + sinceStart / SUSPECT_TOLERANCE);
    const text = `${began} ${inWords(-sinceStart)} after the first alert: only if the clocks differ`;
    return { kind: 'time', strength: doubt, text };
  }
  const ended = hadEnded ? ` and ended ${inWords(sinceEnd)}` : '';
  return { kind: 'time', strength, text: `${began} ${inWords(sinceStart)}${ended} before the first alert` };
}

function distanceEvidence(reach: Reach, fault: Fault, nameOf: (ciId: string) => string): Evidence {
  const name = nameOf(reach.ciId);
  const hops = reach.path.length - 1;
  const place =
    hops === 0
      ? `${name} is one of the alerting items`
      : `${name} is ${hops === 1 ? 'one hop' : `${hops} hops`} upstream of ${nameOf(reach.path.at(-1) ?? '')}`;
  const total = fault.items.length;
  const share =
    total === 1
      ? ''
      : `, and reaches ${reach.reached === total ? `all ${total}` : `${reach.reached} of ${total}`} alerting items`;
  return { kind: 'distance', strength: reach.strength, text: place + share };
}

function signalEvidence({ ciId, alerts, alertsFirst }: Reach, nameOf: (ciId: string) => string): Evidence {
  if (alertsFirst) return { kind: 'signal', strength: 1, text: `The first alert came from ${nameOf(ciId)} itself` };
  return { kind: 'signal', strength: alerts ? 0.6 : 0, text: `${nameOf(ciId)} alerts itself, though not first` };
}

function typeEvidence({ type, failed, backedOut }: SuspectChange): Evidence {
  if (backedOut) return { kind: 'type', strength: 1, text: 'It was backed out' };
  if (failed) return { kind: 'type', strength: 1, text: 'It failed' };
  if (type === 'emergency') return { kind: 'type', strength: 0.5, text: 'It is an emergency change' };
  return { kind: 'type', strength: type === 'normal' ? 0.2 : 0, text: 'It is a normal change, not a routine one' };
}

/** Two imaginary harmless changes are counted in, so that one bad experience is no certainty. */
function historyEvidence({ changes, followed }: ChangeHistory, name: string): Evidence {
  return {
    kind: 'history',
    strength: followed / (changes + 2),
    text: `${followed} of ${changes} earlier changes of ${name} were followed by an incident within a day`,
  };
}

function inWords(millis: number): string {
  if (millis < MINUTE) return `${Math.round(millis / 1000)} s`;
  if (millis < 2 * HOUR) return `${Math.round(millis / MINUTE)} min`;
  return millis < 2 * DAY ? `${Math.round(millis / HOUR)} h` : `${Math.round(millis / DAY)} days`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
