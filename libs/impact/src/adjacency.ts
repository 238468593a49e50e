import { grownCapacity, grownInt32 } from './growable';

const FIRST_BLOCK = 4;
/** An arc takes two places: the vertex at its other end, and its code. */
export const STRIDE = 2;

/**
 * The arcs of each vertex, side by side in one array. A block that is full moves to the end with twice the room, so
 * one arc more costs a few writes; when half of the array is holes, all blocks are moved together.
 */
export class Adjacency {
  /** Where the arcs are; valid until the next change. */
  arcs = new Int32Array(1024);
  /** For each vertex, the place of its first arc. */
  starts = new Int32Array(16);
  /** For each vertex, the places that its arcs take. */
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

  add(vertex: number, other: number, code: number): void {
    const length = this.lengths[vertex] ?? 0;
    if (length === (this.rooms[vertex] ?? 0)) this.move(vertex, Math.max(length * 2, FIRST_BLOCK * STRIDE));
    const place = (this.starts[vertex] ?? 0) + length;
    this.arcs[place] = other;
    this.arcs[place + 1] = code;
    this.lengths[vertex] = length + STRIDE;
  }

  /** Removes one arc of those that are alike. */
  remove(vertex: number, other: number, code: number): void {
    const start = this.starts[vertex] ?? 0;
    const last = start + (this.lengths[vertex] ?? 0) - STRIDE;
    for (let place = last; place >= start; place -= STRIDE) {
      if (this.arcs[place] !== other || this.arcs[place + 1] !== code) continue;
      this.arcs[place] = this.arcs[last] ?? 0;
      this.arcs[place + 1] = this.arcs[last + 1] ?? 0;
      this.lengths[vertex] = last - start;
      return;
    }
  }

  private move(vertex: number, room: number): void {
    if (this.used + room > this.arcs.length) this.makeRoom(room);
    const start = this.starts[vertex] ?? 0;
    this.arcs.copyWithin(this.used, start, start + (this.lengths[vertex] ?? 0));
    this.holes += this.rooms[vertex] ?? 0;
    this.starts[vertex] = this.used;
    this.rooms[vertex] = room;
    this.used += room;
  }

  private makeRoom(room: number): void {
    if (this.holes * 2 >= this.used) this.compact();
    if (this.used + room > this.arcs.length) {
      this.arcs = grownInt32(this.arcs, grownCapacity(this.arcs.length, this.used + room));
    }
  }

  private compact(): void {
    const packed = new Int32Array(this.arcs.length);
    let end = 0;
    for (let vertex = 0; vertex < this.starts.length; vertex++) {
      const room = this.rooms[vertex] ?? 0;
      const start = this.starts[vertex] ?? 0;
      packed.set(this.arcs.subarray(start, start + (this.lengths[vertex] ?? 0)), end);
      this.starts[vertex] = end;
      end += room;
    }
    this.arcs = packed;
    this.used = end;
    this.holes = 0;
  }
}
