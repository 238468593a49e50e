import { answerOf, everyItem, type OpsClient, type RequestBody, type Schemas } from '@itops/client';
import { eventually } from '@itops/testing';

type Incident = Schemas['IncidentResource'];
type Alert = Exclude<RequestBody<'reportAlerts'>, readonly unknown[]>;

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
    private readonly client: OpsClient,
    private readonly run: string,
  ) {}

  /** The estate, a threshold, and two weeks of a disk that fills. */
  async prepare(): Promise<void> {
    const estate = {
      source: this.run,
      items: ITEMS.map((item) => ({ ...item, name: this.nameOf(item.externalId) })),
      relationships: DEPENDS_ON.map(([parent, child]) => ({
        type: 'Depends on' as const,
        parent: { externalId: parent },
        child: { externalId: child },
      })),
    };
    const found = await answerOf(this.client.POST('/v1/discovery', { body: estate }));
    if (!('created' in found) || found.created !== ITEMS.length) {
      throw new Error(`The estate was not taken whole: ${JSON.stringify(found)}`);
    }
    const metric = `disk.utilization.${this.run}`;
    const threshold = { metric, comparator: '>', value: 90, predictDays: 7, severity: 'warning' } as const;
    await this.client.POST('/v1/thresholds', { body: threshold });
    const hours = 14 * 24;
    const points = Array.from({ length: hours }, (_, hour): [number, number] => [
      Math.floor(this.now / HOUR) * HOUR - (hours - hour) * HOUR,
      50 + (hour / hours) * 32 + Math.sin((hour / 24) * 2 * Math.PI) * 0.5,
    ]);
    const series = [{ ci: this.reference('payment-disk'), metric, unit: '%', points }];
    await this.client.POST('/v1/metrics', { body: { series } });
  }

  /** Waits until the predicted breach has its incident, whose impact shows that the estate is known everywhere. */
  async foresee(): Promise<void> {
    await eventually(async () => {
      const [incident] = await this.preventiveIncidents();
      if (incident === undefined) throw new Error('no preventive incident yet');
      const hit = await this.impactOf(incident);
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
    await this.client.POST('/v1/alerts', {
      body: [
        this.alertOn('payment', this.now - 5 * minute, 'firing'),
        this.alertOn('checkout', this.now - 4 * minute, 'firing'),
        this.alertOn('storefront', this.now - 3 * minute, 'firing'),
      ],
    });
  }

  /** Waits until everything that follows from the fault is there. */
  async settle(): Promise<void> {
    await this.foresee();
    await eventually(async () => {
      const [incident] = await this.faultIncidents();
      if (incident?.alertCount !== 3) throw new Error(`the incident has ${incident?.alertCount ?? 'no'} alerts, not 3`);
      const suspects = await this.suspectsOf(incident);
      if (suspects[0]?.title.includes('release-2') !== true)
        throw new Error(`first suspect: ${JSON.stringify(suspects[0])}`);
    }, LONG);
  }

  /** The fault ends, and the incident with it. */
  async recover(): Promise<void> {
    await this.client.POST('/v1/alerts', {
      body: ['payment', 'checkout', 'storefront'].map((name) => this.alertOn(name, this.now - 60_000, 'resolved')),
    });
    await eventually(async () => {
      const [incident] = await this.faultIncidents();
      if (incident?.state !== 'resolved') throw new Error(`the incident is ${incident?.state ?? 'not there'}`);
    }, LONG);
  }

  async finalState(): Promise<FinalState> {
    const incidents = await this.faultIncidents();
    const [incident] = incidents;
    if (incident === undefined) throw new Error('The fault has no incident');
    const [first] = await this.suspectsOf(incident);
    return {
      incident: {
        state: incident.state,
        priority: incident.priority,
        ci: this.plain(incident.ciName ?? ''),
        alertCount: incident.alertCount,
        closeCode: incident.closeCode ?? '',
      },
      incidentsOfTheFault: incidents.length,
      impact: (await this.impactOf(incident)).map(({ ciName }) => this.plain(ciName)).sort(),
      firstSuspect: first?.title ?? '',
      pathOfTheFirst: (first?.path ?? []).map(({ ciName }) => this.plain(ciName)),
      alerts: (await this.alerts()).map(({ ciName, state }) => `${this.plain(ciName ?? '')} ${state}`).sort(),
      changes: (await this.deployments()).map(({ state, title }) => `${title} ${state}`).sort(),
      preventiveIncidents: (await this.preventiveIncidents()).length,
      predictedBreaches: (await this.breaches()).filter(({ metric }) => metric.endsWith(this.run)).length,
      deadLetters: (await everyItem((query) => this.client.GET('/v1/dead-letters', { params: { query } }))).length,
    };
  }

  private async faultIncidents(): Promise<Incident[]> {
    const incidents = await this.incidentsFrom('alert');
    return incidents.filter(({ ciName, title }) => title.includes(this.run) || (ciName ?? '').endsWith(this.run));
  }

  private async preventiveIncidents(): Promise<Incident[]> {
    return (await this.incidentsFrom('capacity')).filter(({ ciName }) => (ciName ?? '').endsWith(this.run));
  }

  private incidentsFrom(source: 'alert' | 'capacity'): Promise<Incident[]> {
    return everyItem((page) => this.client.GET('/v1/incidents', { params: { query: { ...page, source: [source] } } }));
  }

  private async impactOf({ id }: Incident): Promise<Schemas['ImpactItemDto'][]> {
    return (await answerOf(this.client.GET('/v1/incidents/{id}/impact', { params: { path: { id } } }))).items;
  }

  private async suspectsOf({ id }: Incident): Promise<Schemas['SuspectDto'][]> {
    return (await answerOf(this.client.GET('/v1/incidents/{id}/suspects', { params: { path: { id } } }))).items;
  }

  private alerts() {
    const query = { source: [this.run] };
    return everyItem((page) => this.client.GET('/v1/alerts', { params: { query: { ...page, ...query } } }));
  }

  private deployments() {
    const query = { source: ['deployment' as const], q: this.run };
    return everyItem((page) => this.client.GET('/v1/changes', { params: { query: { ...page, ...query } } }));
  }

  private breaches() {
    const query = { kind: ['predicted' as const] };
    return everyItem((page) => this.client.GET('/v1/breaches', { params: { query: { ...page, ...query } } }));
  }

  private async deployment(on: string, title: string, minutesAgo: number): Promise<void> {
    const at = (minutes: number): string => new Date(this.now - minutes * 60_000).toISOString();
    const about = {
      source: 'pipeline',
      externalRef: `${this.run}-${title}`,
      ci: this.reference(on),
      title: `${title} ${this.run}`,
    };
    await this.client.POST('/v1/deployments', { body: { ...about, status: 'started', at: at(minutesAgo) } });
    await this.client.POST('/v1/deployments', { body: { ...about, status: 'succeeded', at: at(minutesAgo - 2) } });
  }

  private alertOn(name: string, at: number, status: 'firing' | 'resolved'): Alert {
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

  private reference(externalId: string): { source: string; externalId: string } {
    return { source: this.run, externalId };
  }

  private nameOf(externalId: string): string {
    return `${externalId} ${this.run}`;
  }

  private plain(name: string): string {
    return name.replace(` ${this.run}`, '');
  }
}
