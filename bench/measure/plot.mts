interface Line {
  readonly name: string;
  /** Minutes and values. */
  readonly points: readonly (readonly [number, number])[];
}

const WIDTH = 900;
const HEIGHT = 420;
const LEFT = 60;
const RIGHT = 150;
const TOP = 40;
const BOTTOM = 40;
const COLOURS = ['#1f77b4', '#d62728', '#2ca02c', '#9467bd', '#ff7f0e', '#17becf'];

/** Lines over minutes, as an SVG picture; the values' axis begins at 0. */
export function plot(title: string, unit: string, lines: readonly Line[]): string {
  const all = lines.flatMap(({ points }) => points);
  const longest = Math.max(...all.map(([minute]) => minute), 1e-9);
  const step = niceStep(Math.max(...all.map(([, value]) => value), 1) / 5);
  const highest = Math.ceil(Math.max(...all.map(([, value]) => value), 1) / step) * step;
  const x = (minute: number): string => (LEFT + (minute / longest) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const y = (value: number): string => (HEIGHT - BOTTOM - (value / highest) * (HEIGHT - TOP - BOTTOM)).toFixed(1);
  const grid = Array.from({ length: Math.round(highest / step) + 1 }, (_, index) => index * step).map(
    (value) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>` +
      `<text x="${LEFT - 6}" y="${y(value)}" text-anchor="end" dominant-baseline="middle">${value}</text>`,
  );
  const drawn = lines.map(({ name, points }, index) => {
    const colour = COLOURS[index % COLOURS.length] ?? '#000';
    const path = points.map(([minute, value]) => `${x(minute)},${y(value)}`).join(' ');
    const at = TOP + 18 * index;
    return (
      `<polyline fill="none" stroke="${colour}" stroke-width="1.5" points="${path}"/>` +
      `<text x="${WIDTH - RIGHT + 10}" y="${at}" fill="${colour}">${name}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="#fff"/><text x="${LEFT}" y="20" font-size="14">${title} (${unit})</text>`,
    ...grid,
    ...drawn,
    `<text x="${WIDTH - RIGHT}" y="${HEIGHT - 12}" text-anchor="end">${longest.toFixed(1)} min</text>`,
    '</svg>\n',
  ].join('\n');
}

/** 1, 2 or 5 times a power of ten, not below. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? 10 * power;
}
