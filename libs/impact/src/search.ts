import { type Adjacency, STRIDE } from './adjacency';
import { AT_RISK, FIRST_GROUP, GROUPS, HARD, kindOf, quorumOf } from './arc-code';
import { grownCapacity, grownInt32 } from './growable';

export const DOWN = 0;
export const DEGRADED = 1;
export const EXPOSED = 2;
const UNKNOWN = 2 ** 31 - 1;
const LAST_STAMP = UNKNOWN - 1;

/**
 * The working memory of one search after another: which vertices were reached, how far they are and what becomes of
 * them. It is not cleared in between: an entry counts only when it carries the present search's stamp.
 */
export class Search {
  /** The vertices reached, nearest first; `count` of them are valid. */
  order = new Int32Array(16);
  count = 0;
  distances = new Int32Array(16);
  /** The vertex before this one on a shortest way; of no meaning for the first. */
  before = new Int32Array(16);
  /** DOWN, DEGRADED or EXPOSED, after `spread` or `weigh`. */
  effects = new Uint8Array(16);
  /** Whether there is a vertex beyond the depth. */
  beyond = false;
  private onlyHard = true;
  /** The search that reached a vertex last; UNKNOWN where arcs to it are to be passed by. */
  private stamps = new Int32Array(16).fill(UNKNOWN);
  private stamp = 0;
  private waiting = new Int32Array(16);
  private waitingLater = new Int32Array(16);
  private groupStamps = new Int32Array(16 * GROUPS);
  private live = new Int32Array(16 * GROUPS);
  private quorums = new Int32Array(16 * GROUPS);
  private lastCounted = new Int32Array(16 * GROUPS);
  private childStamps = new Int32Array(16);
  private childStamp = 0;

  reserve(vertices: number): void {
    if (vertices <= this.order.length) return;
    const size = this.order.length;
    const capacity = grownCapacity(size, vertices);
    this.order = new Int32Array(capacity);
    this.distances = new Int32Array(capacity);
    this.before = new Int32Array(capacity);
    this.effects = new Uint8Array(capacity);
    this.stamps = grownInt32(this.stamps, capacity).fill(UNKNOWN, size);
    this.waiting = new Int32Array(capacity);
    this.waitingLater = new Int32Array(capacity);
    this.groupStamps = grownInt32(this.groupStamps, capacity * GROUPS);
    this.live = new Int32Array(capacity * GROUPS);
    this.quorums = new Int32Array(capacity * GROUPS);
    this.lastCounted = new Int32Array(capacity * GROUPS);
    this.childStamps = grownInt32(this.childStamps, capacity);
  }

  /** Arcs to a vertex that is not known are passed by. */
  setKnown(vertex: number, known: boolean): void {
    this.stamps[vertex] = known ? 0 : UNKNOWN;
  }

  isReached(vertex: number): boolean {
    return this.stamps[vertex] === this.stamp;
  }

  /** Breadth first along the arcs, at most `depth` hops. Ends early when `isDone` says so of a vertex just reached. */
  reach(adjacency: Adjacency, from: number, depth: number, isDone?: (vertex: number) => boolean): void {
    const { order, distances, before, stamps } = this;
    const { arcs, starts, lengths } = adjacency;
    const stamp = this.nextStamp();
    this.beyond = false;
    order[0] = from;
    distances[from] = 0;
    stamps[from] = stamp;
    let count = 1;
    let codes = HARD;
    let isEnding = isDone?.(from) === true;
    for (let next = 0; next < count && !isEnding; next++) {
      const vertex = order[next] ?? 0;
      const hops = (distances[vertex] ?? 0) + 1;
      const start = starts[vertex] ?? 0;
      const end = start + (lengths[vertex] ?? 0);
      for (let place = start; place < end && !isEnding; place += STRIDE) {
        const other = arcs[place] ?? 0;
        codes |= arcs[place + 1] ?? 0;
        // Seen in this search, or not known.
        if ((stamps[other] ?? 0) >= stamp) continue;
        if (hops > depth) {
          this.beyond = true;
          isEnding = true;
        } else {
          stamps[other] = stamp;
          distances[other] = hops;
          before[other] = vertex;
          order[count++] = other;
          isEnding = isDone?.(other) === true;
        }
      }
    }
    this.count = count;
    // A scan that ended early has not seen every arc among those reached.
    this.onlyHard = codes === HARD && !isEnding;
  }

  /**
   * What becomes of each vertex that `reach` found when the first one is down. Down goes first until nothing more goes
   * down, then degraded; what is left is at risk. So an effect is the worst over all ways, in whatever order they come.
   */
  spread(out: Adjacency, into: Adjacency): void {
    if (!this.beginEffects()) return;
    const { effects, stamps, stamp, waiting, waitingLater } = this;
    const { arcs, starts, lengths } = out;
    let degraded = 0;
    for (let down = 1; down > 0;) {
      const vertex = waiting[--down] ?? 0;
      const start = starts[vertex] ?? 0;
      const end = start + (lengths[vertex] ?? 0);
      for (let place = start; place < end; place += STRIDE) {
        const other = arcs[place] ?? 0;
        if (stamps[other] !== stamp || effects[other] === DOWN) continue;
        const kind = kindOf(arcs[place + 1] ?? 0);
        if (kind === AT_RISK) continue;
        if (kind === HARD || this.losesQuorum(into, vertex, other, kind)) {
          effects[other] = DOWN;
          waiting[down++] = other;
        } else if (effects[other] === EXPOSED) {
          effects[other] = DEGRADED;
          waitingLater[degraded++] = other;
        }
      }
    }
    while (degraded > 0) {
      const vertex = waitingLater[--degraded] ?? 0;
      if (effects[vertex] !== DEGRADED) continue;
      const start = starts[vertex] ?? 0;
      const end = start + (lengths[vertex] ?? 0);
      for (let place = start; place < end; place += STRIDE) {
        const other = arcs[place] ?? 0;
        if (stamps[other] !== stamp || effects[other] !== EXPOSED || kindOf(arcs[place + 1] ?? 0) === AT_RISK) continue;
        effects[other] = DEGRADED;
        waitingLater[degraded++] = other;
      }
    }
  }

