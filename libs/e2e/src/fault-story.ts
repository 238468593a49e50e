import { isRecord } from '@itops/kit';
import { type ApiClient, type ApiResponse, eventually } from '@itops/testing';

const HOUR = 3_600_000;
const LONG = 90_000;

/** What is left of the story when ids, numbers and times are taken away: the same whatever died meanwhile. */
export interface FinalState {
  readonly incident: {
    readonly state: string;
    readonly priority: number;
    readonly ci: string;
    readonly alertCount: number;
    readonly closeCode: string;
  };
  readonly incidentsOfTheFault: number;
  readonly impact: readonly string[];
  readonly firstSuspect: string;
  readonly pathOfTheFirst: readonly string[];
  readonly alerts: readonly string[];
  readonly changes: readonly string[];
  readonly preventiveIncidents: number;
  readonly predictedBreaches: number;
  readonly deadLetters: number;
}

const ITEMS = [
  { class: 'business_service', externalId: 'shop' },
  { class: 'web_application', externalId: 'storefront' },
  { class: 'application_service', externalId: 'checkout' },
  { class: 'application_service', externalId: 'payment' },
  { class: 'database_instance', externalId: 'payment-db' },
  { class: 'storage_volume', externalId: 'payment-disk' },
  { class: 'cache', externalId: 'sessions' },
  { class: 'application_service', externalId: 'search' },
] as const;

const DEPENDS_ON: readonly (readonly [string, string])[] = [
  ['shop', 'storefront'],
  ['storefront', 'checkout'],
  ['storefront', 'sessions'],
  ['storefront', 'search'],
  ['checkout', 'payment'],
  ['payment', 'payment-db'],
  ['payment-db', 'payment-disk'],
];

/** The main job, told through the public API: each run has an estate of its own, so that runs don't meet. */
export class FaultStory {
  private readonly now = Date.now();

  constructor(
    private readonly api: ApiClient,
    private readonly run: string,
  ) {}

  /** The estate, a threshold, and two weeks of a disk that fills. */
  async prepare(): Promise<void> {
    const found = await this.done(200, () =>
      this.api.post('/v1/discovery', {
        source: this.run,
        items: ITEMS.map((item) => ({ ...item, name: this.nameOf(item.externalId) })),
        relationships: DEPENDS_ON.map(([parent, child]) => ({
          type: 'Depends on',
          parent: { externalId: parent },
          child: { externalId: child },
        })),
      }),
    );
    if (found.body['created'] !== ITEMS.length && found.body['unchanged'] !== ITEMS.length) {
      throw new Error(`The estate was not taken whole: ${JSON.stringify(found.body)}`);
    }
    await this.done(201, () =>
      this.api.post('/v1/thresholds', {
        metric: `disk.utilization.${this.run}`,
        comparator: '>',
        value: 90,
        predictDays: 7,
        severity: 'warning',
      }),
    );
    const hours = 14 * 24;
    const points = Array.from({ length: hours }, (_, hour) => [
      Math.floor(this.now / HOUR) * HOUR - (hours - hour) * HOUR,
      50 + (hour / hours) * 32 + Math.sin((hour / 24) * 2 * Math.PI) * 0.5,
    ]);
    await this.done(202, () =>
      this.api.post('/v1/metrics', {
        series: [{ ci: this.reference('payment-disk'), metric: `disk.utilization.${this.run}`, unit: '%', points }],
      }),
    );
  }

  /** Waits until the predicted breach has its incident, whose impact shows that the estate is known everywhere. */
  async foresee(): Promise<void> {
    await eventually(async () => {
      const [incident] = await this.preventiveIncidents();
      if (incident === undefined) throw new Error('no preventive incident yet');
      const hit = await this.list(`/v1/incidents/${text(incident, 'id')}/impact`);
      if (hit.length !== 5) throw new Error(`the disk hits ${hit.length} items, not 5`);
    }, LONG);
  }

  /** A deployment on payment, beside an older one on search. */
  async deploy(): Promise<void> {
    await this.deployment('search', 'release-1', 20 * 60);
    await this.deployment('payment', 'release-2', 8);
  }

  /** Three items alert within minutes of the deployment. */
  async alert(): Promise<void> {
    const minute = 60_000;
    await this.done(202, () =>
      this.api.post('/v1/alerts', [
        this.alertOn('payment', this.now - 5 * minute, 'firing'),
        this.alertOn('checkout', this.now - 4 * minute, 'firing'),
        this.alertOn('storefront', this.now - 3 * minute, 'firing'),
      ]),
    );
  }

  /** Waits until everything that follows from the fault is there. */
  async settle(): Promise<void> {
    await this.foresee();
    await eventually(async () => {
      const [incident] = await this.faultIncidents();
      if (incident?.['alertCount'] !== 3)
        throw new Error(`the incident has ${String(incident?.['alertCount'])} alerts, not 3`);
      const suspects = await this.list(`/v1/incidents/${text(incident, 'id')}/suspects`);
      if (!text(suspects[0], 'title').includes('release-2'))
        throw new Error(`first suspect: ${JSON.stringify(suspects[0])}`);
    }, LONG);
  }

