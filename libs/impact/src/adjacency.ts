import { KIND_BITS } from './arc-code';
import { grownCapacity, grownInt32 } from './growable';

const FIRST_BLOCK = 4;

/**
 * The arcs of each vertex, side by side in one array. A block that is full moves to the end with twice the room, so
 * one arc more costs a few writes; when half of the array is holes, all blocks are moved together.
 */
export class Adjacency {
  /** The vertex at the other end and the kind, in one integer. Valid, like all that is public here, until the next change. */
  arcs = new Int32Array(1024);
  /** For each arc, how many redundant children its parent needs. */
  quorums = new Int32Array(1024);
  /** For each vertex, the place of its first arc. */
  starts = new Int32Array(16);
  /** For each vertex, how many arcs it has. */
  lengths = new Int32Array(16);
  private rooms = new Int32Array(16);
  private used = 0;
  private holes = 0;

  reserve(vertices: number): void {
    if (vertices <= this.starts.length) return;
    const capacity = grownCapacity(this.starts.length, vertices);
    this.starts = grownInt32(this.starts, capacity);
    this.lengths = grownInt32(this.lengths, capacity);
    this.rooms = grownInt32(this.rooms, capacity);
  }

  add(vertex: number, other: number, kind: number, quorum: number): void {
    const length = this.lengths[vertex] ?? 0;
    if (length === (this.rooms[vertex] ?? 0)) this.move(vertex, Math.max(length * 2, FIRST_BLOCK));
    const place = (this.starts[vertex] ?? 0) + length;
    this.arcs[place] = (other << KIND_BITS) | kind;
    this.quorums[place] = quorum;
    this.lengths[vertex] = length + 1;
  }

  /** Removes one arc of those that are alike. */
  remove(vertex: number, other: number, kind: number, quorum: number): void {
    const arc = (other << KIND_BITS) | kind;
    const start = this.starts[vertex] ?? 0;
    const last = start + (this.lengths[vertex] ?? 0) - 1;
    for (let place = last; place >= start; place--) {
      if (this.arcs[place] !== arc || this.quorums[place] !== quorum) continue;
      this.arcs[place] = this.arcs[last] ?? 0;
      this.quorums[place] = this.quorums[last] ?? 0;
      this.lengths[vertex] = last - start;
      return;
    }
  }

  private move(vertex: number, room: number): void {
    if (this.used + room > this.arcs.length) this.makeRoom(room);
    const start = this.starts[vertex] ?? 0;
    const end = start + (this.lengths[vertex] ?? 0);
    this.arcs.copyWithin(this.used, start, end);
    this.quorums.copyWithin(this.used, start, end);
    this.holes += this.rooms[vertex] ?? 0;
    this.starts[vertex] = this.used;
    this.rooms[vertex] = room;
    this.used += room;
  }

  private makeRoom(room: number): void {
    if (this.holes * 2 >= this.used) this.compact();
    if (this.used + room <= this.arcs.length) return;
    const capacity = grownCapacity(this.arcs.length, this.used + room);
    this.arcs = grownInt32(this.arcs, capacity);
    this.quorums = grownInt32(this.quorums, capacity);
  }

  private compact(): void {
    const arcs = new Int32Array(this.arcs.length);
    const quorums = new Int32Array(this.quorums.length);
    let place = 0;
    for (let vertex = 0; vertex < this.starts.length; vertex++) {
      const start = this.starts[vertex] ?? 0;
      const end = start + (this.lengths[vertex] ?? 0);
      arcs.set(this.arcs.subarray(start, end), place);
      quorums.set(this.quorums.subarray(start, end), place);
      this.starts[vertex] = place;
      place += this.rooms[vertex] ?? 0;
    }
    this.arcs = arcs;
    this.quorums = quorums;
    this.used = place;
    this.holes = 0;
  }
}
