import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';

import { root } from './settings.mts';

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The goal for such a machine, as words, where there is one. */
  readonly goal?: string;
}

/** Writes bench/results/<name>.json and prints a table. */
export function report(
  name: string,
  conditions: Readonly<Record<string, string | number>>,
  figures: readonly Figure[],
): void {
  const machine = {
    cpus: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  const folder = path.join(root, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.json`);
  writeFileSync(
    file,
    `${JSON.stringify({ name, at: new Date().toISOString(), machine, conditions, figures }, null, 2)}\n`,
  );
  const rows = figures.map(({ what, value, unit, goal }) => [what, `${format(value)} ${unit}`, goal ?? '']);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0), 6));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  console.log(
    `\n${name}: ${Object.entries(conditions)
      .map(([key, value]) => `${key} ${value}`)
      .join(', ')}`,
  );
  console.log(line(['figure', 'value', 'goal']));
  for (const row of rows) console.log(line(row));
  console.log(`written to ${path.relative(root, file)}`);
}

function format(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
