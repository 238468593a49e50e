import type { OpsClient } from '../../../libs/client/src/index.mts';
import type { SeededRandom } from '../../sampling/seeded-random.mts';
import type { Ledger } from '../ledger/ledger.mts';
import type { Door } from '../ledger/operation.mts';
import type { KafkaDoor } from './kafka-door.mts';
import { clientOf, type Entrance, type HttpAnswer, persist, send } from './http-door.mts';

export interface Entrances {
  /** Absent where a run has no gateway. */
  readonly gateway?: Entrance;
  /** The replicas of each service. */
  readonly services: Readonly<Record<string, readonly Entrance[]>>;
}

const ESTATE = ['shop', 'storefront', 'checkout', 'payment', 'sessions', 'search', 'mail', 'stock'] as const;
const PREPARED_WITHIN_MS = 60_000;
/** How many of each there are to write to. */
const RENEWED = 4;

/** What the writers write to: aggregates that exist, and the doors to them. */
export class World {
  readonly random: SeededRandom;
  readonly ledger: Ledger;
  readonly kafka: KafkaDoor;
  readonly source: string;
  readonly cis: string[] = [];
  incidents: string[] = [];
  changes: string[] = [];
  /** Deployments that have begun and not ended. */
  readonly deployments: string[] = [];
  /** Where tools report to over REST; absent where a run has no gateway. */
  readonly reports: OpsClient | undefined;
  readonly #entrances: Entrances;
  #lastPoint = 0;

  constructor(random: SeededRandom, ledger: Ledger, kafka: KafkaDoor, entrances: Entrances, source: string) {
    this.random = random;
    this.ledger = ledger;
    this.kafka = kafka;
    this.source = source;
    this.reports = entrances.gateway && clientOf(entrances.gateway);
    this.#entrances = entrances;
  }

  /** The gateway, or a replica of the service itself. */
  door(service: string): { door: Door; client: OpsClient } {
    const gateway = this.reports;
    if (gateway !== undefined && this.random.next() < 0.5) return { door: 'gateway', client: gateway };
    return { door: 'service', client: this.service(service) };
  }

  /** @param timeoutMs how long an answer is waited for, if it is a long one */
  service(name: string, timeoutMs?: number): OpsClient {
    return clientOf(this.random.pick(this.#entrances.services[name] ?? []), timeoutMs);
  }

  /** A time for a metric point that no other point has, epoch milliseconds. */
  nextPoint(): number {
    this.#lastPoint = Math.max(this.#lastPoint + 1, Date.now());
    return this.#lastPoint;
  }

  reference(externalId: string): { source: string; externalId: string } {
    return { source: this.source, externalId };
  }

  /** Items with their relationships, and a threshold. */
  async prepare(): Promise<void> {
    const cmdb = this.service('cmdb-svc');
    const estate = {
      source: this.source,
      items: ESTATE.map((name) => ({
        class: 'application_service',
        externalId: name,
        name: `${name} ${this.source}`,
      })),
      relationships: ESTATE.slice(1).map((name) => ({
        type: 'Depends on' as const,
        parent: { externalId: ESTATE[0] },
        child: { externalId: name },
      })),
    };
    await must('the estate', () => send(cmdb.POST('/v1/discovery', { body: estate })));
    const query = { limit: 200, fields: ['id' as const] };
    const { items } = await must('the items', () => send(cmdb.GET('/v1/cis', { params: { query } })));
    this.cis.push(...items.flatMap(({ id }) => id ?? []));
    if (!('capacity-svc' in this.#entrances.services)) return;
    const capacity = this.service('capacity-svc');
    const threshold = { metric: 'chaos.load', comparator: '>', value: 90, severity: 'warning' } as const;
    await must('the threshold', () => send(capacity.POST('/v1/thresholds', { body: threshold })));
  }

  /** New aggregates to write to, so that none grows without end. */
  async renew(): Promise<void> {
    this.incidents = await this.#open('open-incident', 'incident-svc', (client, body) =>
      client.POST('/v1/incidents', { body }),
    );
    this.changes = await this.#open('open-change', 'change-svc', (client, body) =>
      client.POST('/v1/changes', { body }),
    );
  }

  async #open(
    kind: 'open-incident' | 'open-change',
    service: string,
    open: (client: OpsClient, body: { title: string }) => Promise<{ data?: { id: string }; response: Response }>,
  ): Promise<string[]> {
    if (!(service in this.#entrances.services)) return [];
    const ids: string[] = [];
    for (const end = Date.now() + PREPARED_WITHIN_MS; ids.length < RENEWED && Date.now() < end;) {
      const title = this.ledger.mark();
      await this.ledger.carryOut({ id: title, kind, door: 'service', key: title }, async () => {
        const answer = await send(open(this.service(service), { title }));
        if (answer.body !== undefined) ids.push(answer.body.id);
        return answer;
      });
    }
    if (ids.length < RENEWED) throw new Error(`No ${kind} was acknowledged for a minute: the platform does not work`);
    return ids;
  }
}

async function must<T>(what: string, attempt: () => Promise<HttpAnswer<T>>): Promise<T> {
  const answer: HttpAnswer<T> = await persist(attempt, PREPARED_WITHIN_MS);
  if (answer.body !== undefined) return answer.body;
  throw new Error(`The request for ${what} was answered ${answer.status ?? 'not at all'}`);
}
