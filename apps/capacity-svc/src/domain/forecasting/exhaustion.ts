export interface ForecastPoint {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** When a forecast meets a value; epoch milliseconds. */
export interface Crossing {
  readonly at: number;
  /** Where the interval's nearer bound meets it. */
  readonly earliest: number;
  /** Where the farther bound meets it; null when that is beyond the forecast. */
  readonly latest: number | null;
}

/** The first time at which the mean meets the value from below (`>`) or above (`<`); null when it doesn't within the forecast. */
export function crossingOf(points: readonly ForecastPoint[], comparator: '>' | '<', value: number): Crossing | null {
  const first = (pick: (point: ForecastPoint) => number): number | null =>
    points.find((point) => (comparator === '>' ? pick(point) >= value : pick(point) <= value))?.at ?? null;
  const at = first((point) => point.mean);
  if (at === null) return null;
  const near = first((point) => (comparator === '>' ? point.upper : point.lower));
  const far = first((point) => (comparator === '>' ? point.lower : point.upper));
  return { at, earliest: near ?? at, latest: far };
}