  /**
   * For each vertex that `reach` found against the direction of impact: what its failure does to the first one. A way is
   * as mild as its mildest arc, a redundant arc as if that child alone failed; the worst way counts.
   */
  weigh(into: Adjacency): void {
    if (!this.beginEffects()) return;
    const { effects, stamps, stamp, waiting, waitingLater } = this;
    const { arcs, starts, lengths } = into;
    let degraded = 0;
    const weighArcs = (vertex: number, rank: number, worklist: Int32Array, length: number): number => {
      const start = starts[vertex] ?? 0;
      const end = start + (lengths[vertex] ?? 0);
      let waits = length;
      for (let place = start; place < end; place += STRIDE) {
        const other = arcs[place] ?? 0;
        if (stamps[other] !== stamp || (effects[other] ?? DOWN) <= rank) continue;
        const through = Math.max(rank, this.effectOfOne(into, vertex, arcs[place + 1] ?? 0));
        if (through >= (effects[other] ?? DOWN)) continue;
        effects[other] = through;
        if (through === rank) worklist[waits++] = other;
        else waitingLater[degraded++] = other;
      }
      return waits;
    };
    for (let down = 1; down > 0;) {
      const vertex = waiting[--down] ?? 0;
      down = weighArcs(vertex, DOWN, waiting, down);
    }
    while (degraded > 0) {
      const vertex = waitingLater[--degraded] ?? 0;
      if (effects[vertex] === DEGRADED) degraded = weighArcs(vertex, DEGRADED, waitingLater, degraded);
    }
  }

  /** Everything is exposed, the first is down. False when nothing but hard arcs were met, and so all are down. */
  private beginEffects(): boolean {
    const { effects, order, count } = this;
    const effect = this.onlyHard ? DOWN : EXPOSED;
    for (let index = 0; index < count; index++) effects[order[index] ?? 0] = effect;
    const first = order[0] ?? 0;
    effects[first] = DOWN;
    this.waiting[0] = first;
    return !this.onlyHard;
  }

  /** Counts `child` as dead in its group of `parent`, once, and tells whether too few live on. */
  private losesQuorum(into: Adjacency, child: number, parent: number, kind: number): boolean {
    const group = this.group(into, parent, kind);
    if (this.lastCounted[group] !== child) {
      this.lastCounted[group] = child;
      this.live[group] = (this.live[group] ?? 0) - 1;
    }
    return (this.live[group] ?? 0) < (this.quorums[group] ?? 0);
  }

  private effectOfOne(into: Adjacency, parent: number, code: number): number {
    const kind = kindOf(code);
    if (kind === HARD) return DOWN;
    if (kind === AT_RISK) return EXPOSED;
    const group = this.group(into, parent, kind);
    return (this.live[group] ?? 0) - 1 < (this.quorums[group] ?? 0) ? DOWN : DEGRADED;
  }

  /** The place of a group's counters, which are filled when a search touches the group first. */
  private group(into: Adjacency, parent: number, kind: number): number {
    const group = parent * GROUPS + (kind - FIRST_GROUP);
    if (this.groupStamps[group] === this.stamp) return group;
    this.groupStamps[group] = this.stamp;
    const stamp = this.nextChildStamp();
    const start = into.starts[parent] ?? 0;
    const end = start + (into.lengths[parent] ?? 0);
    let live = 0;
    let quorum = 0;
    for (let place = start; place < end; place += STRIDE) {
      const child = into.arcs[place] ?? 0;
      const code = into.arcs[place + 1] ?? 0;
      if (kindOf(code) !== kind || this.stamps[child] === UNKNOWN) continue;
      quorum = Math.max(quorum, quorumOf(code));
      if (this.childStamps[child] === stamp) continue;
      this.childStamps[child] = stamp;
      live++;
    }
    this.live[group] = live;
    this.quorums[group] = quorum;
    this.lastCounted[group] = -1;
    return group;
  }

  private nextStamp(): number {
    if (this.stamp === LAST_STAMP) {
      this.stamps.forEach((stamp, vertex) => {
        if (stamp !== UNKNOWN) this.stamps[vertex] = 0;
      });
      this.groupStamps.fill(0);
      this.stamp = 0;
    }
    return ++this.stamp;
  }

  private nextChildStamp(): number {
    if (this.childStamp === LAST_STAMP) {
      this.childStamps.fill(0);
      this.childStamp = 0;
    }
    return ++this.childStamp;
  }
}
