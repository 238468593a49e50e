import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

export interface Graph {
  readonly nodes: readonly string[];
  /** The caller fails when the callee does. */
  readonly calls: readonly Call[];
}

export interface Call {
  readonly caller: string;
  readonly callee: string;
}

const Rows = z.array(z.array(z.string()));

export function readGraphFile(path: string): Graph {
  return parseGraph(readFileSync(path, 'utf8'), path);
}

/** An adjacency matrix: a row for each caller, a column for each callee, not 0 where the row's node calls the column's. */
export function parseGraph(text: string, path = 'graph'): Graph {
  const [heading, ...rows] = Rows.parse(parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }));
  if (heading === undefined) throw new Error(`${path} is empty`);
  const callees = heading.slice(1);
  const calls: Call[] = [];
  for (const [caller = '', ...cells] of rows) {
    callees.forEach((callee, at) => {
      if (Number(cells[at] ?? 0) !== 0 && callee !== caller) calls.push({ caller, callee });
    });
  }
  return { nodes: [...new Set([...callees, ...rows.map(([caller = '']) => caller)])], calls };
}
