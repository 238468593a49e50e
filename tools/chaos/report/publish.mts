import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { picture } from './picture.mts';
import type { RunResult } from './result.mts';
import { markdownTable } from './summary.mts';

const BEGIN = '<!-- table: begin -->';
const END = '<!-- table: end -->';

/** Puts a run's table into docs/reliability.md, between its marks, and its picture beside it. @throws Error without marks */
export async function publish(root: string, result: RunResult): Promise<void> {
  const file = join(root, 'docs', 'reliability.md');
  await writeFile(file, withTable(await readFile(file, 'utf8'), result));
  await writeFile(join(root, 'docs', 'reliability.svg'), picture(result));
}

export function withTable(text: string, result: RunResult): string {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The page has no ${BEGIN} with ${END} behind it`);
  const minutes = Math.round((result.endedAt - result.startedAt) / 60_000);
  const day = new Date(result.startedAt).toISOString().slice(0, 10);
  const done = result.episodes.filter(({ skipped }) => skipped === undefined).length;
  const said = `Seed \`${result.seed}\`, ${day}: ${done} faults in ${minutes} minutes.`;
  return `${text.slice(0, begin)}${BEGIN}\n\n${said}\n\n${markdownTable(result)}\n\n${text.slice(end)}`;
}
