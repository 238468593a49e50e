interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What a process tells under /metrics, in Prometheus' text format. */
export class ExposedMetrics {
  private constructor(
    /** Each metric's type by its name. */
    readonly types: ReadonlyMap<string, string>,
    private readonly samples: readonly Sample[],
  ) {}

  static async of(url: string): Promise<ExposedMetrics> {
    const answer = await fetch(`${url}/metrics`);
    const types = new Map<string, string>();
    const samples: Sample[] = [];
    for (const line of (await answer.text()).split('\n')) {
      const [, typed, type] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
      if (typed !== undefined && type !== undefined) types.set(typed, type);
      const [, name, labels = '', value] = /^([a-z_0-9]+)(?:\{(.*)\})? (\S+)/.exec(line) ?? [];
      if (name !== undefined) samples.push({ name, labels: labelsOf(labels), value: Number(value) });
    }
    return new ExposedMetrics(types, samples);
  }

  /** The sum of all that have these labels; NaN where there is none. */
  value(name: string, labels: Readonly<Record<string, string>> = {}): number {
    const found = this.samples.filter(
      (sample) =>
        sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
    );
    return found.length === 0 ? Number.NaN : found.reduce((sum, { value }) => sum + value, 0);
  }
}

function labelsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([a-z_0-9]+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}
