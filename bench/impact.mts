/**
 * Impact on an estate of 100,000 items and 500,000 relationships, made with a fixed seed: the graph in memory beside a
 * recursive query in PostgreSQL over the same edges, in one run. Needs the compiled code (`npm start` or `npm test` makes
 * it) and a PostgreSQL server, DATABASE_URL or the one that `npm start` runs.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import pg from 'pg';

import { report } from './measure/report.mts';
import { root } from './measure/settings.mts';

interface GraphFigures {
  readonly buildMs: number;
  readonly threeHopsMs: number;
  readonly threeHopsP99Ms: number;
  readonly closureMs: number;
  readonly closureItems: number;
  readonly roots: readonly number[];
}

function isGraphFigures(value: unknown): value is GraphFigures {
  return (
    typeof value === 'object' && value !== null && 'threeHopsMs' in value && 'closureMs' in value && 'roots' in value
  );
}

function databaseUrl(): string {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined) return given;
  const file = path.join(root, '.itops', 'postgres-password');
  if (!existsSync(file))
    throw new Error("DATABASE_URL is not set and 'npm start' has left no server. Start the platform first.");
  return `postgres://postgres:${readFileSync(file, 'utf8').trim()}@127.0.0.1:${process.env['POSTGRES_PORT'] ?? '15432'}/postgres`;
}

const folder = mkdtempSync(path.join(tmpdir(), 'impact-bench-'));
const edgeFile = path.join(folder, 'edges.tsv');
const program = path.join(root, 'dist', 'libs', 'impact', 'bench', 'measure-impact.js');
const graph: unknown = JSON.parse(execFileSync(process.execPath, [program, edgeFile], { encoding: 'utf8' }));
if (!isGraphFigures(graph)) throw new Error('the measuring program answered in another form than expected');

const client = new pg.Client({ connectionString: databaseUrl() });
await client.connect();
await client.query('create temporary table edge (parent int not null, child int not null)');
const rows = readFileSync(edgeFile, 'utf8')
  .split('\n')
  .map((line) => line.split('\t').map(Number));
rmSync(folder, { recursive: true });
await client.query('insert into edge select * from unnest($1::int[], $2::int[])', [
  rows.map(([parent]) => parent),
  rows.map(([, child]) => child),
]);
await client.query('create index on edge (child) include (parent)');
await client.query('analyze edge');

const RECURSIVE = `
  with recursive hit (at, distance) as (
    select $1::int, 0
    union
    select edge.parent, hit.distance + 1 from hit join edge on edge.child = hit.at where hit.distance < $2
  )
  select count(distinct at) - 1 as items from hit`;
const CLOSURE = `
  with recursive hit (at) as (select $1::int union select edge.parent from hit join edge on edge.child = hit.at)
  select count(*) - 1 as items from hit`;

async function medianOf(
  sql: string,
  parameters: (vertex: number) => unknown[],
  roots: readonly number[],
): Promise<number> {
  const samples: number[] = [];
  for (const vertex of roots) {
    const begin = performance.now();
    await client.query(sql, parameters(vertex));
    samples.push(performance.now() - begin);
  }
  samples.sort((a, b) => a - b);
  return samples[Math.floor(samples.length / 2)] ?? Number.NaN;
}

const sqlThreeHops = await medianOf(RECURSIVE, (vertex) => [vertex, 3], graph.roots);
const sqlClosure = await medianOf(CLOSURE, (vertex) => [vertex], graph.roots);
await client.end();

report('impact', { items: 100_000, relationships: 500_000, 'items in the median closure': graph.closureItems }, [
  { what: 'building the graph', value: graph.buildMs, unit: 'ms' },
  { what: '3 hops, median', value: graph.threeHopsMs, unit: 'ms', goal: '≤ 1' },
  { what: '3 hops, p99', value: graph.threeHopsP99Ms, unit: 'ms' },
  { what: 'closure, median', value: graph.closureMs, unit: 'ms', goal: '≤ 10' },
  { what: 'recursive query, 3 hops, median', value: sqlThreeHops, unit: 'ms' },
  { what: 'recursive query, closure, median', value: sqlClosure, unit: 'ms' },
  { what: 'closure: times faster than the query', value: sqlClosure / graph.closureMs, unit: '×', goal: '≥ 50' },
]);
