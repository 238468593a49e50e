import type { OperationKind } from '../ledger/operation.mts';
import { persist, send } from './http-door.mts';
import type { World } from './world.mts';

/** How long a tool repeats a report that is not acknowledged, under the same identity. */
const REPORT_PATIENCE_MS = 20_000;
const ALERT_KEYS = 24;
const ANY_VERSION = { 'If-Match': '*' };

export interface Command {
  readonly kind: OperationKind;
  /** How often it is chosen, compared with the others. */
  readonly share: number;
  readonly needs: readonly string[];
  readonly run: (world: World) => Promise<unknown>;
}

export const COMMANDS: readonly Command[] = [
  { kind: 'note', share: 30, needs: ['incident-svc'], run: note },
  { kind: 'edit-change', share: 15, needs: ['change-svc'], run: editChange },
  { kind: 'edit-ci', share: 15, needs: ['cmdb-svc'], run: editCi },
  { kind: 'report-alert', share: 25, needs: ['incident-svc'], run: reportAlert },
  { kind: 'report-deployment', share: 4, needs: ['change-svc', 'gateway'], run: reportDeployment },
  { kind: 'finish-deployment', share: 4, needs: ['change-svc', 'gateway'], run: finishDeployment },
  { kind: 'report-metric', share: 5, needs: ['capacity-svc'], run: reportMetric },
  { kind: 'open-incident', share: 1, needs: ['incident-svc'], run: openIncident },
  { kind: 'create-ci', share: 1, needs: ['cmdb-svc'], run: createCi },
];

function note(world: World): Promise<unknown> {
  const id = world.ledger.mark();
  const key = world.random.pick(world.incidents);
  const { door, client } = world.door('incident-svc');
  return world.ledger.carryOut({ id, kind: 'note', door, key }, () =>
    send(client.POST('/v1/incidents/{id}/notes', { params: { path: { id: key } }, body: { kind: 'work', text: id } })),
  );
}

function editChange(world: World): Promise<unknown> {
  const id = world.ledger.mark();
  const key = world.random.pick(world.changes);
  const { door, client } = world.door('change-svc');
  return world.ledger.carryOut({ id, kind: 'edit-change', door, key }, () =>
    send(client.PATCH('/v1/changes/{id}', { params: { path: { id: key }, header: ANY_VERSION }, body: { title: id } })),
  );
}

function editCi(world: World): Promise<unknown> {
  const id = world.ledger.mark();
  const key = world.random.pick(world.cis);
  const { door, client } = world.door('cmdb-svc');
  return world.ledger.carryOut({ id, kind: 'edit-ci', door, key }, () =>
    send(
      client.PATCH('/v1/cis/{id}', { params: { path: { id: key }, header: ANY_VERSION }, body: { ownerGroup: id } }),
    ),
  );
}

/** Over REST and over Kafka; one in four is critical and on an item, so that an incident follows. */
function reportAlert(world: World): Promise<unknown> {
  const { ledger, random, source } = world;
  const id = ledger.mark();
  const serial = random.below(ALERT_KEYS);
  const key = `${source}-alert-${serial}`;
  const isCritical = serial % 4 === 0;
  const alert = {
    ...{ source, dedupKey: key, summary: `condition ${serial}`, startsAt: new Date().toISOString() },
    ...(isCritical ? { severity: 'critical' as const, ci: random.pick(world.cis) } : { severity: 'info' as const }),
  };
  const gateway = world.reports;
  if (gateway !== undefined && random.next() < 0.5) {
    const params = { header: { 'Idempotency-Key': id } };
    return ledger.carryOut({ id, kind: 'report-alert', door: 'gateway', key }, () =>
      persist(() => send(gateway.POST('/v1/alerts', { params, body: alert })), REPORT_PATIENCE_MS),
    );
  }
  return ledger.carryOut({ id, kind: 'report-alert', door: 'kafka', key }, () =>
    persist(
      () => world.kafka.emit('itops.inbound.alerts', 'itops.alert.reported.v1', `${source}|${key}`, id, alert),
      REPORT_PATIENCE_MS,
    ),
  );
}

async function reportDeployment(world: World): Promise<unknown> {
  const id = world.ledger.mark();
  const { outcome } = await deploy(world, id, id, 'report-deployment', 'started');
  if (outcome === 'acknowledged') world.deployments.push(id);
  return outcome;
}

function finishDeployment(world: World): Promise<unknown> {
  const externalRef = world.deployments.shift();
  if (externalRef === undefined) return Promise.resolve();
  return deploy(world, `${externalRef}/done`, externalRef, 'finish-deployment', 'succeeded');
}

const DEPLOYED_ON = ['search', 'mail', 'stock'] as const;

function deploy(
  { ledger, reports, source }: World,
  id: string,
  externalRef: string,
  kind: OperationKind,
  status: 'started' | 'succeeded',
) {
  const body = {
    ...{ source, externalRef, status, title: `release ${externalRef}` },
    ci: { source, externalId: DEPLOYED_ON[Number(externalRef.split('-').at(-1)) % DEPLOYED_ON.length] ?? 'search' },
    at: new Date().toISOString(),
  };
  if (reports === undefined) throw new Error('Deployments are reported to the gateway, and this run has none');
  const params = { header: { 'Idempotency-Key': id } };
  return ledger.carryOut({ id, kind, door: 'gateway', key: externalRef }, () =>
    persist(() => send(reports.POST('/v1/deployments', { params, body })), REPORT_PATIENCE_MS),
  );
}

/** One point at a time of its own; now and then beyond the threshold. */
function reportMetric(world: World): Promise<unknown> {
  const at = world.nextPoint();
  const id = `point-${at}`;
  const ci = world.reference(world.random.pick(['payment', 'sessions']));
  const data = {
    series: [{ ci, metric: 'chaos.load', unit: '%', points: [[at, world.random.next() < 0.3 ? 95 : 50]] }],
  };
  return world.ledger.carryOut({ id, kind: 'report-metric', door: 'kafka', key: id }, () =>
    persist(
      () => world.kafka.emit('itops.inbound.metrics', 'itops.metrics.reported.v1', JSON.stringify(ci), id, data),
      REPORT_PATIENCE_MS,
    ),
  );
}

function openIncident(world: World): Promise<unknown> {
  const title = world.ledger.mark();
  const { door, client } = world.door('incident-svc');
  return world.ledger.carryOut({ id: title, kind: 'open-incident', door, key: title }, () =>
    send(client.POST('/v1/incidents', { body: { title } })),
  );
}

function createCi(world: World): Promise<unknown> {
  const name = world.ledger.mark();
  const { door, client } = world.door('cmdb-svc');
  return world.ledger.carryOut({ id: name, kind: 'create-ci', door, key: name }, () =>
    send(client.POST('/v1/cis', { body: { class: 'application_service', name } })),
  );
}
