/** What a service waits for before it can work. Whatever has such a dependency registers a probe here. */
export interface ProbeResult {
  readonly ready: boolean;
  /** Why not, or what was found, for the person who looks at /readyz. */
  readonly detail: string;
}

/** So long a dependency that the service can do without may take to answer; the others have no need to wait for it. */
const PATIENCE_MS = 1_000;

export class Readiness {
  private readonly probes = new Map<string, () => ProbeResult | Promise<ProbeResult>>();

  /** @param optional names of probes that are told and do not decide: what the service works without, for a while */
  constructor(private readonly optional: readonly string[] = []) {}

  register(name: string, probe: () => ProbeResult | Promise<ProbeResult>): void {
    this.probes.set(name, probe);
  }

  async check(): Promise<{ ready: boolean; checks: Record<string, ProbeResult> }> {
    const checks: Record<string, ProbeResult> = {};
    await Promise.all(
      [...this.probes].map(async ([name, probe]) => {
        try {
          checks[name] = await (this.optional.includes(name) ? inTime(probe) : probe());
        } catch (error) {
          checks[name] = { ready: false, detail: error instanceof Error ? error.message : String(error) };
        }
      }),
    );
    const ready = Object.entries(checks).every(([name, result]) => result.ready || this.optional.includes(name));
    return { ready, checks };
  }
}

async function inTime(probe: () => ProbeResult | Promise<ProbeResult>): Promise<ProbeResult> {
  const late = Promise.withResolvers<ProbeResult>();
  const timer = setTimeout(
    () => late.resolve({ ready: false, detail: `no answer within ${PATIENCE_MS} ms` }),
    PATIENCE_MS,
  );
  try {
    return await Promise.race([probe(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
