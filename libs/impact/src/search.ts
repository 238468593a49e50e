import { type Adjacency } from './adjacency';
import { AT_RISK, FIRST_GROUP, GROUPS, HARD, KIND_BITS, KIND_MASK } from './arc-code';
import { grownCapacity, grownInt32 } from './growable';

/** Effects, from worst to mildest. */
export const DOWN = 0;
export const DEGRADED = 1;
export const EXPOSED = 2;

/** A vertex's mark is the search that reached it last, times four, plus what became of it there. */
const EFFECT_BITS = 2;
const EFFECT_MASK = (1 << EFFECT_BITS) - 1;
/** The mark of a vertex that is not known: it counts as reached always, and so arcs to it are passed by. */
const UNKNOWN = 2 ** 31 - 1;
const LAST_SEARCH = (UNKNOWN >> EFFECT_BITS) - 1;

/**
 * The working memory of one search after another: which vertices were reached, how far they are and what becomes of
 * them. It is not cleared in between: an entry counts only when it carries the present search's mark.
 */
export class Search {
  /** The vertices reached, nearest first; `count` of them are valid. */
  order = new Int32Array(16);
  count = 0;
  distances = new Int32Array(16);
  /** The vertex before this one on a shortest way; of no meaning for the first. */
  before = new Int32Array(16);
  /** Whether there is a vertex beyond the depth. */
  beyond = false;
  private marks = new Int32Array(16).fill(UNKNOWN);
  /** The mark of this search, with the effect 0. */
  private mark = 0;
  private waiting = new Int32Array(16);
  private waitingLater = new Int32Array(16);
  private groupMarks = new Int32Array(16 * GROUPS);
  private live = new Int32Array(16 * GROUPS);
  private quorums = new Int32Array(16 * GROUPS);
  private lastCounted = new Int32Array(16 * GROUPS);
  private childMarks = new Int32Array(16);
  private childMark = 0;

  reserve(vertices: number): void {
    if (vertices <= this.order.length) return;
    const size = this.order.length;
    const capacity = grownCapacity(size, vertices);
    this.order = new Int32Array(capacity);
    this.distances = new Int32Array(capacity);
    this.before = new Int32Array(capacity);
    this.marks = grownInt32(this.marks, capacity).fill(UNKNOWN, size);
    this.waiting = new Int32Array(capacity);
    this.waitingLater = new Int32Array(capacity);
    this.groupMarks = grownInt32(this.groupMarks, capacity * GROUPS);
    this.live = new Int32Array(capacity * GROUPS);
    this.quorums = new Int32Array(capacity * GROUPS);
    this.lastCounted = new Int32Array(capacity * GROUPS);
    this.childMarks = grownInt32(this.childMarks, capacity);
  }

  /** Arcs to a vertex that is not known are passed by. */
  setKnown(vertex: number, known: boolean): void {
    this.marks[vertex] = known ? 0 : UNKNOWN;
  }

  isReached(vertex: number): boolean {
    const mark = this.marks[vertex] ?? UNKNOWN;
    return mark !== UNKNOWN && mark >= this.mark;
  }

  /** DOWN, DEGRADED or EXPOSED, after `spread` or `weigh`. */
  effectOf(vertex: number): number {
    return (this.marks[vertex] ?? 0) & EFFECT_MASK;
  }

  /** Breadth first along the arcs, at most `depth` hops. Ends early when `isDone` says so of a vertex just reached. */
  reach(adjacency: Adjacency, from: number, depth: number, isDone?: (vertex: number) => boolean): void {
    const { order, distances, before, marks } = this;
    const { arcs, starts, lengths } = adjacency;
    const mark = this.nextMark();
    const exposed = mark | EXPOSED;
    this.beyond = false;
    order[0] = from;
    distances[from] = 0;
    marks[from] = exposed;
    let count = 1;
    let isEnding = isDone?.(from) === true;
    for (let next = 0; next < count && !isEnding; next++) {
      const vertex = order[next] ?? 0;
      const hops = (distances[vertex] ?? 0) + 1;
      const start = starts[vertex] ?? 0;
      const end = start + (lengths[vertex] ?? 0);
      for (let place = start; place < end; place++) {
        const other = (arcs[place] ?? 0) >> KIND_BITS;
        if ((marks[other] ?? UNKNOWN) >= mark) continue;
        if (hops > depth) {
          this.beyond = true;
          isEnding = true;
          break;
        }
        marks[other] = exposed;
        distances[other] = hops;
        before[other] = vertex;
        order[count++] = other;
        if (isDone?.(other) === true) {
          isEnding = true;
          break;
        }
      }
    }
    this.count = count;
  }

