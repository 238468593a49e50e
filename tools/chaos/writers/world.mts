import type { SeededRandom } from '../../sampling/seeded-random.mts';
import { isData } from '../evidence/cloud-event.mts';
import type { Ledger } from '../ledger/ledger.mts';
import type { Door } from '../ledger/operation.mts';
import type { KafkaDoor } from './kafka-door.mts';
import { type HttpAnswer, type HttpRequest, persist, send } from './http-door.mts';

/** Where a request goes in, and with what rights. */
export interface Entrance {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Entrances {
  /** Absent where a run has no gateway. */
  readonly gateway?: Entrance;
  /** The replicas of each service. */
  readonly services: Readonly<Record<string, readonly Entrance[]>>;
}

const ESTATE = ['shop', 'storefront', 'checkout', 'payment', 'sessions', 'search', 'mail', 'stock'] as const;
const PREPARED_WITHIN_MS = 60_000;

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
  readonly #entrances: Entrances;
  #lastPoint = 0;

  constructor(random: SeededRandom, ledger: Ledger, kafka: KafkaDoor, entrances: Entrances, source: string) {
    this.random = random;
    this.ledger = ledger;
    this.kafka = kafka;
    this.source = source;
    this.#entrances = entrances;
  }

  /** The gateway, or a replica of the service itself. */
  door(service: string): { door: Door; entrance: Entrance } {
    const { gateway } = this.#entrances;
    if (gateway !== undefined && this.random.next() < 0.5) return { door: 'gateway', entrance: gateway };
    return { door: 'service', entrance: this.service(service) };
  }

  service(name: string): Entrance {
    return this.random.pick(this.#entrances.services[name] ?? []);
  }

  /** Where tools report to over REST; absent where a run has no gateway. */
  get reports(): Entrance | undefined {
    return this.#entrances.gateway;
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
    await this.#must({
      method: 'POST',
      url: `${cmdb.url}/v1/discovery`,
      headers: cmdb.headers,
      body: {
        source: this.source,
        items: ESTATE.map((name) => ({
          class: 'application_service',
          externalId: name,
          name: `${name} ${this.source}`,
        })),
        relationships: ESTATE.slice(1).map((name) => ({
          type: 'Depends on',
          parent: { externalId: ESTATE[0] },
          child: { externalId: name },
        })),
      },
    });
    const { body } = await this.#must({ method: 'GET', url: `${cmdb.url}/v1/cis?limit=200`, headers: cmdb.headers });
    this.cis.push(...idsOf(body['items']));
    if (!('capacity-svc' in this.#entrances.services)) return;
    const capacity = this.service('capacity-svc');
    await this.#must({
      method: 'POST',
      url: `${capacity.url}/v1/thresholds`,
      headers: capacity.headers,
      body: { metric: 'chaos.load', comparator: '>', value: 90, severity: 'warning' },
    });
  }

  /** New aggregates to write to, so that none grows without end. */
  async renew(): Promise<void> {
    this.incidents = await this.#open('open-incident', 'incident-svc', '/v1/incidents', 4);
    this.changes = await this.#open('open-change', 'change-svc', '/v1/changes', 4);
  }

  async #open(kind: 'open-incident' | 'open-change', service: string, path: string, count: number): Promise<string[]> {
    if (!(service in this.#entrances.services)) return [];
    const ids: string[] = [];
    for (const end = Date.now() + PREPARED_WITHIN_MS; ids.length < count && Date.now() < end;) {
      const { url, headers } = this.service(service);
      const title = this.ledger.mark();
      await this.ledger.carryOut({ id: title, kind, door: 'service', key: title }, async () => {
        const answer = await send({ method: 'POST', url: url + path, headers, body: { title } });
        const { id } = answer.body;
        if (answer.outcome === 'acknowledged' && typeof id === 'string') ids.push(id);
        return answer;
      });
    }
    if (ids.length < count) throw new Error(`No ${kind} was acknowledged for a minute: the platform does not work`);
    return ids;
  }

  async #must(request: HttpRequest): Promise<HttpAnswer> {
    const answer = await persist(() => send(request), PREPARED_WITHIN_MS);
    if (answer.outcome === 'acknowledged' && 'body' in answer) return answer;
    throw new Error(`${request.method} ${request.url} was answered ${answer.status ?? 'not at all'}`);
  }
}

function idsOf(items: unknown): string[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => (isData(item) && typeof item['id'] === 'string' ? [item['id']] : []));
}