  /** The fault ends, and the incident with it. */
  async recover(): Promise<void> {
    await this.done(202, () =>
      this.api.post(
        '/v1/alerts',
        ['payment', 'checkout', 'storefront'].map((name) => this.alertOn(name, this.now - 60_000, 'resolved')),
      ),
    );
    await eventually(async () => {
      const [incident] = await this.faultIncidents();
      if (incident?.['state'] !== 'resolved') throw new Error(`the incident is ${String(incident?.['state'])}`);
    }, LONG);
  }

  async finalState(): Promise<FinalState> {
    const incidents = await this.faultIncidents();
    const [incident] = incidents;
    const id = text(incident, 'id');
    const suspects = await this.list(`/v1/incidents/${id}/suspects`);
    const path = suspects[0]?.['path'];
    return {
      incident: {
        state: text(incident, 'state'),
        priority: Number(incident?.['priority']),
        ci: this.plain(text(incident, 'ciName')),
        alertCount: Number(incident?.['alertCount']),
        closeCode: text(incident, 'closeCode'),
      },
      incidentsOfTheFault: incidents.length,
      impact: (await this.list(`/v1/incidents/${id}/impact`)).map((item) => this.plain(text(item, 'ciName'))).sort(),
      firstSuspect: text(suspects[0], 'title'),
      pathOfTheFirst: Array.isArray(path)
        ? path.map((step: unknown) => this.plain(isRecord(step) ? text(step, 'ciName') : ''))
        : [],
      alerts: (await this.list(`/v1/alerts?source=${this.run}`))
        .map((item) => `${this.plain(text(item, 'ciName'))} ${text(item, 'state')}`)
        .sort(),
      changes: (await this.list(`/v1/changes?source=deployment&q=${this.run}`))
        .map((item) => `${text(item, 'title')} ${text(item, 'state')}`)
        .sort(),
      preventiveIncidents: (await this.preventiveIncidents()).length,
      predictedBreaches: (await this.list('/v1/breaches?kind=predicted')).filter((item) =>
        text(item, 'metric').endsWith(this.run),
      ).length,
      deadLetters: (await this.list('/v1/dead-letters')).length,
    };
  }

  private async faultIncidents(): Promise<Record<string, unknown>[]> {
    const incidents = await this.list('/v1/incidents?source=alert&limit=200');
    return incidents.filter(
      (incident) => text(incident, 'title').includes(this.run) || text(incident, 'ciName').endsWith(this.run),
    );
  }

  private async preventiveIncidents(): Promise<Record<string, unknown>[]> {
    const incidents = await this.list('/v1/incidents?source=capacity&limit=200');
    return incidents.filter((incident) => text(incident, 'ciName').endsWith(this.run));
  }

  private async deployment(on: string, title: string, minutesAgo: number): Promise<void> {
    const at = (minutes: number): string => new Date(this.now - minutes * 60_000).toISOString();
    const base = {
      source: 'pipeline',
      externalRef: `${this.run}-${title}`,
      ci: this.reference(on),
      title: `${title} ${this.run}`,
    };
    await this.done(202, () => this.api.post('/v1/deployments', { ...base, status: 'started', at: at(minutesAgo) }));
    await this.done(202, () =>
      this.api.post('/v1/deployments', { ...base, status: 'succeeded', at: at(minutesAgo - 2) }),
    );
  }

  private alertOn(name: string, at: number, status: 'firing' | 'resolved'): object {
    const time = new Date(at).toISOString();
    return {
      source: this.run,
      dedupKey: `${this.run}-${name}`,
      summary: `${this.nameOf(name)} answers with errors`,
      severity: 'critical',
      ci: this.reference(name),
      status,
      ...(status === 'firing' ? { startsAt: time } : { endsAt: time }),
    };
  }

  private reference(externalId: string): object {
    return { source: this.run, externalId };
  }

  private nameOf(externalId: string): string {
    return `${externalId} ${this.run}`;
  }

  private plain(name: string): string {
    return name.replace(` ${this.run}`, '');
  }

  private async list(path: string): Promise<Record<string, unknown>[]> {
    const { body } = await this.done(200, () => this.api.get(path));
    return Array.isArray(body['items']) ? body['items'].filter(isRecord) : [];
  }

  /** Repeats while a part of the platform is away, as a good client does. */
  private done(status: number, send: () => Promise<ApiResponse>): Promise<ApiResponse> {
    return eventually(async () => {
      const answer = await send();
      if (answer.status !== status)
        throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
      return answer;
    }, LONG);
  }
}

function text(record: Record<string, unknown> | undefined, name: string): string {
  const value = record?.[name];
  return typeof value === 'string' ? value : '';
}