  /**
   * What becomes of each vertex that `reach` found when the first one is down. Down goes first until nothing more goes
   * down, then degraded; what is left is at risk. So an effect is the worst over all ways, in whatever order they come.
   */
  spread(out: Adjacency, into: Adjacency): void {
    this.flood(out, (child, parent, kind) => this.losesQuorum(into, child, parent, kind));
  }

  /**
   * For each vertex that `reach` found against the direction of impact: what its failure does to the first one. A way is
   * as mild as its mildest arc, a redundant arc as if that child alone failed; the worst way counts.
   */
  weigh(into: Adjacency): void {
    this.flood(into, (parent, _child, kind) => this.failsWithout(into, parent, kind));
  }

  /** From the first vertex along the arcs, worst first. `takesDown` decides for a redundant arc. */
  private flood(adjacency: Adjacency, takesDown: (vertex: number, other: number, kind: number) => boolean): void {
    const { marks, mark, waiting, waitingLater } = this;
    const { arcs, starts, lengths } = adjacency;
    const exposed = mark | EXPOSED;
    const degraded = mark | DEGRADED;
    const first = this.order[0] ?? 0;
    marks[first] = mark | DOWN;
    waiting[0] = first;
    let later = 0;
    for (let waits = 1; waits > 0;) {
      const vertex = waiting[--waits] ?? 0;
      const start = starts[vertex] ?? 0;
      const end = start + (lengths[vertex] ?? 0);
      for (let place = start; place < end; place++) {
        const arc = arcs[place] ?? 0;
        const other = arc >> KIND_BITS;
        const now = marks[other];
        if (now !== exposed && now !== degraded) continue;
        const kind = arc & KIND_MASK;
        if (kind === AT_RISK) continue;
        if (kind === HARD || takesDown(vertex, other, kind)) {
          marks[other] = mark | DOWN;
          waiting[waits++] = other;
        } else if (now === exposed) {
          marks[other] = degraded;
          waitingLater[later++] = other;
        }
      }
    }
    while (later > 0) {
      const vertex = waitingLater[--later] ?? 0;
      if (marks[vertex] !== degraded) continue;
      const start = starts[vertex] ?? 0;
      const end = start + (lengths[vertex] ?? 0);
      for (let place = start; place < end; place++) {
        const arc = arcs[place] ?? 0;
        const other = arc >> KIND_BITS;
        if (marks[other] !== exposed || (arc & KIND_MASK) === AT_RISK) continue;
        marks[other] = degraded;
        waitingLater[later++] = other;
      }
    }
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

  /** Whether too few children live on when one of this group is dead. */
  private failsWithout(into: Adjacency, parent: number, kind: number): boolean {
    const group = this.group(into, parent, kind);
    return (this.live[group] ?? 0) - 1 < (this.quorums[group] ?? 0);
  }

  /** The place of a group's counters, which are filled when a search touches the group first. */
  private group(into: Adjacency, parent: number, kind: number): number {
    const group = parent * GROUPS + (kind - FIRST_GROUP);
    if (this.groupMarks[group] === this.mark) return group;
    this.groupMarks[group] = this.mark;
    const childMark = this.nextChildMark();
    const start = into.starts[parent] ?? 0;
    const end = start + (into.lengths[parent] ?? 0);
    let live = 0;
    let quorum = 0;
    for (let place = start; place < end; place++) {
      const arc = into.arcs[place] ?? 0;
      const child = arc >> KIND_BITS;
      if ((arc & KIND_MASK) !== kind || this.marks[child] === UNKNOWN) continue;
      quorum = Math.max(quorum, into.quorums[place] ?? 0);
      if (this.childMarks[child] === childMark) continue;
      this.childMarks[child] = childMark;
      live++;
    }
    this.live[group] = live;
    this.quorums[group] = quorum;
    this.lastCounted[group] = -1;
    return group;
  }

  private nextMark(): number {
    if (this.mark >> EFFECT_BITS === LAST_SEARCH) {
      this.marks.forEach((mark, vertex) => {
        if (mark !== UNKNOWN) this.marks[vertex] = 0;
      });
      this.groupMarks.fill(0);
      this.mark = 0;
    }
    this.mark += 1 << EFFECT_BITS;
    return this.mark;
  }

  private nextChildMark(): number {
    if (this.childMark === UNKNOWN) {
      this.childMarks.fill(0);
      this.childMark = 0;
    }
    return ++this.childMark;
  }
}
