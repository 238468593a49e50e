import pg from 'pg';
import type { AppliedRow, ParkedRow, Row, Tables, Trail } from './evidence.mts';

export const SERVICES = ['cmdb-svc', 'incident-svc', 'change-svc', 'capacity-svc'] as const;
export type Service = (typeof SERVICES)[number];

/** The URL of the database of each service that runs, past the proxy. */
export type DatabaseUrls = ReadonlyMap<Service, string>;

/** Where each aggregate's version is stored. */
const AGGREGATES: readonly (readonly [service: Service, type: string, table: string])[] = [
  ['incident-svc', 'incident', 'incident'],
  ['incident-svc', 'alert', 'alert'],
  ['change-svc', 'change', 'change'],
  ['cmdb-svc', 'ci', 'ci'],
  ['cmdb-svc', 'relationship', 'relationship'],
  ['capacity-svc', 'breach', 'breach'],
  ['capacity-svc', 'resource', 'resource'],
];

/** Statements that give an operation's text once for each time that its effect is there. */
const TRACES: readonly (readonly [service: Service, sql: string])[] = [
  ['incident-svc', 'select text as mark from incident_note'],
  ['incident-svc', `select title as mark from incident where source = 'manual'`],
  ['change-svc', 'select external_ref as mark from change where external_ref is not null'],
  ['cmdb-svc', `select name as mark from ci where name not like '%#%'`],
  [
    'capacity-svc',
    `select 'point-' || (extract(epoch from p.at) * 1000)::bigint as mark from point p join resource r using (series)
     where r.metric = 'chaos.load'`,
  ],
];

/** The copies, by the names that the checker of read models gives them. */
const COPIES: Readonly<Record<string, readonly [service: Service, sql: string]>> = {
  'incident-svc ci': [
    'incident-svc',
    'select id, name, class, criticality::int, operational_status as status, retired from ci',
  ],
  'incident-svc relationship': [
    'incident-svc',
    'select id, type, parent_id as parent, child_id as child, removed from relationship',
  ],
  'incident-svc change': [
    'incident-svc',
    'select id, title, type, state, failed, backed_out as "backedOut" from change',
  ],
  'incident-svc breach': [
    'incident-svc',
    'select id, resource_id as resource, threshold_id as threshold, kind, state from breach',
  ],
  'change-svc ci': ['change-svc', 'select id, name, version, retired from known_ci'],
  'capacity-svc ci': ['capacity-svc', 'select id, name, class, version, retired from configuration_item'],
  'cmdb-svc conditions of incidents': [
    'cmdb-svc',
    `select ref_id || ' on ' || ci_id as id, priority::int from ci_condition where kind = 'incident'`,
  ],
  'cmdb-svc conditions of changes': [
    'cmdb-svc',
    `select ref_id || ' on ' || ci_id as id, priority::int from ci_condition where kind = 'change'`,
  ],
};

const TRAIL = `
  select (select count(*)::int from audit_log) as written, (select count(*)::int from audit_unsealed) as unsealed,
         count(chain.seq)::int as sealed, count(distinct position)::int as named,
         count(*) filter (where chain.seq <> coalesce(seq_before, 0) + 1 or previous_hash <> hash_before)::int as broken,
         coalesce((select (c.seq, c.hash) = (h.seq, h.hash) from audit_chain c order by c.seq desc limit 1), h.seq = 0)
           as "endsWhereItGoesOn"
  from audit_head h left join (select seq, position, hash, previous_hash, lag(seq) over (order by seq) as seq_before,
               lag(hash) over (order by seq) as hash_before from audit_chain) chain on true
  group by h.seq, h.hash`;

type Query = <Result extends pg.QueryResultRow>(service: Service, sql: string) => Promise<Result[]>;

