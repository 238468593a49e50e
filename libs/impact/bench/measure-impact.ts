/**
 * Measures the graph alone, without HTTP: the estate is made with a fixed seed, the answers are compared with a plain
 * search before they are timed. Prints JSON: the estate's edges go to the file that is named, for a peer to load.
 */
import { writeFileSync } from 'node:fs';

import { ImpactGraph } from '../src';

const CIS = 100_000;
const RELATIONSHIPS = 500_000;
const [edgeFile] = process.argv.slice(2);

/** mulberry32: small, fast, and the same on each run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = randomFrom(42);
const ids = Array.from({ length: CIS }, (_, serial) => `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`);
const idOf = (serial: number): string => ids[serial] ?? '';

// Layered like an estate: an item depends on items that lie deeper, mostly near, so that few things carry many.
const edges = Array.from({ length: RELATIONSHIPS }, () => {
  const parent = Math.floor(random() * (CIS - 1));
  const child = Math.min(CIS - 1, parent + 1 + Math.floor(random() ** 2 * 20_000));
  return { parent, child };
});

const graph = new ImpactGraph();
const buildBegin = performance.now();
for (let serial = 0; serial < CIS; serial++)
  graph.putCi({ id: idOf(serial), name: `ci-${serial}`, class: 'virtual_machine' });
edges.forEach(({ parent, child }, index) =>
  graph.putRelationship({
    id: `r${index}`,
    type: 'Depends on',
    parentId: idOf(parent),
    childId: idOf(child),
    quorum: null,
  }),
);
const buildMs = performance.now() - buildBegin;

const parents: number[][] = Array.from({ length: CIS }, () => []);
for (const { parent, child } of edges) parents[child]?.push(parent);

/** The plain rule for this estate: all that can be reached from child to parent within `depth` steps. */
function reached(start: number, depth: number): number {
  const seen = new Set([start]);
  let front = [start];
  for (let step = 0; step < depth && front.length > 0; step++) {
    front = [...new Set(front.flatMap((at) => parents[at] ?? []))].filter((at) => !seen.has(at));
    for (const at of front) seen.add(at);
  }
  return seen.size - 1;
}

const roots = Array.from({ length: 200 }, () => Math.floor(CIS * 0.2 + random() * CIS * 0.8));
const UNBOUNDED = 1_000;
/** As many items as the API answers at the most; the whole closure is computed all the same. */
const ANSWERED = 1_000;

function times(depth: number, count: number): number[] {
  const samples: number[] = [];
  for (const root of roots.slice(0, count)) {
    const begin = performance.now();
    graph.affected(idOf(root), { depth, limit: ANSWERED });
    samples.push(performance.now() - begin);
    const { items } = graph.affected(idOf(root), { depth, limit: CIS });
    if (items.length !== reached(root, depth))
      throw new Error(`${idOf(root)}: ${items.length} items, the plain rule finds ${reached(root, depth)}`);
  }
  return samples.sort((a, b) => a - b);
}

const median = (samples: number[]): number => samples[Math.floor(samples.length / 2)] ?? Number.NaN;
times(3, 50);
const threeHops = times(3, 200);
const closure = times(UNBOUNDED, 20);
const sizes = roots.slice(0, 20).map((root) => reached(root, UNBOUNDED));

if (edgeFile !== undefined) writeFileSync(edgeFile, edges.map(({ parent, child }) => `${parent}\t${child}`).join('\n'));
process.stdout.write(
  `${JSON.stringify({
    cis: CIS,
    relationships: RELATIONSHIPS,
    buildMs,
    threeHopsMs: median(threeHops),
    threeHopsP99Ms: threeHops[Math.floor(threeHops.length * 0.99)] ?? Number.NaN,
    closureMs: median(closure),
    closureItems: median(sizes.sort((a, b) => a - b)),
    heapMiB: process.memoryUsage().heapUsed / 2 ** 20,
    roots: roots.slice(0, 20),
  })}\n`,
);
