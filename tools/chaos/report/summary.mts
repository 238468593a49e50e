import { type Align, table } from '../../terminal/table.mts';
import { countOf, type Episode, isSound, type RunResult } from './result.mts';

const HEADINGS = [
  'fault',
  'target',
  'lasted s',
  'sent',
  'ack.',
  'refused',
  'no answer',
  'lost',
  'doubled',
  'reordered',
  'other',
  'sent twice',
  'ready s',
  'quiet s',
] as const;

/** The columns of one episode, in the order of the headings. */
function rowOf(episode: Episode): string[] {
  const { brokeAt, fault, healedAt, quietMs, readyMs, repeats, skipped, tally, target, violations } = episode;
  if (skipped !== undefined) return [fault, `not done: ${skipped}`];
  const told = (['lost', 'doubled', 'reordered'] as const).map((kind) => countOf(episode, kind));
  const other = violations.length - told.reduce((sum, count) => sum + count, 0);
  return [
    fault,
    target,
    seconds(healedAt - brokeAt),
    ...[tally.sent, tally.acknowledged, tally.refused, tally.unknown, ...told, other, repeats].map(String),
    ...[readyMs, quietMs].map((ms) => (ms === null ? 'never' : seconds(ms))),
  ];
}

/** For the terminal: the table, what was violated, and how to see it again. */
export function summary(result: RunResult): string {
  const { episodes, seed } = result;
  const align = HEADINGS.map((_, at): Align => (at < 2 ? 'left' : 'right'));
  const violated = episodes.filter(({ violations }) => violations.length > 0);
  const names = [...new Set(violated.map(({ fault }) => fault))];
  return [
    table(HEADINGS, episodes.map(rowOf), align),
    '',
    ...violated.flatMap(({ fault, round, violations }) => [
      `${fault} (${round}. time): ${violations.length} violations`,
      ...violations
        .slice(0, 12)
        .map(({ checker, kind, subject, detail }) => `  ${kind.padEnd(9)} ${checker}: ${subject}: ${detail}`),
    ]),
    isSound(result)
      ? `Nothing lost, nothing doubled. Seed ${seed}.`
      : `VIOLATED. See it again: npm run chaos -- --seed ${seed} --faults ${names.join(',')}`,
  ].join('\n');
}

/** One line when an episode is over. */
export function progressLine(episode: Episode): string {
  const { fault, notes, quietMs, skipped, tally, violations } = episode;
  if (skipped !== undefined) return `– ${fault}: not done: ${skipped}`;
  const verdict = violations.length === 0 ? '✔' : '✖';
  const recovered = quietMs === null ? 'never quiet' : `quiet after ${seconds(quietMs)} s`;
  const told = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
  return `${verdict} ${fault}: ${tally.acknowledged} of ${tally.sent} acknowledged, ${violations.length} violations, ${recovered}${told}`;
}

/** For docs/reliability.md, laid out as prettier does it. */
export function markdownTable({ episodes }: RunResult): string {
  const rows = [HEADINGS, ...episodes.map((episode) => HEADINGS.map((_, at) => rowOf(episode)[at] ?? ''))];
  const widths = HEADINGS.map((_, at) => Math.max(3, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, at) => (at < 2 ? (cells[at] ?? '').padEnd(width) : (cells[at] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [headings = [], ...body] = rows;
  return [line(headings), rule, ...body.map(line)].join('\n');
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1);
}
