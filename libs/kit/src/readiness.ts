/** What a service waits for before it can work. Whatever has such a dependency registers a probe here. */
export interface ProbeResult {
  readonly ready: boolean;
  /** Why not, or what was found, for the person who looks at /readyz. */
  readonly detail: string;
}

export class Readiness {
  private readonly probes = new Map<string, () => ProbeResult | Promise<ProbeResult>>();

  register(name: string, probe: () => ProbeResult | Promise<ProbeResult>): void {
    this.probes.set(name, probe);
  }

  async check(): Promise<{ ready: boolean; checks: Record<string, ProbeResult> }> {
    const checks: Record<string, ProbeResult> = {};
    await Promise.all(
      [...this.probes].map(async ([name, probe]) => {
        try {
          checks[name] = await probe();
        } catch (error) {
          checks[name] = { ready: false, detail: error instanceof Error ? error.message : String(error) };
        }
      }),
    );
    return { ready: Object.values(checks).every((result) => result.ready), checks };
  }
}
