import { RELATIONSHIP_TYPE_NAMES } from '@itops/contracts';

import { quorumOf } from './arc-code';
import { grownCapacity, grownInt32, grownUint8 } from './growable';
import { type GraphRelationship } from './model';

/** One relationship by the indexes of its ends. */
export interface RelationshipEntry {
  readonly type: number;
  readonly parent: number;
  readonly child: number;
  readonly quorum: number;
}

export function typeIndex(type: GraphRelationship['type']): number {
  return RELATIONSHIP_TYPE_NAMES.indexOf(type);
}

/** Relationships by id, in columns: half a million of them are 8 MB and a map, not half a million objects. */
export class RelationshipTable {
  private readonly rows = new Map<string, number>();
  private readonly free: number[] = [];
  private types = new Uint8Array(16);
  private parents = new Int32Array(16);
  private children = new Int32Array(16);
  private quorums = new Int32Array(16);

  get size(): number {
    return this.rows.size;
  }

  get(id: string): RelationshipEntry | undefined {
    const row = this.rows.get(id);
    if (row === undefined) return undefined;
    return {
      type: this.types[row] ?? 0,
      parent: this.parents[row] ?? 0,
      child: this.children[row] ?? 0,
      quorum: this.quorums[row] ?? 0,
    };
  }

  set(relationship: GraphRelationship, parent: number, child: number): void {
    const row = this.rows.get(relationship.id) ?? this.free.pop() ?? this.rows.size;
    if (row >= this.types.length) this.grow(row + 1);
    this.rows.set(relationship.id, row);
    this.types[row] = typeIndex(relationship.type);
    this.parents[row] = parent;
    this.children[row] = child;
    this.quorums[row] = quorumOf(relationship);
  }

  delete(id: string): void {
    const row = this.rows.get(id);
    if (row === undefined) return;
    this.rows.delete(id);
    this.free.push(row);
  }

  private grow(needed: number): void {
    const capacity = grownCapacity(this.types.length, needed);
    this.types = grownUint8(this.types, capacity);
    this.parents = grownInt32(this.parents, capacity);
    this.children = grownInt32(this.children, capacity);
    this.quorums = grownInt32(this.quorums, capacity);
  }
}
