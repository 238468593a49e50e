import { share, table } from '../../terminal/table.mts';
import { type Difference, type Field, REASONS } from './compare.mts';

const FIELDS: readonly Field[] = ['state', 'priority', 'reassignments', 'reopenings', 'opened', 'resolved', 'closed'];
const SHOWN_UNEXPLAINED = 20;

export interface Sums {
  readonly incidents: number;
  readonly differences: readonly Difference[];
}

/** Agreement field by field, the reasons for what differs, and what has none. */
export function report({ differences, incidents }: Sums): string {
  const agreement = table(
    ['field', 'as in the log', 'differs', 'explained'],
    FIELDS.map((field) => {
      const of = differences.filter((difference) => difference.field === field);
      const explained = of.filter(({ reason }) => reason !== null).length;
      return [field, share(incidents - of.length, incidents), String(of.length), String(explained)];
    }),
    ['left', 'right', 'right', 'right'],
  );
  return [agreement, '', reasons(differences), ...unexplainedLines(differences)].join('\n');
}

export function unexplained(differences: readonly Difference[]): Difference[] {
  return differences.filter(({ reason }) => reason === null);
}

function reasons(differences: readonly Difference[]): string {
  const counts = new Map<string, number>();
  for (const { field, log, platform, reason } of differences) {
    if (reason === null) continue;
    const detail = reason === 'matrix' ? `${field} ${log} in the log, ${platform} by the platform` : field;
    const key = `${reason}\u0000${detail}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (counts.size === 0) return 'No difference.';
  const rows = [...counts].sort().map(([key, count]) => [...key.split('\u0000'), String(count)]);
  const used = Object.entries(REASONS).filter(([name]) => rows.some(([reason]) => reason === name));
  return [
    table(['reason', 'what', 'incidents'], rows, ['left', 'left', 'right']),
    '',
    ...used.map(([name, meaning]) => `${name}: ${meaning}`),
  ].join('\n');
}

function unexplainedLines(differences: readonly Difference[]): string[] {
  const rest = unexplained(differences);
  if (rest.length === 0) return [];
  const lines = rest
    .slice(0, SHOWN_UNEXPLAINED)
    .map(({ field, log, number, platform }) => `  ${number} ${field}: ${log} in the log, ${platform} by the platform`);
  const more = rest.length > lines.length ? [`  and ${rest.length - lines.length} more`] : [];
  return ['', `${rest.length} differences without an explanation:`, ...lines, ...more];
}