/** Reads all that the checkers need of the databases. */
export async function readTables(urls: DatabaseUrls): Promise<Tables> {
  return withClients(urls, async (query) => {
    const outbox: Record<string, number> = {};
    const held: Record<string, number> = {};
    const trails: Record<string, Trail> = {};
    const received: Record<string, number> = {};
    const applied: AppliedRow[] = [];
    const parked: ParkedRow[] = [];
    for (const service of urls.keys()) {
      outbox[service] = await countOf(query, service, 'outbox');
      held[service] = await countOf(query, service, 'held_message');
      const [trail] = await query<Trail>(service, TRAIL);
      if (trail !== undefined) trails[service] = trail;
      applied.push(
        ...(await query<AppliedRow>(
          service,
          `select consumer, aggregate_type as "aggregateType", aggregate_id as "aggregateId", version from applied`,
        )),
      );
      parked.push(
        ...(await query<ParkedRow>(
          service,
          `select consumer, topic, aggregate_type as "aggregateType", aggregate_id as "aggregateId",
                  aggregate_version as version, reason from dead_letter where status = 'parked'`,
        )),
      );
      const inbox = await query<{ consumer: string; count: number }>(
        service,
        'select consumer, count(*)::int as count from inbox group by consumer',
      );
      for (const { consumer, count } of inbox) received[consumer] = count;
    }
    const readModels: Record<string, Row[]> = {};
    for (const [name, [service, sql]] of Object.entries(COPIES)) {
      if (urls.has(service)) readModels[name] = await query<Row>(service, sql);
    }
    return {
      services: [...urls.keys()],
      outbox,
      held,
      trails,
      applied,
      parked,
      received,
      versions: await versionsOf(urls, query),
      traces: await tracesOf(urls, query),
      occurrences: urls.has('incident-svc') ? await occurrencesOf(query) : new Map<string, number>(),
      readModels,
    };
  });
}

/** Rows in all outboxes, held messages, and audit rows that are to be sealed: nothing is on its way inside a database when it is 0. */
export function countWaiting(urls: DatabaseUrls): Promise<number> {
  return withClients(urls, async (query) => {
    let waiting = 0;
    for (const service of urls.keys()) {
      for (const table of ['outbox', 'held_message', 'audit_unsealed']) waiting += await countOf(query, service, table);
    }
    return waiting;
  });
}

async function versionsOf(urls: DatabaseUrls, query: Query): Promise<Map<string, number>> {
  const versions = new Map<string, number>();
  for (const [service, type, table] of AGGREGATES.filter(([owner]) => urls.has(owner))) {
    const rows = await query<{ id: string; version: number }>(service, `select id, version from ${table}`);
    for (const { id, version } of rows) if (version > 0) versions.set(`${type}/${id}`, version);
  }
  return versions;
}

async function tracesOf(urls: DatabaseUrls, query: Query): Promise<Map<string, number>> {
  const traces = new Map<string, number>();
  for (const [service, sql] of TRACES.filter(([owner]) => urls.has(owner))) {
    for (const { mark } of await query<{ mark: string }>(service, sql)) traces.set(mark, (traces.get(mark) ?? 0) + 1);
  }
  return traces;
}

async function occurrencesOf(query: Query): Promise<Map<string, number>> {
  const rows = await query<{ key: string; count: number }>(
    'incident-svc',
    'select dedup_key as key, occurrences as count from alert',
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}

async function countOf(query: Query, service: Service, table: string): Promise<number> {
  const [row] = await query<{ count: number }>(service, `select count(*)::int as count from ${table}`);
  return row?.count ?? 0;
}

async function withClients<Result>(urls: DatabaseUrls, work: (query: Query) => Promise<Result>): Promise<Result> {
  const clients = new Map<string, pg.Client>();
  try {
    return await work(async <Found extends pg.QueryResultRow>(service: Service, sql: string) => {
      let client = clients.get(service);
      if (client === undefined) {
        client = new pg.Client({
          connectionString: databaseOf(urls, service),
          connectionTimeoutMillis: 5_000,
          query_timeout: 60_000,
        });
        client.on('error', () => undefined);
        clients.set(service, client);
        await client.connect();
      }
      return (await client.query<Found>(sql)).rows;
    });
  } finally {
    await Promise.all([...clients.values()].map((client) => client.end().catch(() => undefined)));
  }
}

/** @throws Error for a service that does not run */
export function databaseOf(urls: DatabaseUrls, service: Service): string {
  const url = urls.get(service);
  if (url === undefined) throw new Error(`${service} is not part of this run`);
  return url;
}
