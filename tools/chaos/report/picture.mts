import type { Episode, RunResult, Sample } from './result.mts';

const WIDTH = 1_200;
const HEIGHT = 420;
const LEFT = 56;
const RIGHT = 16;
const TOP = 150;
const BOTTOM = 44;
const PLOT_WIDTH = WIDTH - LEFT - RIGHT;
const PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;

interface Rate {
  readonly at: number;
  /** A second. */
  readonly rate: number;
}

/** Acknowledged operations and settled records a second over the run, with each fault as a band. An SVG document. */
export function picture({ endedAt, episodes, samples, seed, startedAt }: RunResult): string {
  const acknowledged = rates(samples, ({ acknowledged: count }) => count);
  const settled = rates(samples, ({ settled: count }) => count);
  const length = Math.max(1, endedAt - startedAt);
  const x = (at: number): number => LEFT + (PLOT_WIDTH * (at - startedAt)) / length;
  // Draining a backlog is a hundred times the usual rate: both are to be seen.
  const top = Math.max(10, ...[...acknowledged, ...settled].map(({ rate }) => rate));
  const y = (rate: number): number => TOP + PLOT_HEIGHT * (1 - Math.log1p(rate) / Math.log1p(top));
  const line = (points: readonly Rate[]): string =>
    points.map(({ at, rate }) => `${round(x(at))},${round(y(rate))}`).join(' ');
  const done = episodes.filter(({ skipped }) => skipped === undefined);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11">`,
    `<title>Acknowledged operations and settled records a second under faults, seed ${escape(seed)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...done.flatMap((episode) => band(episode, x)),
    ...ticks(top).map(
      (rate) =>
        `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(rate))}" y2="${round(y(rate))}" stroke="#ddd"/>` +
        `<text x="${LEFT - 6}" y="${round(y(rate) + 4)}" text-anchor="end" fill="#555">${rate}</text>`,
    ),
    ...minutes(length).map(
      (minute) =>
        `<text x="${round(x(startedAt + minute * 60_000))}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle" fill="#555">${minute} min</text>`,
    ),
    `<polyline points="${line(settled)}" fill="none" stroke="#1f77b4"/>`,
    `<polyline points="${line(acknowledged)}" fill="none" stroke="#d62728" stroke-width="1.5"/>`,
    `<text x="${LEFT}" y="${HEIGHT - 10}" fill="#d62728">operations acknowledged a second</text>`,
    `<text x="${LEFT + 230}" y="${HEIGHT - 10}" fill="#1f77b4">records settled by consumers a second</text>`,
    `<text x="${LEFT + 490}" y="${HEIGHT - 10}" fill="#555">logarithmic; a band is a fault, from its beginning to its healing</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function band({ brokeAt, fault, healedAt, violations }: Episode, x: (at: number) => number): string[] {
  const from = x(brokeAt);
  const width = Math.max(1.5, x(healedAt) - from);
  const colour = violations.length === 0 ? '#f5d6a8' : '#f4a0a0';
  return [
    `<rect x="${round(from)}" y="${TOP}" width="${round(width)}" height="${PLOT_HEIGHT}" fill="${colour}"/>`,
    `<text transform="translate(${round(from + 4)},${TOP - 6}) rotate(-60)" fill="#333">${escape(fault)}</text>`,
  ];
}

/** Between two samples of a count that grows; gaps are where it was not known. */
function rates(samples: readonly Sample[], count: (sample: Sample) => number | null): Rate[] {
  const known = samples.flatMap((sample) => {
    const value = count(sample);
    return value === null ? [] : [{ at: sample.at, value }];
  });
  return known.slice(1).flatMap(({ at, value }, index) => {
    const before = known[index];
    if (before === undefined || at <= before.at) return [];
    return [{ at, rate: Math.max(0, ((value - before.value) * 1_000) / (at - before.at)) }];
  });
}

function ticks(top: number): number[] {
  return [0, 1, 10, 100, 1_000, 10_000, 100_000].filter((tick) => tick <= top);
}

function minutes(lengthMs: number): number[] {
  const total = Math.floor(lengthMs / 60_000);
  const step = Math.max(1, Math.ceil(total / 15));
  return Array.from({ length: Math.floor(total / step) + 1 }, (_, at) => at * step);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
