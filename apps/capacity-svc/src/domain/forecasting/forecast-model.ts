/** One way to continue a series. Its input is evenly spaced, without gaps, oldest first. */
export interface ForecastModel {
  readonly name: string;
  /** The shortest history that it can learn from. */
  readonly minPoints: number;
  /** The next `steps` values, or null where it can't find any for this history. */
  predict(history: readonly number[], steps: number): readonly number[] | null;
}

/** The value at an index that is known to be there. */
export function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`There is no value at ${index} of ${values.length}`);
  return value;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
